using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The jury decides, on evidence that was read.</summary>
public sealed record DecideCertification(
    CertificationId Certification,
    string? Verdict,
    string? CommentForCandidate,
    string? CommentForOrganisation,
    string? CommentForJury,
    IReadOnlyList<StreamEvidence> Evidence) : ICommand<DecidedCertificationView>;

/// <summary>What is sent; the evidence is the dossier's, as it was read.</summary>
public sealed record DecideCertificationBody(
    string? Verdict,
    string? CommentForCandidate,
    string? CommentForOrganisation,
    string? CommentForJury,
    IReadOnlyList<StreamEvidence>? Evidence);

/// <summary>Where a certification stands after a decision.</summary>
public sealed record DecidedCertificationView(string Status, bool Decided, bool RejectedForFraud, bool CancelledByJury, bool Revoked, ScoringView Scoring)
{
    /// <summary>A certification that was scored.</summary>
    public static DecidedCertificationView Of(Certification certification) => new(
        Text.Of(certification.Status),
        certification.IsDecided,
        certification.IsFraud,
        certification.IsCancelledByJury,
        certification.IsRevoked,
        ScoringView.Of(certification.Scoring!, null));
}

/// <summary>A known verdict, comments that are not too long, and evidence.</summary>
public sealed class DecideCertificationValidator : AbstractValidator<DecideCertification>
{
    private const int LongestComment = 2000;

    /// <summary>The rules.</summary>
    public DecideCertificationValidator()
    {
        RuleFor(wish => wish.Verdict)
            .Must(verdict => Enum.TryParse<JuryVerdict>(verdict, ignoreCase: true, out _))
            .WithMessage("La décision (verdict) est confirmed, rejectedForFraud, fraudRejectionLifted, cancelled, cancellationLifted ou revocationLifted.");
        RuleFor(wish => wish.CommentForCandidate).MaximumLength(LongestComment).WithMessage("Le commentaire pour le candidat est trop long.");
        RuleFor(wish => wish.CommentForOrganisation).MaximumLength(LongestComment).WithMessage("Le commentaire pour l’établissement est trop long.");
        RuleFor(wish => wish.CommentForJury).MaximumLength(LongestComment).WithMessage("Le commentaire pour le jury est trop long.");
        RuleFor(wish => wish.Evidence).NotEmpty().WithMessage("Joignez les pièces (evidence) telles que vous les avez lues dans le dossier.");
    }
}

/// <summary>Handles <see cref="DecideCertification"/>.</summary>
public sealed class DecideCertificationHandler(
    Aggregates<Certification, CertificationEvent> certifications,
    CertificationEvidence evidence,
    CurrentCommand current) : IRequestHandler<DecideCertification, Outcome<DecidedCertificationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<DecidedCertificationView>> Handle(DecideCertification request, CancellationToken cancellationToken)
    {
        var stream = Streams.Certification(request.Certification);
        var loaded = await certifications.Load(stream, cancellationToken);
        if (loaded.State.Started is null) return Refusal.CertificationUnknown;
        var standing = await evidence.Behind(loaded, cancellationToken);
        var verdict = Enum.Parse<JuryVerdict>(request.Verdict!, ignoreCase: true);
        var comments = new JuryComments(request.CommentForCandidate, request.CommentForOrganisation, request.CommentForJury);
        var decided = await certifications.Decide(
            stream,
            current.Value,
            (certification, now) => certification.Decide(verdict, comments, request.Evidence, standing, now),
            cancellationToken);
        return decided.ToOutcome(done => DecidedCertificationView.Of(done.After));
    }
}

/// <summary><c>POST /jury/certifications/{certification}/decisions</c></summary>
public static class DecideCertificationEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/jury/certifications/{certification:guid}/decisions", (Guid certification, DecideCertificationBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new DecideCertification(
                new CertificationId(certification),
                body.Verdict,
                body.CommentForCandidate,
                body.CommentForOrganisation,
                body.CommentForJury,
                body.Evidence ?? [])))
        .RequireAuthorization(CertificationPolicies.OfficerInCharge)
        .WithName("decideCertification")
        .WithSummary("Décider d’un test, sur les pièces lues : confirmer, rejeter pour fraude, annuler, et revenir dessus")
        .Produces<DecidedCertificationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Revokes a certificate that was published.</summary>
public sealed record RevokeCertificate(CertificationId Certification, string? Reason, IReadOnlyList<StreamEvidence> Evidence)
    : ICommand<DecidedCertificationView>;

/// <summary>What is sent; the evidence is the dossier's, as it was read.</summary>
public sealed record RevokeCertificateBody(string? Reason, IReadOnlyList<StreamEvidence>? Evidence);

/// <summary>A reason and evidence.</summary>
public sealed class RevokeCertificateValidator : AbstractValidator<RevokeCertificate>
{
    private const int LongestReason = 2000;

    /// <summary>The rules.</summary>
    public RevokeCertificateValidator()
    {
        RuleFor(wish => wish.Reason).NotEmpty().MaximumLength(LongestReason).WithMessage("Le motif (reason) de la révocation manque, ou il est trop long.");
        RuleFor(wish => wish.Evidence).NotEmpty().WithMessage("Joignez les pièces (evidence) telles que vous les avez lues dans le dossier.");
    }
}

/// <summary>Handles <see cref="RevokeCertificate"/>.</summary>
public sealed class RevokeCertificateHandler(
    Aggregates<Certification, CertificationEvent> certifications,
    Aggregates<Session, SessionEvent> sessions,
    CertificationEvidence evidence,
    CurrentCommand current) : IRequestHandler<RevokeCertificate, Outcome<DecidedCertificationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<DecidedCertificationView>> Handle(RevokeCertificate request, CancellationToken cancellationToken)
    {
        var stream = Streams.Certification(request.Certification);
        var loaded = await certifications.Load(stream, cancellationToken);
        if (loaded.State.Started is not { } started) return Refusal.CertificationUnknown;
        var standing = await evidence.Behind(loaded, cancellationToken);
        var session = (await sessions.Load(Streams.Session(started.Session), cancellationToken)).State;
        var decided = await certifications.Decide(
            stream,
            current.Value,
            (certification, now) => certification.Revoke(request.Reason!, session.Published is not null, request.Evidence, standing, now),
            cancellationToken);
        return decided.ToOutcome(done => DecidedCertificationView.Of(done.After));
    }
}

/// <summary><c>POST /jury/certifications/{certification}/revocation</c></summary>
public static class RevokeCertificateEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/jury/certifications/{certification:guid}/revocation", (Guid certification, RevokeCertificateBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new RevokeCertificate(new CertificationId(certification), body.Reason, body.Evidence ?? [])))
        .RequireAuthorization(CertificationPolicies.OfficerInCharge)
        .WithName("revokeCertificate")
        .WithSummary("Révoquer un certificat publié")
        .Produces<DecidedCertificationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

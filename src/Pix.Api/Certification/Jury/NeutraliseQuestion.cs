using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What neutralising a question, or restoring it, would change.</summary>
public sealed record PreviewNeutralisation(CertificationId Certification, int Number, bool Neutralise) : IQuery<ScoringChangeView>;

/// <summary>Neutralises or restores a question, of which the juror saw the figures before and after at this revision (Rule D21).</summary>
public sealed record ChangeNeutralisation(CertificationId Certification, int Number, bool Neutralise, long Revision) : ICommand<ScoringChangeView>;

/// <summary>The revision at which before and after were read.</summary>
public sealed record ChangeNeutralisationBody(long? Revision);

/// <summary>The scorings before and after; <paramref name="Lowers"/>: the change takes pix away. A change is confirmed with this revision.</summary>
public sealed record ScoringChangeView(int Number, bool Neutralised, long Revision, bool Lowers, ScoringView Before, ScoringView After)
{
    /// <summary>A change.</summary>
    public static ScoringChangeView Of(int number, bool neutralised, long revision, ScoringChange change) =>
        new(number, neutralised, revision, change.Lowers, ScoringView.Of(change.Before, null), ScoringView.Of(change.After, null));
}

/// <summary>Handles <see cref="PreviewNeutralisation"/>.</summary>
public sealed class PreviewNeutralisationHandler(Aggregates<Certification, CertificationEvent> certifications, TimeProvider clock)
    : IRequestHandler<PreviewNeutralisation, Outcome<ScoringChangeView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ScoringChangeView>> Handle(PreviewNeutralisation request, CancellationToken cancellationToken)
    {
        var loaded = await certifications.Load(Streams.Certification(request.Certification), cancellationToken);
        var (refusal, change) = loaded.State.Preview(request.Number, request.Neutralise, clock.GetUtcNow());
        if (change is null) return refusal!;
        return Outcome<ScoringChangeView>.Of(
            ScoringChangeView.Of(request.Number, request.Neutralise, loaded.State.Revision, change), loaded.Position);
    }
}

/// <summary>Handles <see cref="ChangeNeutralisation"/>.</summary>
public sealed class ChangeNeutralisationHandler(Aggregates<Certification, CertificationEvent> certifications, CurrentCommand current)
    : IRequestHandler<ChangeNeutralisation, Outcome<ScoringChangeView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ScoringChangeView>> Handle(ChangeNeutralisation request, CancellationToken cancellationToken)
    {
        var decided = await certifications.Decide(
            Streams.Certification(request.Certification),
            current.Value,
            (certification, now) => request.Neutralise
                ? certification.Neutralise(request.Number, request.Revision, now)
                : certification.Restore(request.Number, request.Revision, now),
            cancellationToken);
        return decided.ToOutcome(done => ScoringChangeView.Of(
            request.Number,
            request.Neutralise,
            done.After.Revision,
            new ScoringChange(done.Before.Scoring!, done.After.Scoring!)));
    }
}

/// <summary><c>GET</c> and <c>POST /jury/certifications/{certification}/questions/{number}/neutralisation</c>, and <c>…/restoration</c></summary>
public static class NeutraliseQuestionEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "neutralisation", neutralise: true, "Neutralisation", "neutraliser une question");
        Map(routes, "restoration", neutralise: false, "Restoration", "rétablir une question neutralisée");
    }

    private static void Map(IEndpointRouteBuilder routes, string what, bool neutralise, string name, string summary)
    {
        var path = $"/jury/certifications/{{certification:guid}}/questions/{{number:int}}/{what}";
        routes
            .MapGet(path, (Guid certification, int number, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Ask(http, new PreviewNeutralisation(new CertificationId(certification), number, neutralise)))
            .RequireAuthorization(CertificationPolicies.OfficerInCharge)
            .WithName($"preview{name}")
            .WithSummary($"Voir l’avant et l’après avant de {summary}")
            .Produces<ScoringChangeView>()
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        routes
            .MapPost(path, (Guid certification, int number, ChangeNeutralisationBody body, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new ChangeNeutralisation(new CertificationId(certification), number, neutralise, RevisionOf(body))))
            .RequireAuthorization(CertificationPolicies.OfficerInCharge)
            .WithName($"confirm{name}")
            .WithSummary($"Confirmer de {summary} : le test est aussitôt noté de nouveau")
            .Produces<ScoringChangeView>()
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static long RevisionOf(ChangeNeutralisationBody body) => body.Revision is { } revision
        ? revision
        : throw new RefusedException(new Refusal(
            RefusalKind.Invalid, "revision_missing", "Indiquez la révision (revision) à laquelle vous avez lu l’avant et l’après."));
}

using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The positioning history that a certification was drawn from, up to the revision recorded at its start, a page at a time.</summary>
public sealed record ReadPositioning(CertificationId Certification, long After) : ICommand<PositioningView>;

/// <summary>A page of a history; <paramref name="Next"/> is what to ask for after it, or null at its end.</summary>
public sealed record PositioningView(IReadOnlyList<PositioningStepView> Steps, long LastRevision, string Chain, long? Next);

/// <summary>A step of a history: the stored name of what happened, and of an answer what was asked and how it was judged.</summary>
public sealed record PositioningStepView(
    long Revision,
    DateTimeOffset At,
    string Event,
    string? Competence,
    string? Skill,
    int? Level,
    string? Challenge,
    string? Status);

/// <summary>Handles <see cref="ReadPositioning"/>: a reading leaves an access record, as the dossier's does.</summary>
public sealed class ReadPositioningHandler(
    Aggregates<Certification, CertificationEvent> certifications,
    Aggregates<Dossier, DossierEvent> dossiers,
    IEventStore store,
    EventCodec codec,
    CurrentCommand current) : IRequestHandler<ReadPositioning, Outcome<PositioningView>>
{
    private const int StepsInAPage = 200;

    /// <inheritdoc />
    public async Task<Outcome<PositioningView>> Handle(ReadPositioning request, CancellationToken cancellationToken)
    {
        var certification = (await certifications.Load(Streams.Certification(request.Certification), cancellationToken)).State;
        if (certification.Started is not { } started) return Refusal.CertificationUnknown;
        var read = await dossiers.Decide(
            Streams.Dossier(request.Certification), current.Value, (_, now) => Dossier.Read([started.Positioning], now), cancellationToken);
        if (read.Refusal is { } refusal) return refusal;

        var steps = new List<PositioningStepView>();
        await foreach (var record in store.ReadStream(Streams.Learner(started.Learner), new Revision(request.After + 1), cancellationToken))
        {
            if (record.Revision.Value > started.Positioning.Revision || steps.Count == StepsInAPage) break;
            steps.Add(StepOf(record.Revision.Value, codec.Decode(record).Event, record.Type));
        }

        var last = steps is [.., var step] ? step.Revision : request.After;
        return Outcome<PositioningView>.Of(
            new PositioningView(
                steps,
                started.Positioning.Revision,
                started.Positioning.Chain,
                last < started.Positioning.Revision && steps.Count > 0 ? last : null),
            read.Position);
    }

    private static PositioningStepView StepOf(long revision, IDomainEvent happened, string stored)
    {
        var step = new PositioningStepView(revision, happened.At, stored, null, null, null, null, null);
        return happened switch
        {
            AnswerRecorded answer => step with
            {
                Competence = answer.Competence.Value,
                Skill = answer.Skill.Value,
                Level = answer.Level,
                Challenge = answer.Challenge.Value,
                Status = Text.Of(answer.Status),
            },
            CompetenceReset reset => step with { Competence = reset.Competence.Value },
            ImprovementStarted improvement => step with { Competence = improvement.Competence.Value },
            _ => step,
        };
    }
}

/// <summary><c>GET /jury/certifications/{certification}/positioning?after=…</c></summary>
public static class ReadPositioningEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/jury/certifications/{certification:guid}/positioning", (Guid certification, long? after, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ReadPositioning(new CertificationId(certification), after is { } revision ? revision : -1)))
        .RequireAuthorization(CertificationPolicies.OfficerInCharge)
        .WithName("readPositioning")
        .WithSummary("Relire l’historique de positionnement du candidat jusqu’au début du test")
        .Produces<PositioningView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}

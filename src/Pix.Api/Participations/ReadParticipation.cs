using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>One's own participation.</summary>
public sealed record ReadParticipation(ParticipationId Participation) : IQuery<ParticipationView>;

/// <summary>Every participation of a learner, the latest first.</summary>
public sealed record ListParticipations(LearnerId Learner) : IQuery<ParticipationsView>;

/// <summary>Participations, the latest first.</summary>
public sealed record ParticipationsView(IReadOnlyList<ParticipationLineView> Participations);

/// <summary>A participation in a list.</summary>
public sealed record ParticipationLineView(string ParticipationId, Guid CampaignId, string Type, string Status, DateTimeOffset StartedAt, DateTimeOffset? SentAt);

/// <summary>Handles <see cref="ReadParticipation"/>.</summary>
public sealed class ReadParticipationHandler(ParticipationStep step) : IRequestHandler<ReadParticipation, Outcome<ParticipationView>>
{
    /// <inheritdoc />
    public Task<Outcome<ParticipationView>> Handle(ReadParticipation request, CancellationToken cancellationToken) =>
        step.Read(request.Participation, cancellationToken);
}

/// <summary>Handles <see cref="ListParticipations"/>.</summary>
public sealed class ListParticipationsHandler(Aggregates<Learner, LearnerEvent> learners) : IRequestHandler<ListParticipations, Outcome<ParticipationsView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ParticipationsView>> Handle(ListParticipations request, CancellationToken cancellationToken)
    {
        var loaded = await learners.Load(Streams.Learner(request.Learner), cancellationToken);
        if (loaded.State.Person is null) return Refusal.LearnerUnknown;
        return Outcome<ParticipationsView>.Of(
            new ParticipationsView([.. loaded.State.Participations.Values.Reverse().Select(part => new ParticipationLineView(
                new ParticipationId(request.Learner, part.Ordinal).ToString(),
                part.Campaign.Value,
                Text.Of(part.Type),
                Text.Of(loaded.State.StatusOf(part)),
                part.StartedAt,
                part.Sent?.At))]),
            loaded.Position);
    }
}

/// <summary><c>GET /participations/{participation}</c> and <c>GET /learners/{learner}/participations</c></summary>
public static class ReadParticipationEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/participations/{participation}", (string participation, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Ask(http, new ReadParticipation(AddressedParticipation.Of(participation))))
            .RequireAuthorization(Policies.LearnerThemself)
            .WithName("readParticipation")
            .WithSummary("Lire sa participation : le test à reprendre, ses résultats, ce qui a été envoyé")
            .Produces<ParticipationView>()
            .ProducesProblems(StatusCodes.Status404NotFound);
        routes
            .MapGet("/learners/{learner:guid}/participations", (Guid learner, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Ask(http, new ListParticipations(new LearnerId(learner))))
            .RequireAuthorization(Policies.LearnerThemself)
            .WithName("listParticipations")
            .WithSummary("Lister ses participations")
            .Produces<ParticipationsView>()
            .ProducesProblems(StatusCodes.Status404NotFound);
    }
}

using System.Globalization;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Enters a campaign by its code, or goes on where the learner stopped (Rule 7.6).</summary>
public sealed record JoinCampaign(LearnerId Learner, string Code, string? ExternalId) : ICommand<ParticipationView>;

/// <summary>What is sent: the external id, where the campaign asks for one.</summary>
public sealed record JoinCampaignBody(string? ExternalId);

/// <summary>Handles <see cref="JoinCampaign"/>.</summary>
public sealed class JoinCampaignHandler(
    NodeAggregates aggregates,
    CampaignDirectory directory,
    ParticipationStep step,
    Content content,
    LearnerRules rules,
    CurrentCommand current) : IRequestHandler<JoinCampaign, Outcome<ParticipationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ParticipationView>> Handle(JoinCampaign request, CancellationToken cancellationToken)
    {
        if (await directory.Find(request.Code, cancellationToken) is not var (id, campaign)) return Refusal.CampaignCodeUnknown;
        var releases = await content.Releases(cancellationToken);
        if (releases.Active is not { } active) return Refusal.ReferentialMissing;

        var command = current.Value;
        var learner = (await aggregates.Learners.Load(Streams.Learner(request.Learner), cancellationToken)).State;
        var entrance = await aggregates.Entrance(id, campaign, learner, cancellationToken);
        var place = learner.ParticipationIn(id) is null && learner.PupilIn(campaign.Created!.Organisation) is { } pupil ? PlaceOf(id, pupil) : (StreamName?)null;
        if (place is { } wanted && await Take(wanted, request.Learner, command, cancellationToken) is { } taken) return taken;

        var decided = await aggregates.Learners.Decide(
            Streams.Learner(request.Learner),
            command,
            (state, now) => state.Join(entrance, request.ExternalId, active, rules, command.SeedFor("assessment"), now),
            cancellationToken);
        if (decided.Refusal is not null && place is { } left) await Leave(left, request.Learner, command, cancellationToken);
        return decided.ToOutcome(
            done => step.View(request.Learner, done.After, done.After.ParticipationIn(id)!, campaign, releases),
            created: true);
    }

    // One pupil takes part once, whatever account is theirs (Rule 7.6).
    private static StreamName PlaceOf(CampaignId campaign, PupilId pupil) =>
        Streams.Claim("participation", string.Create(CultureInfo.InvariantCulture, $"{campaign.Value:N}-{pupil.Value:N}"));

    private async ValueTask<Refusal?> Take(StreamName place, LearnerId learner, Command command, CancellationToken cancel)
    {
        var decided = await aggregates.Claims.Decide(place, Anew(command), (claim, now) => claim.Take(learner.Value, now), cancel);
        return decided.Refusal == Refusal.ClaimTaken ? Refusal.ParticipatesElsewhere : decided.Refusal;
    }

    // Refused after all: the place is free for another account of the pupil. Cut before this, it stays this account's until it enters.
    private async ValueTask Leave(StreamName place, LearnerId learner, Command command, CancellationToken cancel) =>
        await aggregates.Claims.Decide(place, Anew(command), (claim, now) => claim.Release(learner.Value, now), cancel);

    // Taking and leaving are decided on what is, each time: who came back after a refusal would otherwise be told that the place is still theirs.
    private static Command Anew(Command command) => command with { Id = Guid.CreateVersion7() };
}

/// <summary><c>POST /campaigns/by-code/{code}/participations</c></summary>
public static class JoinCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/campaigns/by-code/{code}/participations", (string code, JoinCampaignBody? body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new JoinCampaign(http.User.ToLearner(), code, body?.ExternalId),
            reply => $"/participations/{reply.ParticipationId}"))
        .RequireAuthorization(Policies.AnyLearner)
        .WithName("joinCampaign")
        .WithSummary("Entrer dans une campagne, ou la reprendre")
        .Produces<ParticipationView>(StatusCodes.Status201Created)
        .Produces<ParticipationView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A decision about a participation, on its campaign as this learner meets it and under the active release, from a drawn seed.</summary>
public delegate Decision<LearnerEvent> DecidesOnParticipation(Learner learner, CampaignEntrance entrance, Referential active, long seed, DateTimeOffset now);

/// <summary>What sending, improving and retrying have alike: the campaign is looked up, a seed is drawn, the participation is shown.</summary>
public sealed class ParticipationStep(NodeAggregates aggregates, Content content, LearnerRules rules, CurrentCommand current, TimeProvider clock)
{
    /// <summary>Decides, and replies with the participation.</summary>
    public async Task<Outcome<ParticipationView>> Handle(ParticipationId id, DecidesOnParticipation decides, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not var (found, part, campaign, _)) return Refusal.ParticipationUnknown;
        var entrance = await aggregates.Entrance(part.Campaign, campaign, found, cancel);
        var releases = await content.Releases(cancel);
        if (releases.Active is not { } active) return Refusal.ReferentialMissing;
        var command = current.Value;
        var decided = await aggregates.Learners.Decide(
            Streams.Learner(id.Learner),
            command,
            (learner, now) => decides(learner, entrance, active, command.SeedFor("assessment"), now),
            cancel);
        return decided.ToOutcome(done => View(id.Learner, done.After, done.After.FindParticipation(part.Ordinal)!, campaign, releases));
    }

    /// <summary>A participation as its learner reads it.</summary>
    public async Task<Outcome<ParticipationView>> Read(ParticipationId id, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not var (learner, part, campaign, position)) return Refusal.ParticipationUnknown;
        var releases = await content.Releases(cancel);
        return Outcome<ParticipationView>.Of(View(id.Learner, learner, part, campaign, releases), position);
    }

    /// <summary>A participation as its learner sees it.</summary>
    public ParticipationView View(LearnerId id, Learner learner, Participation part, Campaign campaign, Releases releases) =>
        ParticipationView.Of(id, learner, part, campaign, releases, rules, clock.GetUtcNow());

    /// <summary>A participation with what surrounds it, or null.</summary>
    private async ValueTask<(Learner Learner, Participation Part, Campaign Campaign, Position Position)?> Find(ParticipationId id, CancellationToken cancel)
    {
        var loaded = await aggregates.Learners.Load(Streams.Learner(id.Learner), cancel);
        if (loaded.State.FindParticipation(id.Ordinal) is not { } part) return null;
        var campaign = (await aggregates.Campaigns.Load(Streams.Campaign(part.Campaign), cancel)).State;
        return (loaded.State, part, campaign, loaded.Position);
    }
}

using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What every page about a campaign begins with: waiting for what the reader must have seen, and finding the campaign.</summary>
public sealed class CampaignPages(ReadModels readModels, CampaignReader campaigns, ParticipantReader participants, ProgressReader progress, Content content)
{
    /// <summary>A campaign as lists show it, at a position or later.</summary>
    public async ValueTask<(Refusal? Refusal, CampaignEntry? Campaign)> Find(CampaignId campaign, Position atLeast, CancellationToken cancel)
    {
        await readModels.Reached(CampaignReader.ReadModel, atLeast, cancel);
        return campaigns.Find(campaign) is { } found ? (null, found) : (Refusal.CampaignUnknown, null);
    }

    /// <summary>How all participants stand in each topic, and what is read about it; refused for a profile collection, which has no topics.</summary>
    public async ValueTask<(Refusal? Refusal, CampaignTopics? Topics, TargetContent? Content)> Topics(CampaignId campaign, Position atLeast, CancellationToken cancel)
    {
        await readModels.Reached(CampaignReader.ReadModel, atLeast, cancel);
        return campaigns.Topics(campaign) is { } topics
            ? (null, topics, TargetContent.Of(topics.Of, await content.Releases(cancel)))
            : (WhyNoTarget(campaign), null, null);
    }

    /// <summary>What a campaign tests; refused for a profile collection.</summary>
    public async ValueTask<(Refusal? Refusal, CampaignTarget? Target, TargetContent? Content)> Target(CampaignId campaign, Position atLeast, CancellationToken cancel)
    {
        await readModels.Reached(CampaignReader.ReadModel, atLeast, cancel);
        return campaigns.Target(campaign) is { } target
            ? (null, target, TargetContent.Of(target, await content.Releases(cancel)))
            : (WhyNoTarget(campaign), null, null);
    }

    /// <summary>A participation in this campaign; anybody else's does not exist.</summary>
    public (Refusal? Refusal, ParticipationSheet? Sheet) Participation(CampaignId campaign, ParticipationId participation) =>
        participants.Find(participation) is { } sheet && sheet.Campaign == campaign ? (null, sheet) : (Refusal.ParticipationUnknown, null);

    /// <summary>How far these are: 1 for what was sent, null when it is not known yet.</summary>
    public async ValueTask<Func<ParticipationId, bool, decimal?>> ProgressOf(IReadOnlyList<ParticipationId> notSent, Position atLeast, CancellationToken cancel)
    {
        await readModels.Reached(ProgressReader.ReadModel, atLeast, cancel);
        var known = progress.Find(notSent);
        return (participation, isSent) => isSent ? 1 : known.TryGetValue(participation, out var found) ? found.Displayed : null;
    }

    private Refusal WhyNoTarget(CampaignId campaign) => campaigns.Find(campaign) is null ? Refusal.CampaignUnknown : CampaignReadingRefusals.NoTopics;
}

/// <summary>Why a page about a campaign cannot be shown.</summary>
internal static class CampaignReadingRefusals
{
    /// <summary>A profile collection has no target.</summary>
    public static Refusal NoTopics { get; } = new(
        RefusalKind.Conflict,
        "campaign_tests_nothing",
        "Une collecte de profils ne porte sur aucun sujet : les profils reçus sont dans la liste des participants et dans l’export.");

    /// <summary>Nothing of an unsent result is visible beyond progress.</summary>
    public static Refusal NotSent { get; } = new(
        RefusalKind.Conflict,
        "results_not_sent",
        "Ce participant n’a pas encore envoyé ses résultats : seul son avancement est visible.");

    /// <summary>The topic is not in the target.</summary>
    public static Refusal TopicUnknown { get; } = new(RefusalKind.Unknown, "topic_unknown", "Ce sujet ne fait pas partie de la campagne.");

    /// <summary>The campaign compared with is another organisation's, or none.</summary>
    public static Refusal OtherCampaignUnknown { get; } = new(
        RefusalKind.Unknown, "other_campaign_unknown", "La campagne à comparer n’existe pas dans cet établissement.");
}

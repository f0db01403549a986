using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The figures of a campaign's page.</summary>
public sealed record ReadCampaign(CampaignId Campaign, Position AtLeast) : IQuery<CampaignPageView>;

/// <summary>
/// A campaign's page. The mean mastery is in whole percent (Rule D8), null before a first result and for a profile collection, for which the mean
/// of the pix that were sent (rounded down) and the certifiable profiles are given.
/// </summary>
public sealed record CampaignPageView(
    CampaignItemView Campaign,
    string? TargetProfile,
    int? TargetedSkills,
    int? MeanMastery,
    int? MeanPix,
    int? Certifiable,
    IReadOnlyList<StageCountView> Stages,
    IReadOnlyList<BadgeCountView> Badges);

/// <summary>How many participants are at a stage: it is the highest that they reach.</summary>
public sealed record StageCountView(int Stage, int Threshold, string Title, int Participants);

/// <summary>How many participants obtained a badge.</summary>
public sealed record BadgeCountView(string BadgeId, string Title, int Participants);

/// <summary>Handles <see cref="ReadCampaign"/>.</summary>
public sealed class ReadCampaignHandler(ReadModels readModels, CampaignReader campaigns) : IRequestHandler<ReadCampaign, Outcome<CampaignPageView>>
{
    /// <inheritdoc />
    public async Task<Outcome<CampaignPageView>> Handle(ReadCampaign request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CampaignReader.ReadModel, request.AtLeast, cancellationToken);
        if (campaigns.Figures(request.Campaign) is not { } figures) return Refusal.CampaignUnknown;
        var (entry, target) = (figures.Campaign, figures.Facts.Target);
        var isCollection = entry.Type == CampaignType.ProfilesCollection;
        var topics = target is null ? null : campaigns.Topics(request.Campaign);
        return Outcome<CampaignPageView>.Of(new CampaignPageView(
            CampaignItemView.Of(entry, null),
            target?.Name,
            target?.Skills.Count,
            topics is null || entry.Received == 0 ? null : CollectiveMastery.Of(topics, _ => true).Percent,
            !isCollection || entry.Received == 0 ? null : new PixAmount(figures.Pix.Units / entry.Received).Floor,
            isCollection ? figures.Certifiable : null,
            StagesOf(figures),
            BadgesOf(figures)));
    }

    /// <summary>How many participants are at each stage of the target, from the lowest.</summary>
    public static IReadOnlyList<StageCountView> StagesOf(CampaignFigures figures) =>
    [
        .. (figures.Facts.Target?.Stages ?? []).Select((stage, place) => new StageCountView(
            place, stage.Threshold, stage.Title, Count(figures.Stages, (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))),
    ];

    /// <summary>How many participants obtained each badge of the target.</summary>
    public static IReadOnlyList<BadgeCountView> BadgesOf(CampaignFigures figures) =>
        [.. (figures.Facts.Target?.Badges ?? []).Select(badge => new BadgeCountView(badge.Id, badge.Title, Count(figures.Badges, badge.Id)))];

    private static int Count(IReadOnlyDictionary<string, long> counts, string name) => (int)counts.GetValueOrDefault(name);
}

/// <summary>The mastery of all participants together.</summary>
internal static class CollectiveMastery
{
    /// <summary>Of some of a campaign's topics: what all validated, of what they could have.</summary>
    public static Mastery Of(CampaignTopics topics, Func<Topic, bool> looksAt)
    {
        var (validated, targeted) = (0L, 0L);
        for (var place = 0; place < topics.Totals.Count; place++)
        {
            var topic = topics.Of.Topics[place];
            if (!looksAt(topic)) continue;
            validated += topics.Totals[place].AllValidated;
            targeted += (long)topic.Places.Count * topics.Totals[place].Participants;
        }

        return new Mastery(checked((int)validated), checked((int)targeted));
    }
}

/// <summary><c>GET /campaigns/{campaign}</c></summary>
public static class ReadCampaignEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadCampaign(new CampaignId(campaign), MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readCampaign")
        .WithSummary("Lire les chiffres d’une campagne")
        .Produces<CampaignPageView>()
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
}

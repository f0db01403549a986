using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The progress of a pupil, or of the pupils of a class, from what they had sent up to one day to what they had sent up to another.</summary>
public sealed record ReadProgressBetweenDays(
    OrganisationId Organisation,
    PupilId? Pupil,
    string? Division,
    DateOnly From,
    DateOnly To,
    Position AtLeast) : IQuery<ProgressView>;

/// <summary>The progress of the participants of two campaigns from what they sent to the earlier one to what they sent to this one.</summary>
public sealed record ReadProgressBetweenCampaigns(CampaignId Campaign, CampaignId Earlier, string? Division, Position AtLeast) : IQuery<ProgressView>;

/// <summary>
/// Progress over so many people who sent results at both moments, over the skills that both were about. Mastery in whole percent, null when nothing
/// can be compared.
/// </summary>
public sealed record ProgressView(int People, int Compared, int? MasteryBefore, int? MasteryAfter, IReadOnlyList<CompetenceProgressView> Competences);

/// <summary>A competence: results compared (skills times people), validated then and later, gained and lost.</summary>
public sealed record CompetenceProgressView(string Code, string Name, int Compared, int Before, int After, int Gained, int Lost);

/// <summary>Handles <see cref="ReadProgressBetweenDays"/> and <see cref="ReadProgressBetweenCampaigns"/>.</summary>
public sealed class ReadProgressHandler(
    ReadModels readModels,
    CampaignReader campaigns,
    ParticipantReader participants,
    Content content,
    LearnerRules rules) :
    IRequestHandler<ReadProgressBetweenDays, Outcome<ProgressView>>,
    IRequestHandler<ReadProgressBetweenCampaigns, Outcome<ProgressView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ProgressView>> Handle(ReadProgressBetweenDays request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CampaignReader.ReadModel, request.AtLeast, cancellationToken);
        var (before, after) = (EndOf(request.From), EndOf(request.To));
        var people = participants.SentUntil(request.Organisation, request.Pupil, request.Division, after)
            .GroupBy(sent => sent.Whose)
            .Select(whose => (
                Before: whose.Where(sent => sent.At <= before).Select(OnTarget).ToList(),
                After: whose.Select(OnTarget).ToList()));
        return await View(people, cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Outcome<ProgressView>> Handle(ReadProgressBetweenCampaigns request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CampaignReader.ReadModel, request.AtLeast, cancellationToken);
        if (campaigns.Find(request.Campaign) is not { } campaign) return Refusal.CampaignUnknown;
        if (campaigns.Find(request.Earlier)?.Organisation != campaign.Organisation) return CampaignReadingRefusals.OtherCampaignUnknown;
        if (campaigns.Target(request.Campaign) is not { } later || campaigns.Target(request.Earlier) is not { } earlier) return CampaignReadingRefusals.NoTopics;
        var before = participants.Results(request.Earlier, request.Division).ToDictionary(one => one.Id.Learner, one => one.Results);
        var people = participants.Results(request.Campaign, request.Division)
            .Where(one => before.ContainsKey(one.Id.Learner))
            .Select(one => (
                Before: new List<ResultsOnTarget> { new(earlier.Target, before[one.Id.Learner]) },
                After: new List<ResultsOnTarget> { new(later.Target, one.Results) }));
        return await View(people, cancellationToken);
    }

    private async ValueTask<Outcome<ProgressView>> View(IEnumerable<(List<ResultsOnTarget> Before, List<ResultsOnTarget> After)> people, CancellationToken cancel)
    {
        if ((await content.Releases(cancel)).Active is not { } active) return Refusal.ReferentialMissing;
        var compared = 0;
        var progress = new SortedDictionary<string, SkillsProgress>(StringComparer.Ordinal);
        foreach (var (before, after) in people)
        {
            if (before.Count == 0 || after.Count == 0) continue;
            compared++;
            foreach (var (competence, own) in SkillsComparison.Between(before, after))
                progress[competence.Value] = progress.GetValueOrDefault(competence.Value) + own;
        }

        var all = progress.Values.Aggregate(default(SkillsProgress), (sum, own) => sum + own);
        return Outcome<ProgressView>.Of(new ProgressView(
            compared,
            all.Compared,
            all.Compared == 0 ? null : new Mastery(all.Before, all.Compared).Percent,
            all.Compared == 0 ? null : new Mastery(all.After, all.Compared).Percent,
            [
                .. progress.Select(one => new CompetenceProgressView(
                    one.Key,
                    active.Find(new CompetenceCode(one.Key))?.Name ?? one.Key,
                    one.Value.Compared,
                    one.Value.Before,
                    one.Value.After,
                    one.Value.Gained,
                    one.Value.Lost)),
            ]));
    }

    private ResultsOnTarget OnTarget(DatedResults sent) => new(campaigns.Target(sent.Campaign)!.Target, sent.Results);

    // The last instant of a school day.
    private DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, rules.Delays.SchoolTime.GetUtcOffset(midnight)).AddTicks(-1);
    }
}

/// <summary><c>GET /organisations/{organisation}/progress</c> and <c>GET /campaigns/{campaign}/progress</c></summary>
public static class ReadProgressEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/organisations/{organisation:guid}/progress", (Guid organisation, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ReadProgressBetweenDays(
                    new OrganisationId(organisation),
                    ReadingQuery.Id(http, "pupilId") is { } pupil ? new PupilId(pupil) : null,
                    ReadingQuery.Text(http, "class"),
                    ReadingQuery.Required("from", ReadingQuery.Day(http, "from")),
                    ReadingQuery.Required("to", ReadingQuery.Day(http, "to")),
                    MinimumPosition.Of(http, log))))
            .RequireAuthorization(MemberPolicies.OrganisationMember)
            .WithName("readProgressBetweenDays")
            .WithSummary("Mesurer les progrès d’un élève (pupilId) ou d’une classe (class) entre deux jours (from, to)")
            .Produces<ProgressView>()
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/campaigns/{campaign:guid}/progress", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ReadProgressBetweenCampaigns(
                    new CampaignId(campaign),
                    new CampaignId(ReadingQuery.Required("since", ReadingQuery.Id(http, "since"))),
                    ReadingQuery.Text(http, "class"),
                    MinimumPosition.Of(http, log))))
            .RequireAuthorization(MemberPolicies.OrganisationMember)
            .WithName("readProgressBetweenCampaigns")
            .WithSummary("Mesurer les progrès depuis une campagne précédente (since), pour tous ou une classe (class)")
            .Produces<ProgressView>()
            .ProducesProblems(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
    }
}

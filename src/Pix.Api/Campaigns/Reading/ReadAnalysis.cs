using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>In which order topics are shown (Rule 8.5).</summary>
public enum AnalysisOrder
{
    /// <summary>What is the most to be worked on first.</summary>
    MostRelevantFirst,

    /// <summary>What is the best known first.</summary>
    LeastRelevantFirst,
}

/// <summary>Which topics are shown: those that all participants have wholly validated are no recommendation (Rule D7).</summary>
public enum AnalysisScope
{
    /// <summary>What there is to work on.</summary>
    Recommended,

    /// <summary>Every topic.</summary>
    All,
}

/// <summary>The analysis of a campaign: topics to rework, by relevance (Rules 8.3-8.7, D7).</summary>
public sealed record ReadAnalysis(CampaignId Campaign, AnalysisOrder Order, AnalysisScope Scope, Position AtLeast) : IQuery<AnalysisView>;

/// <summary>The analysis of one participant's results (Rule 8.8).</summary>
public sealed record ReadParticipantAnalysis(CampaignId Campaign, ParticipationId Participation, AnalysisOrder Order, AnalysisScope Scope, Position AtLeast)
    : IQuery<AnalysisView>;

/// <summary>
/// Topics to rework, over so many participants' results. <paramref name="MasteredByAll"/> is how many topics everybody has wholly validated, shown or
/// not; <paramref name="Changes"/> grows with every result that counts.
/// </summary>
public sealed record AnalysisView(Guid CampaignId, int Participants, int MasteredByAll, long Changes, IReadOnlyList<TopicView> Topics);

/// <summary>
/// A topic. The exact score is shown with two decimals (the lower, the more recommended); relevance goes from 4 dots to 1; both are null without
/// results. <paramref name="Terms"/> make the score.
/// </summary>
public sealed record TopicView(
    string TubeId,
    string Title,
    string Description,
    string CompetenceCode,
    string Competence,
    string Area,
    string AreaColour,
    decimal? Score,
    int? Relevance,
    ScoreTermsView? Terms,
    TopicCountsView Skills,
    bool MasteredByAll,
    int TutorialCount,
    IReadOnlyList<TutorialView> Tutorials)
{
    private const int Decimals = 2;

    /// <summary>A topic as all, or one, of the participants stand in it.</summary>
    public static TopicView Of(Topic topic, TopicTotals totals, TopicScore? score, TopicContent content) => new(
        topic.Tube.Value,
        content.Title,
        content.Description,
        topic.Competence.Value,
        content.Competence,
        content.Area.Title,
        content.Area.Colour,
        score?.Total.Rounded(Decimals),
        score?.Relevance,
        score is null
            ? null
            : new ScoreTermsView(
                score.Reached.Rounded(Decimals), score.Difficulty.Rounded(Decimals), score.Validated.Rounded(Decimals), score.Closeness.Rounded(Decimals)),
        new TopicCountsView(
            topic.Places.Count,
            totals.Validated,
            totals.ValidatedByInference,
            totals.Invalidated,
            totals.InvalidatedByInference,
            totals.Untested),
        totals.IsMasteredByAll,
        content.Tutorials.Count,
        content.Tutorials);
}

/// <summary>
/// What makes a score (Rule 8.3): the level reached (of 40), the topic's difficulty in the target (of 30), what is validated (of 20), how close the
/// next level is (of 10, more when levels have holes).
/// </summary>
public sealed record ScoreTermsView(decimal Reached, decimal Difficulty, decimal Validated, decimal Closeness);

/// <summary>The topic's targeted skills, and how their results stand over all participants: answered themselves, or deduced.</summary>
public sealed record TopicCountsView(
    int Targeted,
    long Validated,
    long ValidatedByInference,
    long Failed,
    long FailedByInference,
    long Untested);

/// <summary>Handles <see cref="ReadAnalysis"/> and <see cref="ReadParticipantAnalysis"/>.</summary>
public sealed class ReadAnalysisHandler(CampaignPages pages) :
    IRequestHandler<ReadAnalysis, Outcome<AnalysisView>>,
    IRequestHandler<ReadParticipantAnalysis, Outcome<AnalysisView>>
{
    /// <inheritdoc />
    public async Task<Outcome<AnalysisView>> Handle(ReadAnalysis request, CancellationToken cancellationToken)
    {
        var (refusal, topics, content) = await pages.Topics(request.Campaign, request.AtLeast, cancellationToken);
        if (topics is null) return refusal!;
        return Outcome<AnalysisView>.Of(Analyse(topics.Of, topics.Totals, content!, topics.Of.Campaign.Received, request.Order, request.Scope));
    }

    /// <inheritdoc />
    public async Task<Outcome<AnalysisView>> Handle(ReadParticipantAnalysis request, CancellationToken cancellationToken)
    {
        var (refusal, target, content) = await pages.Target(request.Campaign, request.AtLeast, cancellationToken);
        if (target is null) return refusal!;
        var (unknown, sheet) = pages.Participation(request.Campaign, request.Participation);
        if (sheet is null) return unknown!;
        if (sheet.Sent?.Results is not { } results) return CampaignReadingRefusals.NotSent;
        TopicTotals[] totals = [.. target.Topics.Select(topic => TopicTotals.Of(topic.ResultOf(results)))];
        return Outcome<AnalysisView>.Of(Analyse(target, totals, content!, 1, request.Order, request.Scope));
    }

    private static AnalysisView Analyse(
        CampaignTarget target,
        IReadOnlyList<TopicTotals> totals,
        TargetContent content,
        int participants,
        AnalysisOrder order,
        AnalysisScope scope)
    {
        var scored = new List<(int Place, TopicScore? Score)>(totals.Count);
        for (var place = 0; place < totals.Count; place++)
        {
            if (scope == AnalysisScope.All || !totals[place].IsMasteredByAll) scored.Add((place, totals[place].ScoreOf(target.Topics[place])));
        }

        // Topics of one score stay in the target's order.
        var sorted = order == AnalysisOrder.MostRelevantFirst
            ? scored.OrderBy(topic => topic.Score?.Total)
            : scored.OrderByDescending(topic => topic.Score?.Total);
        return new AnalysisView(
            target.Campaign.Id.Value,
            participants,
            totals.Count(topic => topic.IsMasteredByAll),
            target.Campaign.Changes,
            [.. sorted.Select(topic => TopicView.Of(target.Topics[topic.Place], totals[topic.Place], topic.Score, content.Topics[topic.Place]))]);
    }
}

/// <summary><c>GET /campaigns/{campaign}/analysis</c> and <c>GET …/participants/{participant}/analysis</c></summary>
public static class ReadAnalysisEndpoints
{
    private static readonly Dictionary<string, AnalysisOrder> Orders = new()
    {
        ["relevance"] = AnalysisOrder.MostRelevantFirst,
        ["-relevance"] = AnalysisOrder.LeastRelevantFirst,
    };

    private static readonly Dictionary<string, AnalysisScope> Scopes = new() { ["recommended"] = AnalysisScope.Recommended, ["all"] = AnalysisScope.All };

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/campaigns/{campaign:guid}/analysis", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            {
                var (order, scope) = Asked(http);
                return endpoint.Show(
                    http,
                    new ReadAnalysis(new CampaignId(campaign), order, scope, MinimumPosition.Of(http, log)),
                    analysis => EntityTags.Tagged(http, log, analysis, analysis.Changes, (long)order, (long)scope));
            })
            .RequireAuthorization(MemberPolicies.OrganisationMember)
            .WithName("readAnalysis")
            .WithSummary("Analyser une campagne : sujets à retravailler, par pertinence (sort), recommandés ou tous (topics)")
            .Produces<AnalysisView>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblems(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/campaigns/{campaign:guid}/participants/{participant}/analysis", (Guid campaign, string participant, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            {
                var (order, scope) = Asked(http);
                return endpoint.Ask(http, new ReadParticipantAnalysis(
                    new CampaignId(campaign), ReadParticipantEndpoint.Participant(participant), order, scope, MinimumPosition.Of(http, log)));
            })
            .RequireAuthorization(MemberPolicies.OrganisationMember)
            .WithName("readParticipantAnalysis")
            .WithSummary("Analyser les résultats d’un participant")
            .Produces<AnalysisView>()
            .ProducesProblems(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status503ServiceUnavailable);
    }

    private static (AnalysisOrder Order, AnalysisScope Scope) Asked(HttpContext http) =>
        (ReadingQuery.OneOf(http, "sort", Orders, AnalysisOrder.MostRelevantFirst), ReadingQuery.OneOf(http, "topics", Scopes, AnalysisScope.Recommended));
}

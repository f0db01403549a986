using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The collective results of a campaign (Rule 8.2).</summary>
public sealed record ReadResults(CampaignId Campaign, Position AtLeast) : IQuery<ResultsView>;

/// <summary>Results per competence over so many participants; stages and badges as participants reached them.</summary>
public sealed record ResultsView(
    Guid CampaignId,
    int Participants,
    int? MeanMastery,
    long Changes,
    IReadOnlyList<CompetenceResultsView> Competences,
    IReadOnlyList<StageCountView> Stages,
    IReadOnlyList<BadgeCountView> Badges);

/// <summary>
/// A competence: its targeted skills, how many of them a participant has validated on average (two decimals; 0 without participants), and the
/// mastery of all together, in whole percent.
/// </summary>
public sealed record CompetenceResultsView(string Code, string Name, string Area, string AreaColour, int Targeted, decimal MeanValidated, int Mastery);

/// <summary>Handles <see cref="ReadResults"/>.</summary>
public sealed class ReadResultsHandler(CampaignPages pages, CampaignReader campaigns) : IRequestHandler<ReadResults, Outcome<ResultsView>>
{
    private const int Decimals = 2;

    /// <inheritdoc />
    public async Task<Outcome<ResultsView>> Handle(ReadResults request, CancellationToken cancellationToken)
    {
        var (refusal, topics, content) = await pages.Topics(request.Campaign, request.AtLeast, cancellationToken);
        if (topics is null) return refusal!;
        var figures = campaigns.Figures(request.Campaign)!;
        var participants = topics.Of.Campaign.Received;
        return Outcome<ResultsView>.Of(new ResultsView(
            request.Campaign.Value,
            participants,
            participants == 0 ? null : CollectiveMastery.Of(topics, _ => true).Percent,
            topics.Of.Campaign.Changes,
            [.. content!.Competences.Select(code => CompetenceOf(code, topics, content, participants))],
            ReadCampaignHandler.StagesOf(figures),
            ReadCampaignHandler.BadgesOf(figures)));
    }

    private static CompetenceResultsView CompetenceOf(CompetenceCode code, CampaignTopics topics, TargetContent content, int participants)
    {
        var mastery = CollectiveMastery.Of(topics, topic => topic.Competence == code);
        var area = content.AreaOf(code);
        return new CompetenceResultsView(
            code.Value,
            content.NameOf(code),
            area.Title,
            area.Colour,
            topics.Of.Target.Skills.Count(skill => skill.Competence == code),
            participants == 0 ? 0 : new Fraction(mastery.Validated, participants).Rounded(Decimals),
            mastery.Percent);
    }
}

/// <summary><c>GET /campaigns/{campaign}/results</c>: JSON, or the export for who accepts <c>text/csv</c>.</summary>
public static class ReadResultsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/results", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
        {
            var (id, atLeast) = (new CampaignId(campaign), MinimumPosition.Of(http, log));
            return CsvResult.IsAskedFor(http)
                ? endpoint.Show(http, new ExportResults(id, atLeast), document => new CsvResult(document))
                : endpoint.Show(http, new ReadResults(id, atLeast), results => EntityTags.Tagged(http, log, results, results.Changes));
        })
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readResults")
        .WithSummary("Lire les résultats collectifs par compétence, ou l’export (Accept: text/csv)")
        .Produces<ResultsView>()
        .Produces(StatusCodes.Status304NotModified)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable);
}

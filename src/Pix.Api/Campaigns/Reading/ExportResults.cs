using System.Runtime.CompilerServices;
using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The CSV export of a campaign (Rules 9.1-9.4).</summary>
public sealed record ExportResults(CampaignId Campaign, Position AtLeast) : IQuery<CsvDocument>;

/// <summary>
/// Handles <see cref="ExportResults"/>: participants are read in lots, by name, so that any number of them needs the memory of one lot. Each line is
/// of one instant; a sending that comes meanwhile may be in it or not.
/// </summary>
public sealed class ExportResultsHandler(
    ReadModels readModels,
    CampaignReader campaigns,
    ParticipantReader participants,
    ProgressReader progress,
    Aggregates<Organisation, OrganisationEvent> organisations,
    Content content,
    LearnerRules rules,
    TimeProvider clock) : IRequestHandler<ExportResults, Outcome<CsvDocument>>
{
    private const int Lot = 500;

    /// <inheritdoc />
    public async Task<Outcome<CsvDocument>> Handle(ExportResults request, CancellationToken cancellationToken)
    {
        await readModels.Reached(CampaignReader.ReadModel, request.AtLeast, cancellationToken);
        await readModels.Reached(ProgressReader.ReadModel, request.AtLeast, cancellationToken);
        if (campaigns.Figures(request.Campaign) is not { } figures) return Refusal.CampaignUnknown;
        var organisation = (await organisations.Load(Streams.Organisation(figures.Campaign.Organisation), cancellationToken)).State.Facts!;
        var releases = await content.Releases(cancellationToken);
        var exported = new ExportedCampaign(organisation, figures.Campaign, figures.Facts, rules.Delays.SchoolTime);
        IExport export = campaigns.Target(request.Campaign) is { } target
            ? new AssessmentExport(exported, target, TargetContent.Of(target, releases))
            : new ProfilesExport(exported, releases.Active!);
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.Delays.SchoolTime).DateTime;
        return Outcome<CsvDocument>.Of(new CsvDocument(
            Csv.FileName(figures.Campaign.Name, figures.Campaign.Id.ToString(), local), Lines(export, request.Campaign, cancellationToken)));
    }

    private async IAsyncEnumerable<string> Lines(IExport export, CampaignId campaign, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return export.Header();
        foreach (var lot in participants.All(campaign, null).Chunk(Lot))
        {
            // Lots are read on a thread of the pool, one after the other: the client takes its time between them.
            await Task.Yield();
            cancel.ThrowIfCancellationRequested();
            var sheets = participants.Read(campaign, lot);
            var notSent = progress.Find([.. sheets.Where(sheet => sheet.Sent is null).Select(sheet => sheet.Id)]);
            foreach (var sheet in sheets)
                yield return export.Line(sheet, sheet.Sent is null ? notSent.TryGetValue(sheet.Id, out var known) ? known : null : null);
        }
    }
}

/// <summary>An export: its header, and a line per participation.</summary>
internal interface IExport
{
    /// <summary>The names of the columns.</summary>
    string Header();

    /// <summary>A participation; <paramref name="progress"/> is of one that was not sent, null when it is not known.</summary>
    string Line(ParticipationSheet sheet, Progress? progress);
}

/// <summary><c>GET /campaigns/{campaign}/results.csv</c></summary>
public static class ExportResultsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/results.csv", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Show(http, new ExportResults(new CampaignId(campaign), MinimumPosition.Of(http, log)), document => new CsvResult(document)))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("exportResults")
        .WithSummary("Exporter les résultats d’une campagne (CSV)")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
}

using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The export of one class for the term report: INE, name, mastery in percent, date of sending.</summary>
public sealed record ExportClassReport(CampaignId Campaign, string Division, Position AtLeast) : IQuery<CsvDocument>;

/// <summary>Handles <see cref="ExportClassReport"/>: every pupil of the class, also those who sent nothing.</summary>
public sealed class ExportClassReportHandler(CampaignPages pages, ParticipantReader participants, LearnerRules rules, TimeProvider clock)
    : IRequestHandler<ExportClassReport, Outcome<CsvDocument>>
{
    private const int LargestClass = 10_000;

    /// <inheritdoc />
    public async Task<Outcome<CsvDocument>> Handle(ExportClassReport request, CancellationToken cancellationToken)
    {
        var (refusal, target, _) = await pages.Target(request.Campaign, request.AtLeast, cancellationToken);
        if (target is null) return refusal!;
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.Delays.SchoolTime).DateTime;
        return Outcome<CsvDocument>.Of(new CsvDocument(
            Csv.FileName($"{target.Campaign.Name}-{request.Division}", target.Campaign.Id.ToString(), local),
            Lines(target, request.Division).ToAsyncEnumerable()));
    }

    private IEnumerable<string> Lines(CampaignTarget target, string division)
    {
        yield return Csv.Line("INE", "Nom", "Prénom", "Classe", "% de maîtrise", "Date d'envoi");
        foreach (var pupil in participants.List(new ParticipantQuery(target.Campaign, null, division, null, 0, LargestClass)).Entries)
        {
            yield return Csv.Line(
                pupil.Ine,
                pupil.LastName,
                pupil.FirstName,
                pupil.Division,
                pupil.Validated is { } validated ? new Mastery(validated, target.Target.Skills.Count).Percent : ExportedCampaign.NotAvailable,
                pupil.SentAt is { } at ? InSchoolTime(at) : ExportedCampaign.NotAvailable);
        }
    }

    private string InSchoolTime(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, rules.Delays.SchoolTime).ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary><c>GET /campaigns/{campaign}/report.csv?class=…</c></summary>
public static class ExportClassReportEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/campaigns/{campaign:guid}/report.csv", (Guid campaign, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Show(
                http,
                new ExportClassReport(new CampaignId(campaign), ReadingQuery.RequiredText(http, "class"), MinimumPosition.Of(http, log)),
                document => new CsvResult(document)))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("exportClassReport")
        .WithSummary("Exporter les résultats d’une classe (class) pour le bulletin (CSV)")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesProblems(
            StatusCodes.Status404NotFound,
            StatusCodes.Status409Conflict,
            StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status503ServiceUnavailable);
}

using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>What the school record says of the certification of a school's pupils, or of one class of them, read at this log position or later.</summary>
public sealed record ExportSchoolRecord(OrganisationId Organisation, string? Division, Position AtLeast) : IQuery<CsvDocument>;

/// <summary>
/// Handles <see cref="ExportSchoolRecord"/>: one line for every pupil. It tells the latest test that certifies something, else the latest one that
/// is published; what a pupil took elsewhere than as a pupil of this school is not told.
/// </summary>
public sealed class ExportSchoolRecordHandler(ReadModels readModels, PupilReader pupils, CertificateReader certificates, CertificateDesk desk, Content content)
    : IRequestHandler<ExportSchoolRecord, Outcome<CsvDocument>>
{
    private const int LargestSchool = 100_000;

    /// <inheritdoc />
    public async Task<Outcome<CsvDocument>> Handle(ExportSchoolRecord request, CancellationToken cancellationToken)
    {
        await readModels.Reached(PupilReader.ReadModel, request.AtLeast, cancellationToken);
        await readModels.Reached(CertificateReader.ReadModel, request.AtLeast, cancellationToken);
        if ((await content.Releases(cancellationToken)).Active is not { } referential) return Refusal.ReferentialMissing;
        var listed = pupils.Pupils(request.Organisation, request.Division, 0, LargestSchool).Pupils;
        return Outcome<CsvDocument>.Of(new CsvDocument(
            Csv.FileName(request.Division is { } division ? $"livret-scolaire-{division}" : "livret-scolaire", request.Organisation.ToString(), desk.LocalNow),
            Lines(listed, referential).ToAsyncEnumerable()));
    }

    private IEnumerable<string> Lines(IReadOnlyList<PupilView> listed, Referential referential)
    {
        var cells = new ResultsCsv(desk, referential);
        var tests = certificates.OfPupils(listed.Select(pupil => pupil.Pupil)).ToLookup(test => test.Pupil!.Value);
        yield return Csv.Line(["INE", "Nom", "Prénom", "Date de naissance", "Classe", .. cells.ResultColumns()]);
        foreach (var pupil in listed)
        {
            yield return Csv.Line(
            [
                pupil.Ine,
                pupil.Names.LastName ?? pupil.Names.PreferredLastName,
                pupil.Names.FirstName,
                pupil.BirthDate is { } born ? HtmlText.French(born) : string.Empty,
                pupil.Division,
                .. cells.ResultCells(Best(tests[pupil.Pupil])),
            ]);
        }
    }

    private CertificateEntry? Best(IEnumerable<CertificateEntry> tests) => tests
        .Where(test => test.Standing != CertificateStanding.Awaiting)
        .OrderByDescending(test => desk.StandingOf(test) == CertificateStanding.Valid)
        .ThenByDescending(test => test.TakenAt)
        .FirstOrDefault();
}

/// <summary><c>GET /organisations/{organisation}/certifications.csv?class=…</c></summary>
public static class ExportSchoolRecordEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations/{organisation:guid}/certifications.csv", (Guid organisation, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Show(
                http,
                new ExportSchoolRecord(new OrganisationId(organisation), ReadingQuery.Text(http, "class"), MinimumPosition.Of(http, log)),
                document => new CsvResult(document)))
        .RequireAuthorization(MemberPolicies.OrganisationAdministrator)
        .WithName("exportSchoolRecord")
        .WithSummary("Les certifications des élèves, ou d’une classe (class), pour le livret scolaire (CSV)")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status503ServiceUnavailable);
}

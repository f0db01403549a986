using System.Globalization;
using MediatR;
using Pix.Domain;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The published results of a session, for its centre; that they were handed out is recorded.</summary>
public sealed record IssueResults(SessionId Session) : ICommand<CsvDocument>;

/// <summary>Handles <see cref="IssueResults"/>.</summary>
public sealed class IssueResultsHandler(IssuedResults results) : IRequestHandler<IssueResults, Outcome<CsvDocument>>
{
    /// <inheritdoc />
    public Task<Outcome<CsvDocument>> Handle(IssueResults request, CancellationToken cancellationToken) =>
        results.Of(request.Session, _ => true, cancellationToken);
}

/// <summary>A session's published results as a file; each time it is handed out leaves a record in the session.</summary>
public sealed class IssuedResults(SessionDesk sessions, CertificateDesk desk, ReadModels readModels, CertificateReader certificates, Content content)
{
    private static readonly StringComparer French = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    /// <summary>Those of some candidates.</summary>
    public async Task<Outcome<CsvDocument>> Of(SessionId session, Func<CandidateId, bool> isAsked, CancellationToken cancel)
    {
        var decided = await sessions.Decide(session, (state, now) => state.IssueResults(now), cancel);
        if (decided.Refusal is { } refusal) return refusal;
        await readModels.Reached(CertificateReader.ReadModel, decided.Position, cancel);
        var tests = certificates.OfSession(session).Where(entry => isAsked(entry.Candidate));
        return Outcome<CsvDocument>.Of(
            new CsvDocument(
                Csv.FileName("certification", session.ToString(), desk.LocalNow),
                Lines(tests, (await content.Releases(cancel)).Active!).ToAsyncEnumerable()),
            decided.Position);
    }

    private IEnumerable<string> Lines(IEnumerable<CertificateEntry> tests, Referential referential)
    {
        var cells = new ResultsCsv(desk, referential);
        yield return Csv.Line(
        [
            "N° de session", "Centre de certification", "N° de certification", "Nom de naissance", "Prénom", "Date de naissance", "Lieu de naissance",
            "Identifiant local", "Classe", .. cells.ResultColumns(), "Commentaire pour l’établissement",
        ]);
        foreach (var test in tests.OrderBy(test => test.Identity?.LastName, French).ThenBy(test => test.Identity?.FirstName, French).ThenBy(test => test.Code, StringComparer.Ordinal))
        {
            yield return Csv.Line(
            [
                test.Session.Value,
                test.Centre,
                test.Certification.ToString(),
                test.Identity?.LastName,
                test.Identity?.FirstName,
                test.Identity is { } born ? HtmlText.French(born.BirthDate) : string.Empty,
                test.Identity is { } identity ? CertificateDesk.PlaceOf(identity.BirthPlace) : string.Empty,
                test.ExternalId,
                test.Division,
                .. cells.ResultCells(test),
                ResultsCsv.CommentOf(test),
            ]);
        }
    }
}

/// <summary><c>GET /sessions/{session}/results.csv</c></summary>
public static class IssueResultsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/sessions/{session:int}/results.csv", (int session, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Print(http, new IssueResults(new SessionId(session)), document => new CsvResult(document)))
        .RequireAuthorization(MemberPolicies.CentreManager)
        .WithName("issueResults")
        .WithSummary("Les résultats publiés d’une session, en CSV, pour son centre")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status503ServiceUnavailable);
}

using System.Globalization;
using MediatR;
using Pix.Domain;
using static Pix.Api.HtmlText;

namespace Pix.Api;

/// <summary>A paper with the candidates' names: that it was handed out is recorded (Rules 11.6, D13).</summary>
public sealed record IssuePaper(SessionId Session, SessionPaper Paper) : ICommand<IssuedPaper>;

/// <summary>What stands on the paper: the session, and its candidates by name; those who were erased are left out.</summary>
public sealed record IssuedPaper(SessionId Session, SessionDetails Details, string? Examiners, IReadOnlyList<(CandidateIdentity Identity, string Code)> Candidates);

/// <summary>Handles <see cref="IssuePaper"/>.</summary>
public sealed class IssuePaperHandler(SessionDesk desk) : IRequestHandler<IssuePaper, Outcome<IssuedPaper>>
{
    private static readonly StringComparer French = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    /// <inheritdoc />
    public async Task<Outcome<IssuedPaper>> Handle(IssuePaper request, CancellationToken cancellationToken)
    {
        var decided = await desk.Decide(request.Session, (session, now) => session.IssuePaper(request.Paper, now), cancellationToken);
        return decided.ToOutcome(done => new IssuedPaper(
            request.Session,
            done.After.Details!,
            desk.Open(done.After.Texts!)?.Examiners,
            [.. Named(done.After).OrderBy(one => one.Identity.LastName, French).ThenBy(one => one.Identity.FirstName, French)]));
    }

    private IEnumerable<(CandidateIdentity Identity, string Code)> Named(Session session)
    {
        foreach (var candidate in session.Candidates)
        {
            if (desk.Open(candidate.Identity) is { } identity) yield return (identity, candidate.PersonalCode);
        }
    }
}

/// <summary>Papers as self-contained pages to print, and as CSV.</summary>
internal static class PaperPages
{
    private const string Style =
        "body{font:11pt sans-serif;margin:1.5cm;color:#000}h1{font-size:15pt}table{border-collapse:collapse;width:100%}"
        + "th,td{border:1px solid #000;padding:.35em .5em;text-align:left}td.sign{width:5cm;height:1.1cm}"
        + ".slip{border:1px dashed #000;padding:1em;margin:0 0 .6cm;break-inside:avoid}.code{font:bold 20pt monospace;letter-spacing:.1em}"
        + "thead{display:table-header-group}th.title{border:0;padding-left:0}tr{break-inside:avoid}@media print{body{margin:0}}";

    /// <summary>The sheet that candidates sign: no code stands on it (Rule D13). The table's head, and so the title, comes back on each printed page.</summary>
    public static IResult SignInSheet(IssuedPaper paper) => Page(
        $"Feuille d’émargement, session n° {paper.Session}",
        $"""
        <p>{Encoded(paper.Details.Address)}, {Encoded(paper.Details.Room)}. Surveillance : {Encoded(paper.Examiners)}.</p>
        <table><thead><tr><th class="title" colspan="7">Feuille d’émargement, session n° {paper.Session}, le {French(paper.Details.Date)} à {Hour(paper.Details.Time)}, {Encoded(paper.Details.Room)}</th></tr>
        <tr><th scope="col">Nom</th><th scope="col">Prénom</th><th scope="col">Né(e) le</th><th scope="col">Identifiant local</th><th scope="col">Classe</th><th scope="col">Temps majoré</th><th scope="col">Signature</th></tr></thead><tbody>
        {string.Concat(paper.Candidates.Select(candidate => Row(candidate.Identity)))}
        </tbody></table>
        """,
        paper.Details);

    /// <summary>One slip per candidate, to be cut out and handed over once they signed (Rule D13).</summary>
    public static IResult Slips(IssuedPaper paper) => Page(
        $"Codes personnels, session n° {paper.Session}",
        string.Concat(paper.Candidates.Select(candidate =>
            $"""<section class="slip"><p>{Encoded(candidate.Identity.FirstName)} {Encoded(candidate.Identity.LastName)}, session n° {paper.Session}</p><p class="code">{Grouped(candidate.Code)}</p><p>Ce code vous ouvre votre test de certification.</p></section>""")),
        paper.Details);

    /// <summary>The candidates' list, without codes (Rule 11.6).</summary>
    public static IResult List(IssuedPaper paper) => Results.Text(
        Csv.ByteOrderMark
        + Csv.Line("Nom de naissance", "Prénom", "Date de naissance", "Identifiant local", "Classe", "Temps majoré (%)")
        + string.Concat(paper.Candidates.Select(candidate => Csv.Line(
            candidate.Identity.LastName,
            candidate.Identity.FirstName,
            French(candidate.Identity.BirthDate),
            candidate.Identity.ExternalId,
            candidate.Identity.Division,
            candidate.Identity.ExtraTimePercent))),
        "text/csv; charset=utf-8");

    private static string Row(CandidateIdentity candidate) =>
        $"<tr><td>{Encoded(candidate.LastName)}</td><td>{Encoded(candidate.FirstName)}</td><td>{French(candidate.BirthDate)}</td><td>{Encoded(candidate.ExternalId)}</td>"
        + $"<td>{Encoded(candidate.Division)}</td><td>{(candidate.ExtraTimePercent == 0 ? string.Empty : $"{candidate.ExtraTimePercent} %")}</td><td class=\"sign\"></td></tr>";

    private static IResult Page(string title, string body, SessionDetails details) => Results.Text(
        $"""
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><title>{Encoded(title)}</title><style>{Style}</style></head>
        <body><h1>{Encoded(title)}</h1><p>Le {French(details.Date)} à {Hour(details.Time)}.</p>
        {body}
        </body></html>
        """,
        "text/html; charset=utf-8");

    private static string Grouped(string code) => $"{code[..4]}-{code[4..7]}-{code[7..]}";
}

/// <summary><c>GET /sessions/{session}/sign-in-sheet</c>, <c>/slips</c> and <c>/candidates.csv</c></summary>
public static class SessionPapersEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "sign-in-sheet", SessionPaper.SignInSheet, "text/html", PaperPages.SignInSheet, "readSignInSheet", "La feuille d’émargement, à imprimer");
        Map(routes, "slips", SessionPaper.CandidateSlips, "text/html", PaperPages.Slips, "readSlips", "Les codes personnels, un coupon par candidat, à imprimer");
        Map(routes, "candidates.csv", SessionPaper.CandidateList, "text/csv", PaperPages.List, "readCandidateList", "La liste des candidats, en CSV");
    }

    private static void Map(
        IEndpointRouteBuilder routes,
        string address,
        SessionPaper paper,
        string mediaType,
        Func<IssuedPaper, IResult> print,
        string name,
        string summary) => routes
        .MapGet($"/sessions/{{session:int}}/{address}", (int session, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Print(http, new IssuePaper(new SessionId(session), paper), print))
        .RequireAuthorization(MemberPolicies.CentreMember)
        .WithName(name)
        .WithSummary(summary)
        .Produces<string>(StatusCodes.Status200OK, mediaType)
        .ProducesProblems(StatusCodes.Status404NotFound);
}

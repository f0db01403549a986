using System.Text.Json.Serialization;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Opens the sessions of a file with their candidates (Rule 11.5). The file's hash stands for it in what a retry is compared with.</summary>
public sealed record ImportSessions(OrganisationId Centre, string Hash) : ICommand<ImportedSessions>
{
    [JsonIgnore]
    internal Stream? Content { get; init; }
}

/// <summary>The sessions that the file names, in its order.</summary>
public sealed record ImportedSessions(IReadOnlyList<ImportedSession> Sessions);

/// <summary>
/// A session of the file: opened by it or not, whom it enrolled, how many are enrolled in all, and a warning when more are than may be in the test
/// at the same time (Rule D15). One that was there already, as the file says, is left as it was.
/// </summary>
public sealed record ImportedSession(int Session, bool Opened, int Added, int Enrolled, string? Warning);

/// <summary>
/// Handles <see cref="ImportSessions"/>: everything is checked before anything is written, then each session is one append with all of its
/// candidates. Whoever is interrupted sends the file again: a session is there whole, or not at all.
/// </summary>
public sealed class ImportSessionsHandler(SessionDesk desk, SessionRules rules, TimeProvider clock) : IRequestHandler<ImportSessions, Outcome<ImportedSessions>>
{
    private const int MostFaultsTold = 1000;

    /// <inheritdoc />
    public async Task<Outcome<ImportedSessions>> Handle(ImportSessions request, CancellationToken cancellationToken)
    {
        if (!await desk.IsApproved(request.Centre, cancellationToken)) return Refusal.CentreNotApproved;
        var faults = new List<SessionFileFault>();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var lines = SessionFile.Read(request.Content!, faults, today);
        var planned = await new SessionImportPlan(desk, request.Centre, faults).Of(lines, cancellationToken);
        if (faults.Count > 0) return Refusal.SessionFileFaulty(faults.Count).With("errors", faults.OrderBy(fault => fault.Line).Take(MostFaultsTold).ToArray());

        var imported = new List<ImportedSession>();
        var position = Position.Start;
        foreach (var session in planned)
        {
            var decided = await Write(request.Centre, session, cancellationToken);

            // It changed since it was checked: what was written before stands, and the same file finishes the rest.
            if (decided.Refusal is { } refused) return refused.With("session", session.Session.Value).With("imported_sessions", imported.Count);
            position = decided.Position > position ? decided.Position : position;
            var reply = EnrolledCandidates.Of(decided.Events, decided.After, rules);
            imported.Add(new ImportedSession(
                session.Session.Value, decided.Events.OfType<SessionOpened>().Any(), reply.Candidates.Count, reply.Enrolled, reply.Warning));
        }

        return Outcome<ImportedSessions>.Of(new ImportedSessions(imported), position);
    }

    private Task<Decided<Session, SessionEvent>> Write(OrganisationId centre, PlannedSession planned, CancellationToken cancel)
    {
        List<NewCandidate> candidates =
        [
            .. planned.Candidates.Select(candidate => new NewCandidate(
                new CandidateId(desk.Command.IdFor($"candidate {candidate.Line}")),
                new PersonId(desk.Command.IdFor($"person {candidate.Line}")),
                candidate.Identity,
                null)),
        ];
        var draw = desk.DrawFor($"session {planned.Session}");
        var papers = new PersonId(desk.Command.IdFor($"papers {planned.Session}"));
        return desk.Decide(
            planned.Session,
            (session, now) => planned.IsNew
                ? session.OpenWith(planned.Session, centre, true, papers, planned.Form, candidates, desk.Open, draw, now)
                : candidates.Count == 0 ? [] : session.Enrol(planned.Session, candidates, desk.Open, draw, now),
            cancel);
    }
}

/// <summary><c>POST /centres/{centre}/sessions/import</c>, and its template.</summary>
public static class ImportSessionsEndpoints
{
    private const int MaximumBytes = 4 * 1024 * 1024;
    private const string Address = "/centres/{centre:guid}/sessions/import";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Address, Receive)
            .RequireAuthorization(MemberPolicies.CentreManager)
            .WithName("importSessions")
            .WithSummary("Ouvrir des sessions et inscrire leurs candidats, par un fichier CSV")
            .WithDescription(
                "Le corps est le fichier (text/csv) : les colonnes du modèle, dans le même ordre. Les lignes de mêmes site, salle, date et heure forment une session ; "
                + "avec un N° de session, elles inscrivent dans celle-ci. Toutes les erreurs sont dites ensemble, et rien n’est enregistré s’il y en a.")
            .Produces<ImportedSessions>()
            .ProducesProblems(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        routes
            .MapGet($"{Address}/template.csv", (Guid centre) => Results.Text(SessionColumns.Template, "text/csv; charset=utf-8"))
            .RequireAuthorization(MemberPolicies.CentreManager)
            .WithName("readSessionsTemplate")
            .WithSummary("Le modèle du fichier de sessions, en CSV")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblems();
    }

    private static async Task<IResult> Receive(Guid centre, UseCaseEndpoint endpoint, Node node, HttpContext http)
    {
        await using var file = await ReceivedFile.Of(http, node.Folder.Received, MaximumBytes, Refusal.SessionFileTooLarge);
        return await endpoint.Send(http, new ImportSessions(new OrganisationId(centre), file.Hash) { Content = file.Content });
    }
}

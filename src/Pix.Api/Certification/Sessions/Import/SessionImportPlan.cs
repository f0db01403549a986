using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>One session of a file: which it is, whether it is to be opened, and who is to be enrolled in it.</summary>
internal sealed record PlannedSession(SessionId Session, bool IsNew, SessionForm Form, IReadOnlyList<(int Line, CandidateIdentity Identity)> Candidates);

/// <summary>What a file of sessions asks for, checked against the sessions that there are; nothing is written here.</summary>
internal sealed class SessionImportPlan(SessionDesk desk, OrganisationId centre, List<SessionFileFault> faults)
{
    /// <summary>The sessions, in the order of the file; lines with the same site, room, date and time form one (Rule 11.5).</summary>
    public async Task<IReadOnlyList<PlannedSession>> Of(IReadOnlyList<SessionFileLine> lines, CancellationToken cancel)
    {
        var planned = new List<PlannedSession>();
        foreach (var some in lines.GroupBy(line => line.Session is { } number ? (object)number : line.Form.Details).Select(group => group.ToList()))
        {
            var plan = some[0].Session is { } number ? await Existing(number, some, cancel) : await AtItsPlace(some, planned.Select(one => one.Session).ToHashSet(), cancel);
            if (plan is null) continue;
            CheckTwice(plan.Candidates);
            if (plan.Candidates.Count > SessionImporting.MostCandidates)
                Add(some[0].Number, SessionColumns.Number, "session_too_many_candidates", $"Un fichier inscrit au plus {SessionImporting.MostCandidates} candidats par session.");
            planned.Add(plan);
        }

        return planned;
    }

    // Numbers are drawn from the place and the time: a file that is sent again meets the sessions that it opened.
    private IEnumerable<SessionId> NumbersOf(SessionDetails details)
    {
        var named = NameBasedGuid.Of(
            "session",
            centre.ToString(),
            details.Address,
            details.Room,
            details.Date.ToString("O", CultureInfo.InvariantCulture),
            details.Time.ToString("O", CultureInfo.InvariantCulture));
        var seed = BitConverter.ToInt64(named.ToByteArray());
        return SessionDecisions.NumbersToTry(count => Draw.Index(unchecked(seed++), count));
    }

    private async Task<PlannedSession?> AtItsPlace(List<SessionFileLine> lines, HashSet<SessionId> taken, CancellationToken cancel)
    {
        var form = Together(lines);
        foreach (var fault in form.Faults()) Add(lines[0].Number, SessionColumns.OfSession(fault.Field), fault.Code, fault.Sentence);
        foreach (var number in NumbersOf(form.Details).Where(number => !taken.Contains(number)))
        {
            var loaded = await desk.Load(number, cancel);
            if (loaded.State.Opened is null || IsRetry(loaded)) return new PlannedSession(number, true, form, Candidates(lines));
            if (!loaded.State.IsHeld(centre, form.Details)) continue;

            // An interrupted import is finished by sending its file again: what is there already is left as it is.
            if (Candidates(lines).All(candidate => loaded.State.Expects(candidate.Identity, desk.Open))) return new PlannedSession(number, false, form, []);
            Add(
                lines[0].Number,
                SessionColumns.Number,
                "session_already_open",
                $"Une session est déjà ouverte à ces lieu, date et heure : écrivez son numéro, {number}, pour y ajouter des candidats.");
            return null;
        }

        throw new RefusedException(Refusal.SessionNumberTaken);
    }

    private async Task<PlannedSession?> Existing(SessionId number, List<SessionFileLine> lines, CancellationToken cancel)
    {
        var loaded = await desk.Load(number, cancel);
        if (loaded.State.Opened?.Centre != centre)
        {
            foreach (var line in lines) Add(line.Number, SessionColumns.Number, "session_unknown", "Ce centre n’a pas de session de ce numéro.");
            return null;
        }

        var session = loaded.State;
        if (IsRetry(loaded)) return new PlannedSession(number, false, lines[0].Form, Candidates(lines));
        if (session.WhyNotOpen() is { } refusal) Add(lines[0].Number, SessionColumns.Number, refusal.Code, refusal.Sentence);
        foreach (var line in lines)
        {
            if (!SaysNothingElse(line.Form, session.Details!))
                Add(line.Number, SessionColumns.Number, "session_described_otherwise", "Le site, la salle, la date ou l’heure ne sont pas ceux de cette session : corrigez-les, ou laissez-les vides.");
            if (session.Expects(line.Candidate.ToIdentity(), desk.Open))
                Add(line.Number, SessionColumns.LastName, "candidate_already_enrolled", "Un candidat de mêmes nom, prénom et date de naissance est déjà inscrit à cette session.");
        }

        return new PlannedSession(number, false, lines[0].Form, Candidates(lines));
    }

    private bool IsRetry(LoadedStream<Session, SessionEvent> loaded) => loaded.Commands.ContainsKey(desk.Command.Id);

    private static bool SaysNothingElse(SessionForm form, SessionDetails details) =>
        (form.Address is null || form.Address == details.Address)
        && (form.Room is null || form.Room == details.Room)
        && (form.Date is null || form.Date == details.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        && (form.Time is null || form.Time == details.Time.ToString("HH:mm", CultureInfo.InvariantCulture));

    // Lines may name other supervisors and remarks: all of them are the session's.
    private static SessionForm Together(List<SessionFileLine> lines) => lines[0].Form with
    {
        Examiners = string.Join(", ", lines.Select(line => line.Form.Examiners).Distinct()),
        Description = string.Join("\n", lines.Select(line => line.Form.Description).OfType<string>().Distinct()),
    };

    private static List<(int Line, CandidateIdentity Identity)> Candidates(List<SessionFileLine> lines) =>
        lines.ConvertAll(line => (line.Number, line.Candidate.ToIdentity()));

    private void CheckTwice(IReadOnlyList<(int Line, CandidateIdentity Identity)> candidates)
    {
        var seen = new List<(int Line, CandidateIdentity Identity)>();
        foreach (var candidate in candidates)
        {
            if (seen.Find(one => PersonNames.AreSame(one.Identity, candidate.Identity)) is { Identity: not null } first)
                Add(candidate.Line, SessionColumns.LastName, "candidate_twice", $"Ce candidat est déjà à la ligne {first.Line} pour la même session.");
            else seen.Add(candidate);
        }
    }

    private void Add(int line, string column, string code, string detail) => faults.Add(new SessionFileFault(line, column, code, detail));
}

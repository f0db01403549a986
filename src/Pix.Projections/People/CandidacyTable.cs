using System.Globalization;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>Somebody enrolled in a session, and the account and the pupil that it is, once that is known.</summary>
public sealed record Candidacy(CandidateId Candidate, SessionId Session, PersonId Person, PupilId? Pupil, LearnerId? Learner);

/// <summary>Who was ever enrolled where: what leads from an account or a pupil to its certifications.</summary>
internal sealed class CandidacyTable(int capacity, Func<ReadModelTables> tables)
{
    public const string Schema = """
        CREATE TABLE candidacies (
            candidate TEXT NOT NULL PRIMARY KEY,
            session INTEGER NOT NULL,
            person TEXT NOT NULL,
            pupil TEXT,
            learner TEXT) WITHOUT ROWID;
        """;

    public const string Indexes = """
        CREATE INDEX IF NOT EXISTS candidacies_by_person ON candidacies (person);
        CREATE INDEX IF NOT EXISTS candidacies_by_pupil ON candidacies (pupil);
        CREATE INDEX IF NOT EXISTS candidacies_by_learner ON candidacies (learner);
        """;

    private readonly StateTable<CandidateId, Candidacy> _candidacies = new(
        capacity,
        Comparer<CandidateId>.Create(static (one, other) => one.Value.CompareTo(other.Value)),
        candidate => Find(tables(), candidate));

    public bool MustFlush => _candidacies.MustFlush;

    public void Enrol(CandidateEnrolled enrolled, SessionId session) =>
        _candidacies.Set(enrolled.Candidate, new Candidacy(enrolled.Candidate, session, enrolled.Person, enrolled.Pupil, null));

    public void Link(CandidateLinked linked)
    {
        if (_candidacies.Find(linked.Candidate) is { } candidacy) _candidacies.Set(linked.Candidate, candidacy with { Learner = linked.Learner });
    }

    public void Flush(ReadModelTransaction transaction)
    {
        var row = transaction.Statement("""
            INSERT INTO candidacies (candidate, session, person, pupil, learner) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (candidate) DO UPDATE SET learner = excluded.learner
            """);
        _candidacies.WriteChanged((candidate, state) =>
        {
            row.Bind(1, candidate.ToString());
            row.Bind(2, state.Session.Value);
            row.Bind(3, state.Person.ToString());
            row.BindOrNull(4, state.Pupil?.ToString());
            row.BindOrNull(5, state.Learner?.ToString());
            row.Execute();
        });
    }

    private static Candidacy? Find(ReadModelTables tables, CandidateId candidate)
    {
        var row = tables.Statement("SELECT session, person, pupil, learner FROM candidacies WHERE candidate = ?1");
        row.Bind(1, candidate.ToString());
        var found = row.Step()
            ? new Candidacy(
                candidate,
                new SessionId((int)row.Integer(0)),
                new PersonId(IdAt(row.Text(1))),
                row.IsNull(2) ? null : new PupilId(IdAt(row.Text(2))),
                row.IsNull(3) ? null : new LearnerId(IdAt(row.Text(3))))
            : null;
        row.Reset();
        return found;
    }

    private static Guid IdAt(string text) => Guid.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>The rows of read model <c>certificates</c>, and how they are read back and written.</summary>
internal static class CertificateTables
{
    public const string Schema = """
        CREATE TABLE certificates (
            certification TEXT NOT NULL PRIMARY KEY,
            session INTEGER NOT NULL,
            candidate TEXT NOT NULL,
            learner TEXT NOT NULL,
            person TEXT NOT NULL,
            code TEXT NOT NULL,
            erased INTEGER NOT NULL,
            identity TEXT,
            comment_for_candidate TEXT,
            comment_for_organisation TEXT,
            state TEXT NOT NULL);
        CREATE TABLE candidates (
            candidate TEXT NOT NULL PRIMARY KEY,
            session INTEGER NOT NULL,
            person TEXT NOT NULL,
            pupil TEXT,
            sheet TEXT);
        CREATE TABLE sessions (
            session INTEGER NOT NULL PRIMARY KEY,
            centre TEXT NOT NULL,
            date TEXT NOT NULL,
            time TEXT NOT NULL,
            status INTEGER NOT NULL,
            state TEXT NOT NULL);
        CREATE TABLE centres (
            centre TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL) WITHOUT ROWID;
        """;

    public const string Indexes = """
        CREATE INDEX IF NOT EXISTS certificates_by_code ON certificates (code);
        CREATE INDEX IF NOT EXISTS certificates_by_learner ON certificates (learner);
        CREATE INDEX IF NOT EXISTS certificates_by_session ON certificates (session);
        CREATE INDEX IF NOT EXISTS certificates_by_candidate ON certificates (candidate);
        CREATE INDEX IF NOT EXISTS certificates_by_person ON certificates (person);
        CREATE INDEX IF NOT EXISTS candidates_by_session ON candidates (session);
        CREATE INDEX IF NOT EXISTS candidates_by_pupil ON candidates (pupil) WHERE pupil IS NOT NULL;
        CREATE INDEX IF NOT EXISTS candidates_by_person ON candidates (person);
        CREATE INDEX IF NOT EXISTS sessions_by_centre ON sessions (centre, date);
        CREATE INDEX IF NOT EXISTS sessions_by_status ON sessions (status, date);
        """;

    private const string Gone = "SET erased = 1, identity = NULL, comment_for_candidate = NULL, comment_for_organisation = NULL";

    /// <summary>What is personal goes, by who it is about: a person, or an account, whose tests may be under persons of their own.</summary>
    public static IReadOnlyList<string> ForgetPerson { get; } =
        [$"UPDATE certificates {Gone} WHERE person = ?1", "UPDATE candidates SET sheet = NULL WHERE person = ?1"];

    /// <summary>The same, by account.</summary>
    public static IReadOnlyList<string> ForgetLearner { get; } =
        ["UPDATE candidates SET sheet = NULL WHERE candidate IN (SELECT candidate FROM certificates WHERE learner = ?1)", $"UPDATE certificates {Gone} WHERE learner = ?1"];

    public static void Write(CertificationId id, CertificateRow row, ReadModelTransaction transaction)
    {
        var save = transaction.Statement("""
            INSERT INTO certificates (certification, session, candidate, learner, person, code, erased, identity, comment_for_candidate, comment_for_organisation, state)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            ON CONFLICT (certification) DO UPDATE SET
                erased = excluded.erased,
                identity = excluded.identity,
                comment_for_candidate = excluded.comment_for_candidate,
                comment_for_organisation = excluded.comment_for_organisation,
                state = excluded.state
            """);
        save.Bind(1, id.ToString());
        save.Bind(2, row.Session.Value);
        save.Bind(3, row.Candidate.ToString());
        save.Bind(4, row.Learner.ToString());
        save.Bind(5, row.Person.ToString());
        save.Bind(6, row.Code);
        save.Bind(7, row.IsErased ? 1 : 0);
        save.BindOrNull(8, Text(row.Identity, CertificateJson.Default.CertifiedIdentity));
        save.BindOrNull(9, row.CommentForCandidate);
        save.BindOrNull(10, row.CommentForOrganisation);
        save.Bind(11, JsonSerializer.Serialize(row.State, CertificateJson.Default.CertificateState));
        save.Execute();
    }

    public static CertificateRow? Find(CertificationId id, ReadModelTables tables)
    {
        var row = tables.Statement("""
            SELECT session, candidate, learner, person, code, erased, identity, comment_for_candidate, comment_for_organisation, state
            FROM certificates WHERE certification = ?1
            """);
        row.Bind(1, id.ToString());
        var found = row.Step()
            ? new CertificateRow(
                new SessionId((int)row.Integer(0)),
                new CandidateId(Id(row.Text(1))),
                new LearnerId(Id(row.Text(2))),
                new PersonId(Id(row.Text(3))),
                row.Text(4),
                JsonSerializer.Deserialize(row.Text(9), CertificateJson.Default.CertificateState)!)
            {
                IsErased = row.Integer(5) != 0,
                Identity = Read(TextOrNull(row, 6), CertificateJson.Default.CertifiedIdentity),
                CommentForCandidate = TextOrNull(row, 7),
                CommentForOrganisation = TextOrNull(row, 8),
            }
            : null;
        row.Reset();
        return found;
    }

    public static void Write(CandidateId id, CandidateRow row, ReadModelTransaction transaction)
    {
        var save = transaction.Statement(row.IsWithdrawn ? "DELETE FROM candidates WHERE candidate = ?1" : """
            INSERT INTO candidates (candidate, session, person, pupil, sheet) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (candidate) DO UPDATE SET sheet = excluded.sheet
            """);
        save.Bind(1, id.ToString());
        if (!row.IsWithdrawn)
        {
            save.Bind(2, row.Session.Value);
            save.Bind(3, row.Person.ToString());
            save.BindOrNull(4, row.Pupil?.ToString());
            save.BindOrNull(5, Text(row.Sheet, CertificateJson.Default.CandidateSheet));
        }

        save.Execute();
    }

    public static CandidateRow? Find(CandidateId id, ReadModelTables tables)
    {
        var row = tables.Statement("SELECT session, person, pupil, sheet FROM candidates WHERE candidate = ?1");
        row.Bind(1, id.ToString());
        var found = row.Step()
            ? new CandidateRow(
                new SessionId((int)row.Integer(0)),
                new PersonId(Id(row.Text(1))),
                TextOrNull(row, 2) is { } pupil ? new PupilId(Id(pupil)) : null,
                Read(TextOrNull(row, 3), CertificateJson.Default.CandidateSheet))
            : null;
        row.Reset();
        return found;
    }

    public static void Write(SessionId id, SessionRow row, ReadModelTransaction transaction)
    {
        var save = transaction.Statement("""
            INSERT INTO sessions (session, centre, date, time, status, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (session) DO UPDATE SET date = excluded.date, time = excluded.time, status = excluded.status, state = excluded.state
            """);
        save.Bind(1, id.Value);
        save.Bind(2, row.Centre.ToString());
        save.Bind(3, row.State.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        save.Bind(4, row.State.Time.ToString("HH:mm", CultureInfo.InvariantCulture));
        save.Bind(5, (int)row.State.Status);
        save.Bind(6, JsonSerializer.Serialize(row.State, CertificateJson.Default.SessionState));
        save.Execute();
    }

    public static SessionRow? Find(SessionId id, ReadModelTables tables)
    {
        var row = tables.Statement("SELECT centre, state FROM sessions WHERE session = ?1");
        row.Bind(1, id.Value);
        var found = row.Step()
            ? new SessionRow(new OrganisationId(Id(row.Text(0))), JsonSerializer.Deserialize(row.Text(1), CertificateJson.Default.SessionState)!)
            : null;
        row.Reset();
        return found;
    }

    public static void Write(OrganisationId id, CentreRow row, ReadModelTransaction transaction)
    {
        var save = transaction.Statement("INSERT INTO centres (centre, name) VALUES (?1, ?2) ON CONFLICT (centre) DO UPDATE SET name = excluded.name");
        save.Bind(1, id.ToString());
        save.Bind(2, row.Name);
        save.Execute();
    }

    public static CentreRow? Find(OrganisationId id, ReadModelTables tables)
    {
        var row = tables.Statement("SELECT name FROM centres WHERE centre = ?1");
        row.Bind(1, id.ToString());
        var found = row.Step() ? new CentreRow(row.Text(0)) : null;
        row.Reset();
        return found;
    }

    public static Guid Id(string text) => Guid.Parse(text, CultureInfo.InvariantCulture);

    public static T? Read<T>(string? text, JsonTypeInfo<T> contract)
        where T : class =>
        text is null ? null : JsonSerializer.Deserialize(text, contract);

    private static string? Text<T>(T? value, JsonTypeInfo<T> contract)
        where T : class =>
        value is null ? null : JsonSerializer.Serialize(value, contract);

    private static string? TextOrNull(SqliteStatement row, int column) => row.IsNull(column) ? null : row.Text(column);
}

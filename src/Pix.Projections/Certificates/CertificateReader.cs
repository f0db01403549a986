using System.Globalization;
using System.Text.Json;
using Dapper;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>The result that is published of a test, as a certificate says it (Rules 11.27, 11.30).</summary>
public sealed record PublishedResultEntry(int Pix, int Reproducibility, int MaximumLevel, int MaximumScore, GlobalLevel GlobalLevel, IReadOnlyList<CertifiedCompetence> Competences);

/// <summary>
/// A candidate's test, and what is published of it. <paramref name="Standing"/> leaves expiry to the day that it is read on; result and
/// publication are null while nothing is published. Identity and comments are null once the person is erased. <paramref name="IssuedPix"/> is the
/// score of the latest certificate that was handed out, if any.
/// </summary>
public sealed record CertificateEntry(
    CertificationId Certification,
    SessionId Session,
    CandidateId Candidate,
    PupilId? Pupil,
    string Centre,
    string Code,
    int Referential,
    DateTimeOffset TakenAt,
    bool IsErased,
    CertifiedIdentity? Identity,
    string? ExternalId,
    string? Division,
    CertificateStanding Standing,
    bool IsFraud,
    bool IsTrustLost,
    string? CommentForCandidate,
    string? CommentForOrganisation,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? FirstPublishedAt,
    int? IssuedPix,
    PublishedResultEntry? Result);

/// <summary>Reads certificates.</summary>
public sealed class CertificateReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = CertificatesProjection.ProjectionName;

    private const string Columns = """
        SELECT c.certification AS Certification, c.session AS Session, c.candidate AS Candidate, p.pupil AS Pupil, c.code AS Code,
            c.erased AS Erased, c.identity AS Identity, p.sheet AS Sheet, c.comment_for_candidate AS CommentForCandidate,
            c.comment_for_organisation AS CommentForOrganisation, c.state AS State
        FROM certificates c JOIN candidates p ON p.candidate = c.candidate
        """;

    // Anybody asks this one: it touches one table, and says nothing of what only the school knows.
    private const string Issued = """
        SELECT certification AS Certification, session AS Session, candidate AS Candidate, NULL AS Pupil, code AS Code, erased AS Erased,
            identity AS Identity, NULL AS Sheet, NULL AS CommentForCandidate, NULL AS CommentForOrganisation, state AS State
        FROM certificates WHERE code = @code
        """;

    /// <summary>A test, or null.</summary>
    public CertificateEntry? Find(CertificationId certification) =>
        Query("WHERE c.certification = @id", new { id = certification.ToString() }).SingleOrDefault();

    /// <summary>The tests of an account, the latest first.</summary>
    public IReadOnlyList<CertificateEntry> OfLearner(LearnerId learner) =>
        [.. Query("WHERE c.learner = @id", new { id = learner.ToString() }).OrderByDescending(entry => entry.TakenAt).ThenBy(entry => entry.Code, StringComparer.Ordinal)];

    /// <summary>The tests of a session, in no order that matters.</summary>
    public IReadOnlyList<CertificateEntry> OfSession(SessionId session) => Query("WHERE c.session = @session", new { session = session.Value });

    /// <summary>The tests that these pupils took, as pupils of their school.</summary>
    public IReadOnlyList<CertificateEntry> OfPupils(IEnumerable<PupilId> pupils) => Query(
        "WHERE p.pupil IN (SELECT value FROM json_each(@pupils))",
        new { pupils = "[" + string.Join(',', pupils.Select(pupil => $"\"{pupil}\"")) + "]" });

    /// <summary>The certificate that was handed out with this code and this score, or null: also one that counts no more.</summary>
    public CertificateEntry? FindIssued(string code, int pix) =>
        readModels.Read(ReadModel, code, static (reader, code) => reader.Connection.QueryFirstOrDefault<Row>(Issued, new { code })?.Read()) is { } entry
        && entry.IssuedPix == pix
            ? entry
            : null;

    private List<CertificateEntry> Query(string where, object asked) => readModels.Read(
        ReadModel,
        (where, asked),
        static (reader, query) => reader.Connection.Query<Row>(Columns + " " + query.where, query.asked).Select(row => row.Read()).ToList());

    // Set by name: what is null in every row has no type that a constructor could be chosen by.
    private sealed class Row
    {
        public required string Certification { get; init; }

        public required long Session { get; init; }

        public required string Candidate { get; init; }

        public string? Pupil { get; init; }

        public required string Code { get; init; }

        public required long Erased { get; init; }

        public string? Identity { get; init; }

        public string? Sheet { get; init; }

        public string? CommentForCandidate { get; init; }

        public string? CommentForOrganisation { get; init; }

        public required string State { get; init; }

        public CertificateEntry Read()
        {
            var state = JsonSerializer.Deserialize(State, CertificateJson.Default.CertificateState)!;
            var sheet = CertificateTables.Read(Sheet, CertificateJson.Default.CandidateSheet);
            return new CertificateEntry(
                new CertificationId(CertificateTables.Id(Certification)),
                new SessionId((int)Session),
                new CandidateId(CertificateTables.Id(Candidate)),
                Pupil is null ? null : new PupilId(CertificateTables.Id(Pupil)),
                state.Centre,
                Code,
                state.Referential,
                state.TakenAt,
                Erased != 0,
                CertificateTables.Read(Identity, CertificateJson.Default.CertifiedIdentity),
                sheet?.ExternalId,
                sheet?.Division,
                state.Standing,
                state.IsFraud,
                state.PublishedResult is { IsTrusted: false },
                CommentForCandidate,
                CommentForOrganisation,
                state.Published?.At,
                state.FirstPublishedAt,
                state.IssuedPix,
                state.PublishedResult is { } result ? EntryOf(result) : null);
        }

        private static PublishedResultEntry EntryOf(ScoredResult result) => new(
            result.Pix,
            result.Reproducibility,
            result.MaximumLevel,
            result.MaximumScore,
            new GlobalLevel(result.GlobalLevel),
            [.. result.Competences.Select(one => new CertifiedCompetence(new CompetenceCode(one.Competence), one.Level, one.Pix))]);
    }
}

/// <summary>A session in a list, with how many candidates are enrolled and how many took their test.</summary>
public sealed record SessionEntry(
    SessionId Session,
    OrganisationId Centre,
    string CentreName,
    SessionStatus Status,
    string Address,
    string Room,
    DateOnly Date,
    TimeOnly Time,
    bool IsFinalisationCompleted,
    Guid? Officer,
    DateTimeOffset? PublishedAt,
    int Candidates,
    int Tests);

/// <summary>What sessions are looked for: of a centre, in a status; null: any.</summary>
public sealed record SessionQuery(OrganisationId? Centre, SessionStatus? Status, int Skip, int Take);

/// <summary>Lists sessions, the latest first.</summary>
public sealed class SessionListReader(ReadModels readModels)
{
    private const string Where = "WHERE (@Centre IS NULL OR s.centre = @Centre) AND (@Status IS NULL OR s.status = @Status)";

    /// <summary>A page, and how many there are in all.</summary>
    public (IReadOnlyList<SessionEntry> Page, long Total) List(SessionQuery query) => readModels.Read(CertificateReader.ReadModel, query, static (reader, query) =>
    {
        var asked = new { Centre = query.Centre?.ToString(), Status = (int?)query.Status, query.Skip, query.Take };
        var rows = reader.Connection.Query<Row>(
            $"""
            SELECT s.session AS Session, s.centre AS Centre, k.name AS CentreName, s.state AS State,
                (SELECT count(*) FROM candidates p WHERE p.session = s.session) AS Candidates,
                (SELECT count(*) FROM certificates c WHERE c.session = s.session) AS Tests
            FROM sessions s JOIN centres k ON k.centre = s.centre {Where}
            ORDER BY s.date DESC, s.time DESC, s.session LIMIT @Take OFFSET @Skip
            """,
            asked);
        return ((IReadOnlyList<SessionEntry>)[.. rows.Select(row => row.Read())], reader.Connection.QuerySingle<long>($"SELECT count(*) FROM sessions s {Where}", asked));
    });

    // Set by name: a count has no declared type that a constructor could be chosen by when there is no row.
    private sealed class Row
    {
        public required long Session { get; init; }

        public required string Centre { get; init; }

        public required string CentreName { get; init; }

        public required string State { get; init; }

        public required long Candidates { get; init; }

        public required long Tests { get; init; }

        public SessionEntry Read()
        {
            var state = JsonSerializer.Deserialize(State, CertificateJson.Default.SessionState)!;
            return new SessionEntry(
                new SessionId(int.CreateChecked(Session)),
                new OrganisationId(Guid.Parse(Centre, CultureInfo.InvariantCulture)),
                CentreName,
                state.Status,
                state.Address,
                state.Room,
                state.Date,
                state.Time,
                state.IsFinalisationCompleted,
                state.Officer,
                state.PublishedAt,
                (int)Candidates,
                (int)Tests);
        }
    }
}

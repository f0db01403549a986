using Pix.Domain;

namespace Pix.Testing;

/// <summary>
/// A session whose candidates sat their tests, made of its own events, to be appended wherever they are wanted. Candidates are numbered from 1;
/// what of one session is told apart from another's by its number.
/// </summary>
public sealed class SatSession(int number)
{
    private static readonly string[] FirstNames = ["Zoé", "Éloi", "Inès", "Malo"];
    private static readonly string[] LastNames = ["Lefèvre", "Abadie", "=Durand", "O'Neil"];
    private readonly Dictionary<int, List<CertificationEvent>> _tests = [];
    private int _publications;

    public static OrganisationId Centre { get; } = new(new Guid(1, 20, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static OrganisationRegistered CentreRegistered { get; } =
        new("Collège des Tilleuls", OrganisationKind.MiddleSchool, null, "19", true, true, SatTest.Monday);

    public SessionId Id { get; } = new(10_000_000 + number);

    public MemberId Officer { get; } = new(new Guid(number, 21, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public CandidateId Candidate(int candidate) => new(Of(candidate, 22));

    public CertificationId Test(int candidate) => new(Of(candidate, 23));

    public LearnerId Learner(int candidate) => new(Of(candidate, 24));

    public PersonId Person(int candidate) => new(Of(candidate, 25));

    public PupilId Pupil(int candidate) => new(Of(candidate, 26));

    /// <summary>Another one for each of a thousand candidates of each session.</summary>
    public string Code(int candidate)
    {
        const string Letters = "BCDFGHJKMPQRTVWXY2346789";
        var rest = (number * 1000) + candidate;
        return "P-" + string.Concat(Enumerable.Range(0, 8).Select(_ =>
        {
            var letter = Letters[rest % Letters.Length];
            rest /= Letters.Length;
            return letter;
        }));
    }

    public SessionOpened Opened(OrganisationId centre) => new(
        centre,
        Person(0),
        new SessionDetails("12 rue des Tilleuls, 51100 Reims", "Salle 204", new DateOnly(2026, 5, 18), new TimeOnly(10, 0)),
        new Personal<SessionTexts>(Person(0), new SessionTexts("Mme Brun", null)),
        "BDFK24",
        "H7KQ3",
        SatTest.Monday);

    public CandidateEnrolled Enrolled(int candidate) => new(
        Candidate(candidate),
        Person(candidate),
        new Personal<CandidateIdentity>(Person(candidate), new CandidateIdentity(
            FirstNames[candidate % 4], LastNames[candidate % 4], CandidateSex.F, new DateOnly(2011, 6, 23), SatTest.Identity.BirthPlace, null, null, $"id-{candidate}", "3B", 0)),
        "BC2DF3GH",
        Pupil(candidate),
        SatTest.Monday);

    /// <summary>A candidate's whole test, ended and scored; null: unanswered.</summary>
    public IReadOnlyList<CertificationEvent> Sat(int candidate, params AnswerStatus?[] answers)
    {
        var events = SatTest.EventsOf(answers, question => question).ToList();
        events[0] = (CertificationStarted)events[0] with
        {
            Certification = Test(candidate),
            Session = Id,
            Candidate = Candidate(candidate),
            Learner = Learner(candidate),
            Person = Person(candidate),
            Identity = new Personal<CertifiedIdentity>(
                Person(candidate), SatTest.Identity with { FirstName = FirstNames[candidate % 4], LastName = LastNames[candidate % 4] }),
            VerificationCode = Code(candidate),
        };
        return Then(candidate, [.. events.Select(happened => Sealed(happened, candidate))]);
    }

    /// <summary>What happened to a test since: the scorings of a publication are looked up in it.</summary>
    public IReadOnlyList<CertificationEvent> Then(int candidate, params IReadOnlyList<CertificationEvent> events)
    {
        if (!_tests.TryGetValue(candidate, out var known)) _tests[candidate] = known = [];
        known.AddRange(events);
        return events;
    }

    /// <summary>The state of a candidate's test.</summary>
    public Certification State(int candidate) => Certification.Initial.After(_tests[candidate]);

    /// <summary>The candidates who sat.</summary>
    public IReadOnlyList<int> Candidates => [.. _tests.Keys.Order()];

    /// <summary>Handed in, judged, with an officer in charge.</summary>
    public IReadOnlyList<SessionEvent> HandedIn() =>
    [
        .. Candidates.Select(candidate => new CandidateStarted(Candidate(candidate), Test(candidate), false, SatTest.Monday)),
        new SessionFinalised(
            Officer.Value, [.. Candidates.Select(candidate => new FinalisedTest(Candidate(candidate), Test(candidate), null, []))], null, false, false, SatTest.Monday),
        new FinalisationCompleted(Officer.Value, SatTest.Monday),
        new JuryOfficerAssigned(Officer, SatTest.Monday),
    ];

    /// <summary>The latest scoring of every test is published.</summary>
    public ResultsPublished Published(DateTimeOffset at) => new(
        ++_publications,
        [.. Candidates.Select(candidate => new PublishedResult(
            Candidate(candidate), Test(candidate), _tests[candidate].FindLastIndex(happened => happened is CertificationScored), "chain"))],
        at);

    public ResultsUnpublished Unpublished(DateTimeOffset at) => new(_publications, new Personal<string>(Person(0), "Une identité est à corriger."), at);

    public JuryDecisionRecorded Decided(int candidate, JuryVerdict verdict, string? comment, DateTimeOffset at) =>
        new(verdict, comment is null ? null : new Personal<string>(Person(candidate), comment), null, null, [], at);

    public CertificateRevoked Revoked(int candidate, DateTimeOffset at) => new(new Personal<string>(Person(candidate), "Usurpation d’identité."), [], at);

    public IdentityCorrected Corrected(int candidate, string lastName, DateTimeOffset at) =>
        new(new Personal<CertifiedIdentity>(Person(candidate), SatTest.Identity with { LastName = lastName }), at);

    // What was answered is its candidate's.
    private CertificationEvent Sealed(CertificationEvent happened, int candidate) =>
        happened is CertificationAnswerRecorded { Value.Value: { } text } answer ? answer with { Value = new Personal<string>(Person(candidate), text) } : happened;

    private Guid Of(int candidate, short kind) => new(number, kind, (short)candidate, [1, 2, 3, 4, 5, 6, 7, 8]);
}

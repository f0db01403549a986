using System.Globalization;
using Pix.Testing;

namespace Pix.Domain.Tests.Certification.Sessions;

/// <summary>A session, its candidates, and the steps that tests share.</summary>
internal static class SessionScenario
{
    public const string AccessCode = "BDFK24";
    public const string SupervisorCode = "H7KQ3";
    public static readonly SessionId Id = new(48_213_907);
    public static readonly OrganisationId Centre = new(Named(1));
    public static readonly PersonId Papers = new(Named(2));
    public static readonly MemberId Supervisor = new(Named(3));
    public static readonly MemberId Officer = new(Named(4));
    public static readonly LearnerId Zoe = new(Named(5));
    public static readonly LearnerId Somebody = new(Named(6));
    public static readonly PupilId APupil = new(Named(7));
    public static readonly DateTimeOffset Now = new(2026, 5, 19, 12, 30, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 5, 19);

    public static readonly SessionForm Form = new("Collège des Tilleuls, Reims", "Salle 204", "2026-05-19", "14:30", "Mme Brun", null);

    public static readonly CandidateForm Written = new(
        "Zoé", "Lefèvre", "F", "2011-06-23", "FRANCE", "51454", null, null, null, "scolarite@college.example", null, "3B", null);

    public static readonly IReadOnlySet<PupilId> NoPupils = new HashSet<PupilId>();
    public static readonly IReadOnlySet<CandidateId> Nobody = new HashSet<CandidateId>();

    public static Specification<Session, SessionEvent> Nothing { get; } = new([]);

    public static Specification<Session, SessionEvent> Opened { get; } = new(
    [
        new SessionOpened(Centre, Papers, Form.Details, new Personal<SessionTexts>(Papers, Form.Texts), AccessCode, SupervisorCode, Now),
    ]);

    public static Specification<Session, SessionEvent> WithZoe { get; } = Opened.And(session => session.Enrol(1));

    /// <summary>Zoé joined, signed in and was authorised.</summary>
    public static Specification<Session, SessionEvent> Authorised { get; } = WithZoe
        .And(session => session.SignIn(Candidate(1), Supervisor, IdentityDocument.IdentityCard, Now))
        .And(session => session.Join(Zoe, Names(), NoPupils, InClear, Now))
        .And(session => session.Authorise(Candidate(1), Nobody, Now));

    public static Specification<Session, SessionEvent> Started { get; } = Authorised.And(session => session.Start(Zoe, SessionRules.Default));

    public static Specification<Session, SessionEvent> Finalised { get; } = Started.And(session => session.Finalise());

    /// <summary>Judged, with an officer in charge.</summary>
    public static Specification<Session, SessionEvent> InProcess { get; } = Finalised
        .And(session => session.CompleteFinalisation(Now))
        .And(session => session.AssignOfficer(Officer, Now));

    public static CandidateId Candidate(int number) => new(Named(1000 + number));

    public static CertificationId TestOf(int number) => new(Named(2000 + number));

    public static LearnerId Learner(int number) => new(Named(3000 + number));

    public static JudgedTest Judged(long revision = 12) => new(TestOf(1)) { Scoring = (revision, $"chain{revision}") };

    public static JoiningIdentity Names(string first = "Zoé", string last = "Lefèvre", string code = AccessCode) =>
        new(first, last, new DateOnly(2011, 6, 23), code);

    public static NewCandidate New(int number, CandidateForm? form = null, PupilId? pupil = null) =>
        new(Candidate(number), new PersonId(Named(4000 + number)), (form ?? Written).ToIdentity(), pupil);

    public static Decision<SessionEvent> Enrol(this Session session, int number, CandidateForm? form = null, PupilId? pupil = null) =>
        session.Enrol(Id, [New(number, form, pupil)], InClear, Draw(), Now);

    public static Decision<SessionEvent> Start(this Session session, LearnerId learner, SessionRules rules, IReadOnlySet<CandidateId>? ended = null) =>
        session.Start(learner, TestOf(1), isCentreApproved: true, ended ?? Nobody, rules, Now);

    /// <summary>Zoé's test, and Lou's when she has one, as they stand.</summary>
    public static Dictionary<CandidateId, TestAtHand> AtHand(params CandidateId[] unfinished) => new[] { Candidate(1), Candidate(2) }
        .ToDictionary(candidate => candidate, candidate => unfinished.Contains(candidate) ? TestAtHand.Unfinished : TestAtHand.Finished);

    public static Decision<SessionEvent> Finalise(this Session session, params (CandidateId Candidate, AbortReason Reason)[] aborted) => session.Finalise(
        Named(9),
        AtHand([.. aborted.Select(one => one.Candidate)]),
        new FinalisationForm(aborted.ToDictionary(one => one.Candidate, one => one.Reason), null, false, false),
        Now);

    public static T? InClear<T>(Personal<T> personal)
        where T : class => personal.Value;

    public static Func<int, int> Draw(int seed = 20_260_519) => new Random(seed).Next;

    private static Guid Named(int number) => new(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{number:000000000000}"));
}

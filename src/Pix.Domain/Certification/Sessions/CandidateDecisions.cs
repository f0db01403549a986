namespace Pix.Domain;

/// <summary>Somebody to enrol; the ids derive from the command.</summary>
public sealed record NewCandidate(CandidateId Id, PersonId Person, CandidateIdentity Identity, PupilId? Pupil);

/// <summary>Whom an account says it is, to join a session (Rule 11.7).</summary>
public sealed record JoiningIdentity(string FirstName, string LastName, DateOnly BirthDate, string AccessCode);

/// <summary>Candidates: enrolled, corrected, withdrawn, signed in, joining, authorised, starting.</summary>
public static class CandidateDecisions
{
    /// <summary>
    /// Enrols all of these or none (Rules 11.3, 11.4). A pupil who is enrolled already is left as they are; anybody else who is named twice is
    /// refused.
    /// </summary>
    public static Decision<SessionEvent> Enrol(
        this Session session,
        SessionId id,
        IReadOnlyList<NewCandidate> candidates,
        Opens<CandidateIdentity> open,
        Func<int, int> draw,
        DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        var known = session.Candidates.ConvertAll(candidate => (candidate.Id, Identity: open(candidate.Identity)));
        var codes = session.Candidates.Select(candidate => candidate.PersonalCode).ToHashSet();
        var enrolled = new List<SessionEvent>();
        foreach (var candidate in candidates)
        {
            if (candidate.Pupil is { } pupil && session.Candidates.Exists(one => one.Pupil == pupil)) continue;
            if (known.Find(one => one.Identity is { } identity && PersonNames.AreSame(identity, candidate.Identity)) is { Identity: not null } same)
                return Refusal.CandidateAlreadyEnrolled(same.Id);
            known = known.Add((candidate.Id, candidate.Identity));
            var code = PersonalCode.Draws(id, draw).First(codes.Add);
            var identity = new Personal<CandidateIdentity>(candidate.Person, candidate.Identity);
            enrolled.Add(new CandidateEnrolled(candidate.Id, candidate.Person, identity, code, candidate.Pupil, now));
        }

        return Decision.Of<SessionEvent>([.. enrolled]);
    }

    /// <summary>Corrects who a candidate is, before the test copies it; afterwards it is the jury's (Rule 11.24).</summary>
    public static Decision<SessionEvent> Correct(
        this Session session,
        CandidateId id,
        CandidateIdentity identity,
        Opens<CandidateIdentity> open,
        DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Find(id) is not { } candidate) return Refusal.CandidateUnknown;
        if (open(candidate.Identity) == identity) return [];
        if (candidate.HasStarted) return Refusal.CandidateAlreadyStarted;
        if (session.Candidates.Find(one => one.Id != id && open(one.Identity) is { } other && PersonNames.AreSame(other, identity)) is { } same)
            return Refusal.CandidateAlreadyEnrolled(same.Id);
        return [new CandidateCorrected(id, new Personal<CandidateIdentity>(candidate.Person, identity), now)];
    }

    /// <summary>Takes a candidate off the list who did not start.</summary>
    public static Decision<SessionEvent> Withdraw(this Session session, CandidateId id, DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Find(id) is not { } candidate) return Refusal.CandidateUnknown;
        if (candidate.HasStarted) return Refusal.CandidateAlreadyStarted;
        return [new CandidateWithdrawn(id, now)];
    }

    /// <summary>The candidate is there and signed; their identity was checked (Rule D13).</summary>
    public static Decision<SessionEvent> SignIn(
        this Session session,
        CandidateId id,
        MemberId checkedBy,
        IdentityDocument document,
        DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Find(id) is not { } candidate) return Refusal.CandidateUnknown;
        if (candidate.SignedIn is not null) return [];
        return [new CandidateSignedIn(id, checkedBy, document, now)];
    }

    /// <summary>
    /// An account joins as whom it says it is (Rule 11.7). <paramref name="pupils"/> are those whom schools attached this account to.
    /// </summary>
    public static Decision<SessionEvent> Join(
        this Session session,
        LearnerId learner,
        JoiningIdentity named,
        IReadOnlySet<PupilId> pupils,
        Opens<CandidateIdentity> open,
        DateTimeOffset now)
    {
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        if (Codes.SessionAccess.Read(named.AccessCode) != opened.AccessCode) return Refusal.SessionAccessCodeWrong;
        var found = session.Candidates.FindAll(candidate =>
            open(candidate.Identity) is { } identity && PersonNames.Says(identity, named.FirstName, named.LastName, named.BirthDate));
        return found switch
        {
            [] => Refusal.CandidateNotFound,
            [var candidate] => session.Link(candidate, learner, pupils, JoiningWay.Identity, now),
            _ => Refusal.CandidateAmbiguous,
        };
    }

    /// <summary>An account joins by the code of the candidate's slip, which works once they signed in (Rule D13).</summary>
    public static Decision<SessionEvent> Join(
        this Session session,
        LearnerId learner,
        string personalCode,
        IReadOnlySet<PupilId> pupils,
        DateTimeOffset now)
    {
        if (session.Opened is null || session.Candidates.Find(one => one.PersonalCode == personalCode) is not { } candidate)
            return Refusal.PersonalCodeUnknown;
        if (candidate.SignedIn is null) return Refusal.CandidateNotSignedIn;
        return session.Link(candidate, learner, pupils, JoiningWay.PersonalCode, now);
    }

    /// <summary>
    /// Lets a candidate who is there start, or go on with a test that is not ended, once (Rule 11.8). <paramref name="ended"/> are the
    /// candidates whose test is ended.
    /// </summary>
    public static Decision<SessionEvent> Authorise(
        this Session session,
        CandidateId id,
        IReadOnlySet<CandidateId> ended,
        DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Find(id) is not { } candidate) return Refusal.CandidateUnknown;
        if (candidate.SignedIn is null) return Refusal.CandidateNotSignedIn;
        if (ended.Contains(id)) return Refusal.CandidateTestEnded;
        if (candidate.IsAuthorised) return [];
        return [new CandidateAuthorised(id, now)];
    }

    /// <summary>
    /// The linked account starts its test, or goes on with it: the authorisation is consumed (Rules 11.8, D15). Whether the profile is
    /// certifiable is checked before, so that a refusal costs nobody their authorisation.
    /// </summary>
    public static Decision<SessionEvent> Start(
        this Session session,
        LearnerId learner,
        CertificationId certification,
        bool isCentreApproved,
        IReadOnlySet<CandidateId> ended,
        SessionRules rules,
        DateTimeOffset now)
    {
        if (session.Opened is null) return Refusal.SessionUnknown;
        if (session.Candidates.Find(one => one.Learner == learner) is not { } candidate) return Refusal.CandidateUnknown;
        if (session.Erased.Contains(candidate.Id)) return Refusal.PersonErased;
        var situation = new StartSituation(
            CodeIsRight: true,
            IsOpen: session.WhyNotOpen() is null,
            isCentreApproved,
            candidate.IsAuthorised,
            candidate.HasStarted);
        if (situation.WhyNot() is { } refusal) return refusal;
        if (session.WhyNotOpen() is { } closed) return closed;
        if (ended.Contains(candidate.Id)) return Refusal.CandidateTestEnded;
        var inTest = session.Candidates.Count(one => one.HasStarted && one.Id != candidate.Id && !ended.Contains(one.Id));
        if (inTest >= rules.Capacity) return Refusal.SessionFull(rules.Capacity);
        return [new CandidateStarted(candidate.Id, certification, candidate.HasStarted, now)];
    }

    private static Decision<SessionEvent> Link(
        this Session session,
        Candidate candidate,
        LearnerId learner,
        IReadOnlySet<PupilId> pupils,
        JoiningWay way,
        DateTimeOffset now)
    {
        if (candidate.Learner == learner) return [];
        if (session.WhyNotOpen() is not null) return Refusal.SessionNotJoinable;
        if (candidate.Learner is not null) return Refusal.CandidateAlreadyLinked;
        if (session.Candidates.Exists(one => one.Learner == learner)) return Refusal.LearnerAlreadyLinked;
        if (candidate.Pupil is { } pupil && !pupils.Contains(pupil)) return Refusal.CandidateNotAttached;
        return [new CandidateLinked(candidate.Id, learner, way, now)];
    }
}

namespace Pix.Domain;

/// <summary>Opens what stands sealed in a stream, for a decision that must compare it; null when its person was erased.</summary>
public delegate T? Opens<T>(Personal<T> personal)
    where T : class;

/// <summary>What a centre may do with a session itself; candidates are in <see cref="CandidateDecisions"/>.</summary>
public static class SessionDecisions
{
    private const int FewestDigits = 10_000_000;

    /// <summary>Numbers for a new session, to try until one is free: eight digits.</summary>
    public static IEnumerable<SessionId> NumbersToTry(Func<int, int> draw) =>
        Enumerable.Range(0, CodePattern.MaximumDraws).Select(_ => new SessionId(FewestDigits + draw(9 * FewestDigits)));

    /// <summary>Opens a session in an approved centre (Rules 11.2, D26); <paramref name="draw"/> gives a number below its argument.</summary>
    public static Decision<SessionEvent> Open(
        this Session session,
        OrganisationId centre,
        bool isCentreApproved,
        PersonId papers,
        SessionForm form,
        Func<int, int> draw,
        DateTimeOffset now)
    {
        if (session.Opened is not null) return Refusal.SessionNumberTaken;
        if (!isCentreApproved) return Refusal.CentreNotApproved;
        return
        [
            new SessionOpened(
                centre,
                papers,
                form.Details,
                new Personal<SessionTexts>(papers, form.Texts),
                Codes.SessionAccess.Draws(draw).First(),
                Codes.Supervisor.Draws(draw).First(),
                now),
        ];
    }

    /// <summary>Changes where, when or by whom, by who read this edition of it (design 6: If-Match).</summary>
    public static Decision<SessionEvent> Edit(
        this Session session,
        int edition,
        SessionForm form,
        Opens<SessionTexts> open,
        DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Details == form.Details && open(session.Texts!) == form.Texts) return [];
        if (session.Edition != edition) return Refusal.SessionEditedMeanwhile(session.Edition);
        return [new SessionEdited(form.Details, new Personal<SessionTexts>(session.Opened!.Papers, form.Texts), now)];
    }

    /// <summary>
    /// Gives up a session in which nobody took a test (Rule D26); <paramref name="tests"/> are those of every candidate who consumed an
    /// authorisation: whose start is barred took none.
    /// </summary>
    public static Decision<SessionEvent> Cancel(
        this Session session,
        string reason,
        IReadOnlyDictionary<CandidateId, TestAtHand> tests,
        DateTimeOffset now)
    {
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        if (session.IsCancelled) return [];
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Candidates.Count(candidate => candidate.HasStarted && !IsBarred(candidate)) is var started and > 0) return Refusal.SessionAlreadyStarted(started);
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.ReasonMissing;
        return [new SessionCancelled(new Personal<string>(opened.Papers, reason), now)];

        bool IsBarred(Candidate candidate) => tests.TryGetValue(candidate.Id, out var test) && test == TestAtHand.Barred;
    }

    /// <summary>Lets who has the supervisors' code supervise.</summary>
    public static Decision<SessionEvent> AdmitSupervisor(this Session session, MemberId supervisor, string code, DateTimeOffset now)
    {
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        if (Codes.Supervisor.Read(code) != opened.SupervisorCode) return Refusal.SupervisorCodeWrong;
        if (session.Supervisors.Contains(supervisor)) return [];
        if (session.WhyNotOpen() is { } refusal) return refusal;
        return [new SupervisorAdmitted(supervisor, now)];
    }

    /// <summary>Records that a paper with names leaves the service; every time is another one.</summary>
    public static Decision<SessionEvent> IssuePaper(this Session session, SessionPaper paper, DateTimeOffset now)
    {
        if (session.Opened is null) return Refusal.SessionUnknown;
        return [new SessionPaperIssued(paper, now)];
    }

    /// <summary>Why a session may not be changed any more by its centre, or null.</summary>
    public static Refusal? WhyNotOpen(this Session session)
    {
        if (session.Opened is null) return Refusal.SessionUnknown;
        if (session.IsCancelled) return Refusal.SessionCancelled;
        return session.Finalised is not null ? Refusal.SessionAlreadyFinalised : null;
    }
}

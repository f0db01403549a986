namespace Pix.Domain;

/// <summary>What a finalisation is decided on (Rule 11.22): counts of tests and of reasons given.</summary>
public sealed record FinalisationSituation(bool IsFinalised, int StartedTests, int UnfinishedTests, int AbortReasons)
{
    /// <summary>Why the session is not finalised, or null.</summary>
    public Refusal? WhyNot()
    {
        if (IsFinalised) return Refusal.SessionAlreadyFinalised;
        if (StartedTests == 0) return Refusal.SessionWithoutStartedTest;
        if (AbortReasons < UnfinishedTests) return Refusal.AbortReasonMissing(UnfinishedTests, AbortReasons);
        return AbortReasons > UnfinishedTests ? Refusal.AbortReasonSuperfluous(UnfinishedTests, AbortReasons) : null;
    }
}

/// <summary>How a test stands when its session is handed in.</summary>
public enum TestAtHand
{
    /// <summary>Every question was answered, or time ended it (Rule D14).</summary>
    Finished,

    /// <summary>It needs an abort reason.</summary>
    Unfinished,

    /// <summary>The authorisation was consumed, the test did not begin, and it cannot any more.</summary>
    Barred,
}

/// <summary>What a centre hands in with a session.</summary>
public sealed record FinalisationForm(
    IReadOnlyDictionary<CandidateId, AbortReason> AbortReasons,
    string? Comment,
    bool HadIncident,
    bool HadJoiningIssue);

/// <summary>Issue reports, and handing a session in.</summary>
public static class FinalisationDecisions
{
    private const int LongestComment = 5000;

    /// <summary>Reports an issue about a candidate who started (Rule 11.20).</summary>
    public static Decision<SessionEvent> ReportIncident(
        this Session session,
        CandidateId id,
        IssueCategory category,
        IssueSubcategory? subcategory,
        int? question,
        string? description,
        DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (session.Find(id) is not { } candidate) return Refusal.CandidateUnknown;
        if (!candidate.HasStarted) return Refusal.CandidateNotStarted;
        if (IssueReports.WhyNot(category, subcategory, question, description) is { } malformed) return malformed;
        var text = string.IsNullOrWhiteSpace(description) ? null : new Personal<string>(candidate.Person, description);
        return [new IncidentReported(session.LatestIncident + 1, id, category, subcategory, question, text, now)];
    }

    /// <summary>Takes an issue report back.</summary>
    public static Decision<SessionEvent> WithdrawIncident(this Session session, int incident, DateTimeOffset now)
    {
        if (session.WhyNotOpen() is { } refusal) return refusal;
        if (!session.Incidents.ContainsKey(incident)) return incident > 0 && incident <= session.LatestIncident ? [] : Refusal.IncidentUnknown;
        return [new IncidentWithdrawn(incident, now)];
    }

    /// <summary>
    /// Hands the session in (Rule 11.22). <paramref name="tests"/> are those of every candidate who consumed an authorisation; whose start is
    /// barred took none, and whose test is not known is starting at this moment. Each unfinished one needs an abort reason, and nobody else
    /// has one.
    /// </summary>
    public static Decision<SessionEvent> Finalise(
        this Session session,
        Guid finalisation,
        IReadOnlyDictionary<CandidateId, TestAtHand> tests,
        FinalisationForm form,
        DateTimeOffset now)
    {
        if (session.Opened is not { } opened) return Refusal.SessionUnknown;
        if (session.IsCancelled) return Refusal.SessionCancelled;
        var attempted = session.Candidates.FindAll(candidate => candidate.HasStarted);
        var started = attempted.FindAll(candidate => tests.TryGetValue(candidate.Id, out var test) && test != TestAtHand.Barred);
        var open = started.Count(candidate => tests[candidate.Id] == TestAtHand.Unfinished);
        var situation = new FinalisationSituation(session.Finalised is not null, started.Count, open, form.AbortReasons.Count);
        if (situation.WhyNot() is { } refusal) return refusal;
        if (started.Exists(candidate => tests[candidate.Id] == TestAtHand.Unfinished && !form.AbortReasons.ContainsKey(candidate.Id)))
            return Refusal.AbortReasonSuperfluous(open, form.AbortReasons.Count);
        if (attempted.Find(candidate => !tests.ContainsKey(candidate.Id)) is { } starting) return Refusal.CandidateStarting(starting.Id);
        if (form.Comment is { Length: > LongestComment }) return Refusal.SessionCommentTooLong(LongestComment);
        return
        [
            new SessionFinalised(
                finalisation,
                [.. started.Select(candidate => session.HandedIn(candidate, form.AbortReasons))],
                string.IsNullOrWhiteSpace(form.Comment) ? null : new Personal<string>(opened.Papers, form.Comment),
                form.HadIncident,
                form.HadJoiningIssue,
                now),
        ];
    }

    /// <summary>Every test of this finalisation is ended, judged and scored.</summary>
    public static Decision<SessionEvent> CompleteFinalisation(this Session session, DateTimeOffset now)
    {
        if (session.Finalised is not { } finalised) return Refusal.SessionNotFinalised;
        if (session.IsFinalisationCompleted) return [];
        return [new FinalisationCompleted(finalised.Finalisation, now)];
    }

    private static FinalisedTest HandedIn(this Session session, Candidate candidate, IReadOnlyDictionary<CandidateId, AbortReason> reasons) => new(
        candidate.Id,
        candidate.Certification!.Value,
        reasons.TryGetValue(candidate.Id, out var reason) ? reason : null,
        [.. session.Incidents.Values
            .Where(incident => incident.Candidate == candidate.Id)
            .Select(incident => new FinalisedIssue(incident.Incident, incident.Category, incident.Subcategory, incident.QuestionNumber))]);
}

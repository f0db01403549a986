namespace Pix.Domain;

/// <summary>Who starts a test, and what the command drew for it.</summary>
/// <param name="Certification">Made of the session and the candidate.</param>
/// <param name="Session">Where it is taken.</param>
/// <param name="Candidate">Who is enrolled.</param>
/// <param name="Learner">Whose account it is.</param>
/// <param name="Person">Whose key seals what is personal.</param>
/// <param name="Identity">Copied from the candidate (Rule 11.9).</param>
/// <param name="ExtraTimePercent">0 for most.</param>
/// <param name="VerificationCode">Free, and claimed for this certification (Rule 11.9).</param>
/// <param name="Sitting">The key of who answers.</param>
/// <param name="Seed">What the questions are drawn from.</param>
public sealed record CertificationStart(
    CertificationId Certification,
    SessionId Session,
    CandidateId Candidate,
    LearnerId Learner,
    PersonId Person,
    CertifiedIdentity Identity,
    int ExtraTimePercent,
    string VerificationCode,
    Guid Sitting,
    long Seed);

/// <summary>What is known of the candidate when the test starts: a history up to a revision, and every challenge ever answered.</summary>
public sealed record CertificationBasis(Positioning Positioning, StreamEvidence Evidence, IReadOnlySet<ChallengeId> Seen);

/// <summary>Starting, taking and ending a test (Rules 11.8 to 11.12, D14, D16, D17).</summary>
public static class CertificationDecisions
{
    /// <summary>Why this profile cannot be certified, or null (Rules 11.1, 11.8).</summary>
    public static Refusal? WhyNotCertifiable(Positioning positioning, Referential referential)
    {
        var eligibility = Eligibility.Of(positioning, referential);
        return eligibility.IsCertifiable ? null : Refusal.NotCertifiable(eligibility);
    }

    /// <summary>Starts the test, once; a second start is granted already (Rule 11.8). The session has consumed the authorisation before.</summary>
    public static Decision<CertificationEvent> Start(
        this Certification certification,
        CertificationStart start,
        CertificationBasis basis,
        Referential referential,
        CertificationRules rules,
        DateTimeOffset now)
    {
        if (certification.Started is not null) return [];
        if (WhyNotCertifiable(basis.Positioning, referential) is { } refusal) return refusal;
        var certifiable = Eligibility.Of(basis.Positioning, referential).Certifiable;
        var questions = QuestionDraw.Draw(certifiable, basis.Positioning.KnowledgeUnder(referential), basis.Seen, rules.Locale, start.Seed);
        var asked = questions.Select(question => question.Competence).ToHashSet();

        // What can be asked nothing about is not certified, rather than make the whole scoring an error.
        var competences = certifiable.Where(competence => asked.Contains(competence.Competence)).ToList();
        if (competences.Count < Profile.CompetencesForCertification) return Refusal.NothingToAskIn(certifiable.Except(competences));
        return
        [
            new CertificationStarted(
                start.Certification,
                start.Session,
                start.Candidate,
                start.Learner,
                start.Person,
                new Personal<CertifiedIdentity>(start.Person, start.Identity),
                start.ExtraTimePercent == 0 ? null : new Personal<ExtraTime>(start.Person, new ExtraTime(start.ExtraTimePercent)),
                start.VerificationCode,
                start.Sitting,
                basis.Evidence,
                referential.Version,
                rules.Maximum.Level,
                start.Seed,
                competences,
                questions,
                now + rules.DurationOf(questions.Count, start.ExtraTimePercent),
                now),
        ];
    }

    /// <summary>
    /// Keeps the attempts that the session let through, up to this one, from beginning a test: it is being closed without it. A test that
    /// began goes on.
    /// </summary>
    public static Decision<CertificationEvent> BarStart(this Certification certification, int attempt, DateTimeOffset now)
    {
        if (certification.Started is not null || certification.BarredAttempt >= attempt) return [];
        return [new CertificationStartBarred(attempt, now)];
    }

    /// <summary>Why this attempt does not begin the test any more, or null.</summary>
    public static Refusal? WhyBarred(this Certification certification, int attempt) =>
        certification.Started is null && certification.BarredAttempt >= attempt ? Refusal.StartBarred : null;

    /// <summary>Goes on elsewhere, or later; the session has consumed a new authorisation before (Rule 11.8).</summary>
    public static Decision<CertificationEvent> Resume(this Certification certification, Guid sitting, DateTimeOffset now)
    {
        if (certification.WhyOver() is { } refusal) return refusal;
        if (certification.IsPastDeadline(now)) return Decision.Of<CertificationEvent>(certification.EndedBy(CertificationEnd.Time, now));
        if (certification.Sitting == sitting) return [];
        return [new CertificationResumed(sitting, now)];
    }

    /// <summary>Shows the pending timed question, which starts the server's clock; past the deadline the test ends instead.</summary>
    public static Decision<CertificationEvent> Present(this Certification certification, Guid sitting, DateTimeOffset now)
    {
        if (certification.WhyNotGoOn(sitting) is { } refusal) return refusal;
        if (certification.IsPastDeadline(now)) return Decision.Of<CertificationEvent>(certification.EndedBy(CertificationEnd.Time, now));
        if (certification.Pending is not { Challenge.TimerSeconds: not null } question || certification.IsPresented) return [];
        return [new CertificationQuestionPresented(question.Number, now)];
    }

    /// <summary>The page lost the focus during the pending question (Rule 2.11); past the deadline the test ends instead.</summary>
    public static Decision<CertificationEvent> LoseFocus(this Certification certification, Guid sitting, DateTimeOffset now)
    {
        if (certification.WhyNotGoOn(sitting) is { } refusal) return refusal;
        if (certification.IsPastDeadline(now)) return Decision.Of<CertificationEvent>(certification.EndedBy(CertificationEnd.Time, now));
        if (certification.IsFocusLost) return [];
        return [new CertificationFocusLost(certification.Pending!.Number, now)];
    }

    /// <summary>
    /// Judges the answer to the pending question; the last one ends and scores the test (Rules 11.12, D18). Past the deadline nothing is
    /// recorded but the end: the caller refuses what holds no <see cref="CertificationAnswerRecorded"/> (Rule D14).
    /// </summary>
    public static Decision<CertificationEvent> Answer(
        this Certification certification,
        Guid sitting,
        SubmittedAnswer submitted,
        CertificationRules rules,
        DateTimeOffset now)
    {
        if (certification.Answers.Exists(answer => answer.Challenge == submitted.Challenge)) return Refusal.AlreadyAnswered;
        if (certification.WhyNotGoOn(sitting) is { } refusal) return refusal;
        if (certification.IsPastDeadline(now)) return Decision.Of<CertificationEvent>(certification.EndedBy(CertificationEnd.Time, now));
        var question = certification.Pending!;
        if (question.Challenge.Id != submitted.Challenge) return Refusal.ChallengeNotPending(question.Challenge.Id);
        if (submitted.Value is { } value && AnswerForm.Check(question.Challenge, value) is { } malformed) return malformed;

        CertificationEvent[] answered = [certification.Judge(question, submitted, rules, now)];
        if (question.Number < certification.Questions.Count) return Decision.Of<CertificationEvent>(answered);
        return Decision.Of<CertificationEvent>([.. answered, .. certification.After(answered).EndedBy(CertificationEnd.LastAnswer, now)]);
    }

    /// <summary>
    /// Ends a test that goes on, and scores it for the first time (Rule D18); one that is over stays as it is. Past the deadline it ended by
    /// time, whoever ends it.
    /// </summary>
    public static Decision<CertificationEvent> End(this Certification certification, CertificationEnd reason, DateTimeOffset now)
    {
        if (certification.Started is null) return Refusal.CertificationUnknown;
        if (certification.Ended is not null) return [];
        return Decision.Of<CertificationEvent>(certification.EndedBy(certification.IsPastDeadline(now) ? CertificationEnd.Time : reason, now));
    }

    /// <summary>How the test is over at this instant, or null while answers are accepted: its deadline may have passed unsaid.</summary>
    public static CertificationEnd? EndAt(this Certification certification, DateTimeOffset now) =>
        certification.Ended?.Reason ?? (certification.IsPastDeadline(now) ? CertificationEnd.Time : null);

    /// <summary>
    /// Whether finalisation must say why the test was not finished (Rule 11.22): not when every question was answered, nor when time ended it
    /// (Rule D14).
    /// </summary>
    public static bool NeedsAbortReason(this Certification certification, DateTimeOffset now) =>
        certification.Answers.Count < certification.Questions.Count && certification.EndAt(now) != CertificationEnd.Time;

    /// <summary>Seconds since the server's clock runs for the pending question.</summary>
    public static int ServerSeconds(this Certification certification, DateTimeOffset now) =>
        (int)Math.Clamp((now - certification.PendingSince).TotalSeconds, 0, int.MaxValue);

    /// <summary>The numbers that have neither answer nor decision.</summary>
    internal static IEnumerable<int> Unanswered(this Certification certification) => certification.Questions
        .Select(question => question.Number)
        .Where(number => number > certification.Answers.Count)
        .Where(number => !certification.Neutralised.Contains(number) && !certification.SkippedAutomatically.Contains(number));

    private static CertificationEvent[] EndedBy(this Certification certification, CertificationEnd reason, DateTimeOffset now)
    {
        CertificationEvent[] ended =
        [
            new CertificationEnded(reason, now),
            .. reason == CertificationEnd.Time ? certification.Unanswered().Select(number => new ChallengeSkippedAutomatically(number, now)) : [],
        ];
        return [.. ended, certification.After(ended).Score(ScoringEmitter.TestEnd, now)];
    }

    private static CertificationAnswerRecorded Judge(
        this Certification certification,
        CertificationQuestion question,
        SubmittedAnswer submitted,
        CertificationRules rules,
        DateTimeOffset now)
    {
        var focusLost = submitted.FocusLost || certification.IsFocusLost;
        var late = question.Challenge.TimerSeconds is { } timer
            && (submitted.ClaimedSeconds > timer
                || (certification.IsPresented && now - certification.PendingSince > TimeSpan.FromSeconds(timer) + rules.TimerTolerance));
        AnswerStatus? worth = submitted.Value is { } value ? AnswerChecker.Check(question.Challenge, value).Status : null;
        return new CertificationAnswerRecorded(
            question.Number,
            question.Challenge.Id,
            submitted.Value is null ? null : new Personal<string>(certification.Started!.Person, submitted.Value),
            worth,
            worth is { } validated
                ? AnswerJudgement.Judge(validated, new AnswerCircumstances
                {
                    Late = late,
                    FocusLost = focusLost,
                    FocusedChallenge = question.Challenge.Focused,
                    InCertification = true,
                })
                : AnswerJudgement.Skipped,
            submitted.ClaimedSeconds,
            certification.ServerSeconds(now),
            focusLost,
            now);
    }

    private static bool IsPastDeadline(this Certification certification, DateTimeOffset now) => certification.Started?.Deadline < now;

    private static Refusal? WhyOver(this Certification certification) =>
        certification.Started is null ? Refusal.CertificationUnknown
        : certification.Ended is { } ended ? Refusal.CertificationOver(ended.Reason)
        : null;

    private static Refusal? WhyNotGoOn(this Certification certification, Guid sitting) =>
        certification.WhyOver() ?? (certification.Sitting == sitting ? null : Refusal.SittingElsewhere);
}

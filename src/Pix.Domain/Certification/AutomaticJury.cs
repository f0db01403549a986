namespace Pix.Domain;

/// <summary>How an issue report about a question is settled without a juror (Rule 11.23).</summary>
public enum IssueStrategy
{
    /// <summary>Left as it is.</summary>
    DoNotResolve,

    /// <summary>The question does not count.</summary>
    NeutraliseWithoutChecking,

    /// <summary>The question does not count if it has a picture or a simulator.</summary>
    NeutraliseIfImageOrEmbed,

    /// <summary>The question does not count if it has a file.</summary>
    NeutraliseIfAttachment,

    /// <summary>The question does not count if it is timed.</summary>
    NeutraliseIfTimed,

    /// <summary>If the question asks to keep the focus, the answer that lost it is accepted, and a skipped one does not count.</summary>
    AcceptOrNeutraliseIfFocused,
}

/// <summary>
/// What is settled as soon as a session is finalised (Rules 11.20, 11.23): what is left unanswered, then the issue reports about questions,
/// whose order does not matter.
/// </summary>
public static class AutomaticJury
{
    /// <summary>The strategy for a kind of report.</summary>
    public static IssueStrategy StrategyFor(IssueSubcategory? subcategory) => subcategory switch
    {
        IssueSubcategory.WebsiteBlocked or IssueSubcategory.WebsiteUnavailable or IssueSubcategory.SoftwareNotWorking
            or IssueSubcategory.SkipOnOops or IssueSubcategory.AccessibilityIssue => IssueStrategy.NeutraliseWithoutChecking,
        IssueSubcategory.ImageNotDisplaying or IssueSubcategory.EmbedNotWorking => IssueStrategy.NeutraliseIfImageOrEmbed,
        IssueSubcategory.FileNotOpening => IssueStrategy.NeutraliseIfAttachment,
        IssueSubcategory.ExtraTimeExceeded => IssueStrategy.NeutraliseIfTimed,
        IssueSubcategory.UnintentionalFocusOut => IssueStrategy.AcceptOrNeutraliseIfFocused,
        _ => IssueStrategy.DoNotResolve,
    };

    /// <summary>
    /// Judges an ended test for one finalisation, once, and scores it again if anything changed. <paramref name="abort"/> says why it was not
    /// finished; it is null for one that was, or that time ended.
    /// </summary>
    public static Decision<CertificationEvent> Judge(
        this Certification certification,
        Guid finalisation,
        AbortReason? abort,
        IReadOnlyList<FinalisedIssue> issues,
        DateTimeOffset now)
    {
        if (certification.Started is null) return Refusal.CertificationUnknown;
        if (certification.Ended is null) return Refusal.CertificationGoesOn;
        if (certification.Finalisations.Contains(finalisation)) return [];

        var events = new List<CertificationEvent>(certification.Settle(abort, now));
        var settled = certification.After(events);
        foreach (var issue in issues.OrderBy(issue => issue.Incident))
        {
            var resolution = settled.Resolve(issue);
            var before = certification.After(events);
            events.Add(new IssueReported(issue.Incident, issue.Category, issue.Subcategory, issue.QuestionNumber, resolution, now));
            if (before.EffectOf(issue, resolution, now) is { } effect) events.Add(effect);
        }

        events.Add(new AutomaticJuryHeld(finalisation, abort, now));
        if (certification.Scorings.IsEmpty || events.Exists(IsEffect))
            events.Add(certification.After(events).Score(ScoringEmitter.AutomaticJury, now));
        return Decision.Of<CertificationEvent>([.. events]);
    }

    private static bool IsEffect(CertificationEvent happened) =>
        happened is ChallengeNeutralised or ChallengeSkippedAutomatically or AnswerAccepted;

    private static IEnumerable<CertificationEvent> Settle(this Certification certification, AbortReason? abort, DateTimeOffset now) => abort switch
    {
        AbortReason.Candidate => certification.Unanswered().Select(number => new ChallengeSkippedAutomatically(number, now)),
        AbortReason.Technical => certification.Unanswered()
            .Select(number => new ChallengeNeutralised(number, QuestionDecisionCause.TechnicalAbort, null, now)),
        _ => [],
    };

    // Each on the test as it was settled: what one report accepts no other neutralises, so that their order does not matter.
    private static IssueResolution Resolve(this Certification settled, FinalisedIssue issue)
    {
        if (issue.Category != IssueCategory.InChallenge)
            return NeedsJury(issue) ? IssueResolution.LeftToJury : IssueResolution.Noted;
        if (StrategyFor(issue.Subcategory) == IssueStrategy.DoNotResolve) return IssueResolution.LeftToJury;
        if (settled.Accepts(issue)) return IssueResolution.Accepted;
        return settled.Neutralises(issue) ? IssueResolution.Neutralised : IssueResolution.WithoutEffect;
    }

    private static bool NeedsJury(FinalisedIssue issue) =>
        issue.Category is IssueCategory.Fraud or IssueCategory.TechnicalProblem or IssueCategory.Other
        || issue.Subcategory == IssueSubcategory.NameOrBirthdate;

    private static bool Accepts(this Certification certification, FinalisedIssue issue) =>
        issue is { Category: IssueCategory.InChallenge, QuestionNumber: { } number }
        && StrategyFor(issue.Subcategory) == IssueStrategy.AcceptOrNeutraliseIfFocused
        && certification.Question(number) is { Challenge.Focused: true }
        && certification.AnswerTo(number) == AnswerStatus.FocusedOut;

    private static bool Neutralises(this Certification certification, FinalisedIssue issue)
    {
        if (issue.QuestionNumber is not { } number || certification.Question(number)?.Challenge is not { } challenge) return false;
        var status = certification.AnswerTo(number);
        var skipped = status == AnswerStatus.Aband || certification.WasLeftOpen(number);
        var wrong = skipped || status == AnswerStatus.Ko;
        return StrategyFor(issue.Subcategory) switch
        {
            IssueStrategy.NeutraliseWithoutChecking => wrong,
            IssueStrategy.NeutraliseIfImageOrEmbed => wrong && (challenge.Illustration is not null || challenge.Embed is not null),
            IssueStrategy.NeutraliseIfAttachment => wrong && challenge.Attachments.Count > 0,
            IssueStrategy.NeutraliseIfTimed => challenge.TimerSeconds is not null && (wrong || status == AnswerStatus.Timedout),
            IssueStrategy.AcceptOrNeutraliseIfFocused => skipped && challenge.Focused,
            _ => false,
        };
    }

    // Shown and never answered: skipped, as far as a report about it goes. What comes after it was not even shown.
    private static bool WasLeftOpen(this Certification certification, int number) => number == certification.Answers.Count + 1;

    private static CertificationEvent? EffectOf(this Certification before, FinalisedIssue issue, IssueResolution resolution, DateTimeOffset now) => resolution switch
    {
        IssueResolution.Accepted when !before.Accepted.ContainsKey(issue.QuestionNumber!.Value) => new AnswerAccepted(
            issue.QuestionNumber.Value,
            before.Answers[issue.QuestionNumber.Value - 1].Checked!.Value,
            issue.Incident,
            now),
        IssueResolution.Neutralised when !before.Neutralised.Contains(issue.QuestionNumber!.Value) =>
            new ChallengeNeutralised(issue.QuestionNumber.Value, QuestionDecisionCause.IssueReport, issue.Incident, now),
        _ => null,
    };
}

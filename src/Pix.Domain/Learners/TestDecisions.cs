namespace Pix.Domain;

/// <summary>What a client sends for the pending challenge.</summary>
/// <param name="Challenge">Which challenge it answers.</param>
/// <param name="Value">The answer, or null to skip ("Je passe").</param>
/// <param name="ClaimedSeconds">The time taken, as the client says.</param>
/// <param name="FocusLost">Whether the page lost the focus.</param>
public sealed record SubmittedAnswer(ChallengeId Challenge, string? Value, int? ClaimedSeconds, bool FocusLost);

/// <summary>Starting, taking and improving the test of a competence (Rules 4, 6.5).</summary>
public static class TestDecisions
{
    /// <summary>
    /// Starts the test of a competence; an unfinished one goes on (no event). After its end a test starts again only where a later release
    /// left something to ask. With nothing to ask at all it is completed at once (Rule D4).
    /// </summary>
    public static Decision<LearnerEvent> StartTest(
        this Learner learner,
        Competence competence,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (!referential.IsPlayable(competence.Code)) return Refusal.CompetenceNotPlayable(competence.Code);
        if (learner.OpenTestOf(competence.Code) is not null) return [];

        var taken = learner.Positioning.EvaluationOf(competence.Code) == Evaluation.Completed;
        var test = learner.NewTest(AssessmentPurpose.Competence, new Target(competence.Code), seed, now);

        // What goes on after its end does so as if it had not ended, or a test that ended on a timer would go on without a release.
        var asked = taken && learner.LatestTestOf(competence.Code) is { } ended ? test with { Answers = ended.Answers } : test;
        var first = NextChallenge(asked, learner.Positioning.KnowledgeUnder(referential), referential, rules, isFirst: !taken);
        if (taken && first is null) return Refusal.NothingLeftToAsk(competence.Code);
        return [.. Started(test, first, now)];
    }

    /// <summary>"Progresser": asks again the skills whose failure is old enough (Rules D1, D4, 6.5); one under way goes on (no event).</summary>
    public static Decision<LearnerEvent> Improve(
        this Learner learner,
        Competence competence,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.OpenTestOf(competence.Code) is { Purpose: AssessmentPurpose.Improvement }) return [];
        var profile = Profile.Of(learner.Positioning, referential);
        if (profile.Competences.FirstOrDefault(position => position.Code == competence.Code) is not { Status: ScorecardStatus.Completed } position)
            return Refusal.NotCompleted(competence.Code);

        var card = position.At(now, rules);
        if (card.IsFinishedWithMaximumLevel) return Refusal.MaximumLevelReached(competence.Code, card.Score.Level);
        if (card.DaysBeforeImproving is not { } days) return Refusal.NothingToImprove(competence.Code);
        if (days > 0) return Refusal.ImprovementTooEarly(competence.Code, days);

        var test = learner.NewTest(AssessmentPurpose.Improvement, new Target(competence.Code), seed, now);
        var knowledge = learner.Positioning.KnowledgeUnder(referential);
        if (NextChallenge(test, knowledge, referential, rules, isFirst: true) is not { } first)
            return Refusal.NothingToImprove(competence.Code);
        return [new ImprovementStarted(competence.Code, [.. test.FailedSkills(knowledge, rules)], now), .. Started(test, first, now)];
    }

    /// <summary>Shows the pending timed challenge, which starts the server's clock; nothing to do when shown already or untimed.</summary>
    public static Decision<LearnerEvent> Present(this Learner learner, int assessment, DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        if (learner.WhyNotGoOn(assessment) is { } over) return over;
        var test = learner.Find(assessment)!;
        if (test.Pending is not { TimerSeconds: not null } pending || test.IsPresented) return [];
        return [new ChallengePresented(assessment, pending.Challenge, now)];
    }

    /// <summary>
    /// Judges the answer under the release that the challenge was drawn from, and draws the next one from the active release, so that a
    /// release in mid-test changes nothing between question and answer.
    /// </summary>
    public static Decision<LearnerEvent> Answer(
        this Learner learner,
        int assessment,
        SubmittedAnswer submitted,
        Releases releases,
        LearnerRules rules,
        DateTimeOffset now)
    {
        if (learner.WhyNot() is { } refusal) return refusal;
        var test = learner.Find(assessment);
        if (test?.Answers.Exists(answer => answer.Challenge == submitted.Challenge) == true) return Refusal.AlreadyAnswered;
        if (learner.WhyNotGoOn(assessment) is { } over) return over;
        if (test!.Pending is not { } pending) return Refusal.AssessmentCompleted;
        if (pending.Challenge != submitted.Challenge) return Refusal.ChallengeNotPending(pending.Challenge);
        if (releases.At(pending.Referential)?.Find(pending.Challenge) is not { } asked) return Refusal.ChallengeUnavailable(pending.Challenge);
        if (releases.Active is not { } active) return Refusal.ReferentialMissing;
        if (submitted.Value is { } value && AnswerForm.Check(asked.Challenge, value) is { } malformed) return malformed;

        var status = test.Judge(asked.Challenge, submitted, rules, now);
        var given = new GivenAnswer(assessment, test.Target, pending.Challenge, asked.Skill.Id, asked.Skill.Competence, status == AnswerStatus.Ok, now);
        var answered = test with
        {
            Answers = test.Answers.Add(new AssessmentAnswer(
                test.Answers.Count + 1,
                pending.Challenge,
                status,
                pending.TimerSeconds is not null,
                pending.Referential,
                now)),
        };
        var knowledge = learner.KnowledgeFor(test, active).With(given);
        var next = NextChallenge(answered, knowledge, active, rules, isFirst: false);
        var recorded = new AnswerRecorded(
            assessment,
            answered.Answers.Count,
            pending.Challenge,
            asked.Skill.Id,
            asked.Skill.Tube.Id,
            asked.Skill.Level,
            asked.Skill.Competence,
            submitted.Value is null ? null : new Personal<string>(learner.Person!.Value, submitted.Value),
            status,
            submitted.ClaimedSeconds,
            test.ServerSeconds(now),
            submitted.FocusLost,
            pending.Referential,
            next,
            now);
        return next is null ? [recorded, new AssessmentCompleted(assessment, now)] : [recorded];
    }

    /// <summary>How far a test is: tested skills of those asked about, all once completed (Rule 7.10).</summary>
    public static Progress ProgressIn(this Learner learner, Assessment test, Referential referential, LearnerRules rules) =>
        test.ProgressWith(learner.KnowledgeFor(test, referential), rules);

    /// <summary>The same, with what counts as known for the test, under the referential that it was folded under.</summary>
    public static Progress ProgressWith(this Assessment test, Knowledge knowledge, LearnerRules rules)
    {
        var situation = test.Situation(knowledge, knowledge.Referential, rules, isFirst: false);
        return new Progress(situation.Known.Count, situation.Targeted.Count, test.State == AssessmentState.Completed);
    }

    /// <summary>Seconds since the server's clock runs for the pending challenge.</summary>
    public static int ServerSeconds(this Assessment test, DateTimeOffset now) =>
        (int)Math.Clamp((now - test.PendingSince).TotalSeconds, 0, int.MaxValue);

    private static AnswerStatus Judge(
        this Assessment test,
        Challenge challenge,
        SubmittedAnswer submitted,
        LearnerRules rules,
        DateTimeOffset now)
    {
        if (submitted.Value is not { } value) return AnswerJudgement.Skipped;
        var late = challenge.TimerSeconds is { } timer
            && (submitted.ClaimedSeconds > timer
                || (test.IsPresented && now - test.PendingSince > TimeSpan.FromSeconds(timer) + rules.TimerTolerance));
        return AnswerJudgement.Judge(
            AnswerChecker.Check(challenge, value).Status,
            new AnswerCircumstances
            {
                Late = late,
                FocusLost = submitted.FocusLost,
                FocusedChallenge = challenge.Focused,
                InCertification = false,
            });
    }

    /// <summary>A test of a participation, begun; completed at once when nothing is left to ask.</summary>
    internal static StartedTest StartTestFor(
        this Learner learner,
        Participation part,
        AssessmentPurpose purpose,
        Target target,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        var test = learner.NewTest(purpose, target, seed, now) with { Participation = part.Ordinal };
        return Started(test, NextChallenge(test, learner.KnowledgeFor(part, referential), referential, rules, isFirst: true), now);
    }

    /// <summary>The failed skills that a test of a participation asks again.</summary>
    internal static IReadOnlyList<SkillId> AskedAgainBy(
        this Learner learner,
        AssessmentStarted started,
        Participation part,
        Referential referential,
        LearnerRules rules)
    {
        var test = new Assessment(started.Assessment, started.Purpose, started.Target, started.Seed, started.At);
        return [.. test.FailedSkills(learner.KnowledgeFor(part, referential), rules)];
    }

    private static IEnumerable<SkillId> FailedSkills(this Assessment test, Knowledge knowledge, LearnerRules rules) => test.Target
        .KnownIn(knowledge)
        .Where(element => element.IsImprovable && !test.TakesAsKnown(element, rules))
        .Select(element => element.Skill.Id);

    private static StartedTest Started(Assessment test, PendingChallenge? first, DateTimeOffset now)
    {
        var started = new AssessmentStarted(test.Ordinal, test.Purpose, test.Target, test.Seed, first, now) { Participation = test.Participation };
        return new StartedTest(started, first is null ? new AssessmentCompleted(test.Ordinal, now) : null);
    }

    private static Assessment NewTest(this Learner learner, AssessmentPurpose purpose, Target target, long seed, DateTimeOffset now) =>
        new(learner.Assessments.Count + 1, purpose, target, seed, now);

    private static PendingChallenge? NextChallenge(
        Assessment test,
        Knowledge knowledge,
        Referential referential,
        LearnerRules rules,
        bool isFirst)
    {
        var situation = test.Situation(knowledge, referential, rules, isFirst);
        return AdaptiveTest.Next(situation, test.Seed) is { Challenge: var challenge }
            ? new PendingChallenge(challenge.Id, referential.Version, challenge.TimerSeconds)
            : null;
    }

    private static TestSituation Situation(
        this Assessment test,
        Knowledge knowledge,
        Referential referential,
        LearnerRules rules,
        bool isFirst) =>
        new(
            test.Target.SkillsUnder(referential, rules.Locale),
            test.Target.KnownIn(knowledge).Where(element => test.TakesAsKnown(element, rules)),
            test.Answers.Select(answer => answer.Challenge).ToHashSet())
        {
            IsFirstQuestion = isFirst,
            LastWasTimed = test.Answers is [.., { WasTimed: true }],
        };

    // What a test taught itself it does not ask again, however short the delay.
    private static bool TakesAsKnown(this Assessment test, KnowledgeElement element, LearnerRules rules) =>
        test.DelayOf(rules) is not { } delay
        || element.Assessment == test.Ordinal
        || rules.Delays.StaysKnown(element, test.StartedAt, delay);

    // How many days old a failure must be to be asked again; null: none is.
    private static int? DelayOf(this Assessment test, LearnerRules rules) => test.Purpose switch
    {
        AssessmentPurpose.Improvement => rules.Delays.DaysBeforeImproving,
        AssessmentPurpose.CampaignImprovement => 0,
        AssessmentPurpose.CampaignRetry => rules.Delays.DaysBeforeRetrying,
        _ => null,
    };

    private static Refusal? WhyNotGoOn(this Learner learner, int assessment) => learner.Find(assessment)?.State switch
    {
        null => Refusal.AssessmentUnknown,
        AssessmentState.Completed => Refusal.AssessmentCompleted,
        AssessmentState.Aborted => Refusal.AssessmentAborted,
        _ => null,
    };
}

namespace Pix.Domain;

/// <summary>
/// The tests of a participation: they ask about the campaign's frozen target what is not known yet, and their answers count everywhere. A new
/// test takes the place of the one before.
/// </summary>
public static class ParticipationTests
{
    /// <summary>What is known for a participation: everything, or for an exam what its own tests taught (Rule 7.1).</summary>
    public static Knowledge KnowledgeFor(this Learner learner, Participation part, Referential referential) => part.Type == CampaignType.Exam
        ? Knowledge.Of(learner.Positioning.Answers.Where(answer => part.Tests.Contains(answer.Assessment)), referential)
        : learner.Positioning.KnowledgeUnder(referential);

    /// <summary>What is known for a test.</summary>
    public static Knowledge KnowledgeFor(this Learner learner, Assessment test, Referential referential) =>
        test.Participation is { } ordinal && learner.FindParticipation(ordinal) is { } part
            ? learner.KnowledgeFor(part, referential)
            : learner.Positioning.KnowledgeUnder(referential);

    /// <summary>Where a participation stands (Rule 7.5).</summary>
    public static ParticipationStatus StatusOf(this Learner learner, Participation part)
    {
        if (part.IsShared) return ParticipationStatus.Shared;
        if (!part.HasTest) return ParticipationStatus.ToShare;
        return learner.LatestTestOf(part)?.State == AssessmentState.Completed ? ParticipationStatus.ToShare : ParticipationStatus.Started;
    }

    /// <summary>How far a participation is (Rule 7.10); a profile collection has nothing to go through.</summary>
    public static Progress ProgressOf(this Learner learner, Participation part, Referential referential, LearnerRules rules) =>
        learner.LatestTestOf(part) is { } test
            ? learner.ProgressIn(test, referential, rules)
            : new Progress(0, 0, !part.HasTest);

    /// <summary>The latest test of a participation, whatever became of it, or null.</summary>
    public static Assessment? LatestTestOf(this Learner learner, Participation part) =>
        part.Tests.IsEmpty ? null : learner.Find(part.Tests[^1]);

    /// <summary>The test of a participation that waits for an answer, or null.</summary>
    public static Assessment? OpenTestOf(this Learner learner, Participation part) =>
        learner.LatestTestOf(part) is { State: AssessmentState.Started } test ? test : null;

    /// <summary>
    /// What a reset starts over: each participation that is not sent and asks about what was reset gets a new test (Rule 6.4). The learner is
    /// as the reset left them.
    /// </summary>
    internal static IEnumerable<LearnerEvent> StartOver(
        this Learner reset,
        Func<PlacedSkill, bool> wasReset,
        Referential referential,
        LearnerRules rules,
        long seed,
        DateTimeOffset now)
    {
        foreach (var part in reset.Participations.Values)
        {
            if (part.IsShared || reset.LatestTestOf(part) is not { } test) continue;
            if (!referential.Targeted(test.Target).Skills.Any(wasReset)) continue;

            // What was being asked again goes on being asked again; after its end only what the reset made unknown is asked.
            var purpose = test.State == AssessmentState.Completed ? AssessmentPurpose.Campaign : test.Purpose;
            foreach (var happened in reset.StartTestFor(part, purpose, test.Target, referential, rules, unchecked(seed + part.Ordinal), now))
            {
                reset = reset.Evolve(happened);
                yield return happened;
            }
        }
    }
}

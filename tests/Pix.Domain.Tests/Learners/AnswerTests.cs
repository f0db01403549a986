using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

public sealed class AnswerTests
{
    private static readonly Releases Releases = ReferentialBuilder.Released(Web);
    private static readonly Specification<Learner, LearnerEvent> Started = Registered.And(learner => learner.StartTest(Web.Build()));

    [Fact]
    public void An_answer_is_recorded_with_the_next_challenge() =>
        Started.When(learner => learner.Send(Right("@web2#1"), Releases, Tuesday.AddSeconds(12))).Then(
            Recorded("@web2", "juste", AnswerStatus.Ok, Pending("@web3#1")) with { ServerSeconds = 12, At = Tuesday.AddSeconds(12) });

    [Fact]
    public void A_wrong_answer_leads_to_something_easier() =>
        Started.When(learner => learner.Send(Wrong("@web2#1"), Releases)).Then(Recorded("@web2", "qzxwjkv", AnswerStatus.Ko, Pending("@web1#1")));

    [Fact]
    public void Passing_is_a_failure_without_a_value() =>
        Started.When(learner => learner.Send(Skipped("@web2#1"), Releases)).Then(Recorded("@web2", null, AnswerStatus.Aband, Pending("@web1#1")));

    [Fact]
    public void The_marker_of_passing_is_an_answer_like_any_other_when_typed() =>
        Assert.Equal(
            AnswerStatus.Ko,
            Started.When(learner => learner.Send(Right("@web2#1") with { Value = "#ABAND#" }, Releases)).Only<AnswerRecorded>().Status);

    [Fact]
    public void Losing_the_focus_is_recorded_and_costs_nothing_while_training()
    {
        var focused = Web.Challenges("@web2", challenge => challenge with { Focused = true });
        var recorded = Started
            .When(learner => learner.Send(Right("@web2#1") with { FocusLost = true }, ReferentialBuilder.Released(focused)))
            .Only<AnswerRecorded>();
        Assert.True(recorded.FocusLost);
        Assert.Equal(AnswerStatus.Ok, recorded.Status);
    }

    [Fact]
    public void The_last_answer_completes_the_test() =>
        Started.And(learner => learner.Send(Right("@web2#1"), Releases)).When(learner => learner.Send(Right("@web3#1"), Releases)).Then(
            Recorded("@web3", "juste", AnswerStatus.Ok, null) with { Number = 2 },
            new AssessmentCompleted(First, Tuesday));

    [Fact]
    public void A_challenge_is_answered_once()
    {
        var answered = Started.And(learner => learner.Send(Right("@web2#1"), Releases));
        answered.When(learner => learner.Send(Wrong("@web2#1"), Releases)).ThenRefused("challenge_already_answered");
        Completed(SimulatedLearner.Perfect, Releases)
            .When(learner => learner.Send(Right("@web3#1"), Releases)).ThenRefused("challenge_already_answered");
    }

    [Fact]
    public void Only_the_pending_challenge_is_answered() =>
        Started.When(learner => learner.Send(Right("@web1#1"), Releases))
            .ThenRefused("challenge_not_pending", ("pending_challenge", "@web2#1"));

    [Fact]
    public void Only_a_test_under_way_is_answered()
    {
        Started.When(learner => learner.Send(Right("@web2#1"), Releases, test: Second)).ThenRefused("assessment_unknown");
        Completed(SimulatedLearner.Perfect, Releases).When(learner => learner.Send(Right("@web1#1"), Releases)).ThenRefused("assessment_completed");
        Started.And(new CompetenceReset(Code, Tuesday)).When(learner => learner.Send(Right("@web2#1"), Releases)).ThenRefused("assessment_aborted");
    }

    [Fact]
    public void A_malformed_answer_is_refused_and_may_be_sent_again()
    {
        var qcu = Web.Challenges("@web2", challenge => challenge with { Type = ChallengeType.Qcu, Choices = ["a", "b"], RightChoices = [1] });
        Started.When(learner => learner.Send(Right("@web2#1") with { Value = "3" }, ReferentialBuilder.Released(qcu))).ThenRefused("answer_malformed");
    }

    [Fact]
    public void Without_the_release_that_asked_or_an_active_one_nothing_is_judged()
    {
        Started.When(learner => learner.Send(Right("@web2#1"), Releases.Initial)).ThenRefused("challenge_unavailable");
        var inactive = ReleaseDecisions.StepsOf(Web.Draft())
            .Aggregate(Releases.Initial, (releases, step) => step(releases, Tuesday).Aggregate(releases, (state, happened) => state.Evolve(happened)));
        Started.When(learner => learner.Send(Right("@web2#1"), inactive)).ThenRefused("referential_missing");
    }

    [Fact]
    public void A_recap_comes_every_five_answers_and_shows_the_answers_since_the_last()
    {
        var assessment = new Assessment(First, AssessmentPurpose.Competence, new Target(Code), Seed, Tuesday);
        var recaps = new List<int>();
        for (var number = 1; number <= 12; number++)
        {
            assessment = assessment with
            {
                Answers = assessment.Answers.Add(new AssessmentAnswer(number, new ChallengeId($"{number}"), AnswerStatus.Ok, false, new ReferentialVersion(1), Tuesday)),
            };
            if (assessment.IsAtCheckpoint) recaps.Add(number);
            Assert.Equal(Enumerable.Range(1, number).Skip((number - 1) / 5 * 5), assessment.AnswersSinceCheckpoint.Select(answer => answer.Number));
        }

        Assert.Equal([5, 10], recaps);
    }

    [Fact]
    public void Before_any_answer_there_is_no_recap()
    {
        var assessment = Started.State.Find(First)!;
        Assert.False(assessment.IsAtCheckpoint);
        Assert.Empty(assessment.AnswersSinceCheckpoint);
    }

    [Fact]
    public void Progress_counts_what_is_known_of_what_is_asked_about()
    {
        Assert.Equal(0, Progress(Started));
        Assert.Equal(new Fraction(2, 3), Progress(Started.And(learner => learner.Send(Right("@web2#1"), Releases))));
        Assert.Equal(1, Progress(Completed(SimulatedLearner.Perfect, Releases)));
    }

    private static Fraction Progress(Specification<Learner, LearnerEvent> given) =>
        given.State.ProgressIn(given.State.Find(First)!, Web.Build(), Rules).Rate;

    private static AnswerRecorded Recorded(string skill, string? value, AnswerStatus status, PendingChallenge? next) => new(
        First,
        1,
        new ChallengeId($"{skill}#1"),
        new SkillId(skill),
        new TubeId("1.1/web"),
        SkillName.Parse(skill).Level,
        Code,
        value is null ? null : new Personal<string>(Person, value),
        status,
        1,
        0,
        false,
        new ReferentialVersion(1),
        next,
        Tuesday);
}

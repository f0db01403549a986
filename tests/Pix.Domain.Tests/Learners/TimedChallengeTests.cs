using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

public sealed class TimedChallengeTests
{
    private const int Timer = ReferentialBuilder.TimerSeconds;
    private const int Tolerance = 5;

    private static readonly ReferentialBuilder Timed = Web.Timed("@web1", "@web2", "@web3");
    private static readonly Releases Releases = ReferentialBuilder.Released(Timed);
    private static readonly DateTimeOffset Shown = Tuesday.AddMinutes(10);
    private static readonly Specification<Learner, LearnerEvent> Started = Registered.And(learner => learner.StartTest(Timed.Build()));
    private static readonly Specification<Learner, LearnerEvent> Presented = Started.And(learner => learner.Present(First, Shown));

    [Fact]
    public void Showing_a_timed_challenge_starts_the_clock_once()
    {
        Started.When(learner => learner.Present(First, Shown)).Then(new ChallengePresented(First, new ChallengeId("@web2#1"), Shown));
        Presented.When(learner => learner.Present(First, Shown.AddMinutes(5))).ThenNothing();
    }

    [Fact]
    public void Showing_an_untimed_challenge_is_no_event() =>
        Registered.And(learner => learner.StartTest(Web.Build())).When(learner => learner.Present(First, Shown)).ThenNothing();

    [Fact]
    public void Only_a_test_under_way_is_shown()
    {
        Started.When(learner => learner.Present(Second, Shown)).ThenRefused("assessment_unknown");
        Completed(SimulatedLearner.Failing, Releases).When(learner => learner.Present(First, Shown)).ThenRefused("assessment_completed");
        Started.And(new CompetenceReset(Code, Tuesday)).When(learner => learner.Present(First, Shown)).ThenRefused("assessment_aborted");
    }

    [Theory]
    [InlineData(1, 1, AnswerStatus.Ok)]
    [InlineData(Timer, Timer, AnswerStatus.Ok)]
    [InlineData(Timer, Timer + Tolerance, AnswerStatus.Ok)]
    [InlineData(Timer + 1, Timer, AnswerStatus.Timedout)]
    [InlineData(1, Timer + Tolerance + 1, AnswerStatus.Timedout)]
    [InlineData(null, Timer + Tolerance + 1, AnswerStatus.Timedout)]
    [InlineData(null, Timer, AnswerStatus.Ok)]
    public void A_right_answer_is_late_by_the_client_or_past_the_tolerance_by_the_server(int? claimed, int elapsed, AnswerStatus status)
    {
        var recorded = Presented.When(learner => learner.Send(Right("@web2#1", claimed), Releases, Shown.AddSeconds(elapsed))).Only<AnswerRecorded>();
        Assert.Equal(status, recorded.Status);
        Assert.Equal(claimed, recorded.ClaimedSeconds);
        Assert.Equal(elapsed, recorded.ServerSeconds);
    }

    [Fact]
    public void A_wrong_answer_stays_wrong_and_passing_stays_passing_however_late()
    {
        var late = Shown.AddHours(1);
        Assert.Equal(AnswerStatus.Ko, Presented.When(learner => learner.Send(Wrong("@web2#1"), Releases, late)).Only<AnswerRecorded>().Status);
        Assert.Equal(AnswerStatus.Aband, Presented.When(learner => learner.Send(Skipped("@web2#1"), Releases, late)).Only<AnswerRecorded>().Status);
    }

    [Fact]
    public void Before_it_is_shown_only_the_client_counts_the_time()
    {
        var nextDay = Tuesday.AddDays(1);
        Assert.Equal(AnswerStatus.Ok, Started.When(learner => learner.Send(Right("@web2#1"), Releases, nextDay)).Only<AnswerRecorded>().Status);
        Assert.Equal(
            AnswerStatus.Timedout,
            Started.When(learner => learner.Send(Right("@web2#1", Timer + 1), Releases, nextDay)).Only<AnswerRecorded>().Status);
    }

    [Fact]
    public void An_untimed_challenge_is_never_late()
    {
        var untimed = Registered.And(learner => learner.StartTest(Web.Build()));
        var recorded = untimed.When(learner => learner.Send(Right("@web2#1", 100_000), ReferentialBuilder.Released(Web), Tuesday.AddDays(300)));
        Assert.Equal(AnswerStatus.Ok, recorded.Only<AnswerRecorded>().Status);
    }

    [Fact]
    public void Too_late_is_a_failure_for_what_comes_next() =>
        Assert.Equal(
            Pending("@web1#1", timer: Timer),
            Presented.When(learner => learner.Send(Right("@web2#1", Timer + 1), Releases, Shown)).Only<AnswerRecorded>().Next);

    [Fact]
    public void A_clock_that_went_back_counts_no_time() =>
        Assert.Equal(0, Presented.When(learner => learner.Send(Right("@web2#1"), Releases, Shown.AddSeconds(-3))).Only<AnswerRecorded>().ServerSeconds);

    [Fact]
    public void Two_timed_challenges_do_not_follow_each_other_while_another_may_be_asked()
    {
        var releases = ReferentialBuilder.Released(ReferentialBuilder.Of("@a4", "@b4", "@c4", "@d4").Timed("@a4", "@b4"));
        foreach (var seed in Enumerable.Range(1, 20))
        {
            var timed = Registered.And(learner => learner.StartTest(CompetenceOf(releases.Active!), releases.Active!, Rules, seed, Tuesday))
                .Play(SimulatedLearner.Perfect, releases)
                .State.Find(First)!.Answers.ConvertAll(answer => answer.WasTimed);
            Assert.Equal(4, timed.Count);
            for (var index = 1; index < timed.Count; index++)
            {
                if (timed[index - 1] && timed[index]) Assert.DoesNotContain(false, timed.Skip(index));
            }
        }
    }
}

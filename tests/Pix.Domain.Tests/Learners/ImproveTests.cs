using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

/// <summary>"Progresser": failed skills are asked again seven calendar days later (Rules D1, D4, 6.5).</summary>
public sealed class ImproveTests
{
    private static readonly Releases Releases = ReferentialBuilder.Released(Web);
    private static readonly Specification<Learner, LearnerEvent> FailedLevel3 = Completed(SimulatedLearner.OfLevel(2), Releases);
    private static readonly DateTimeOffset NextTuesday = Tuesday.AddDays(7);

    [Fact]
    public void One_improves_what_was_completed()
    {
        Registered.When(learner => learner.Improve(Web.Build(), NextTuesday)).ThenRefused("competence_not_completed", ("competence", "1.1"));
        Registered.And(learner => learner.StartTest(Web.Build())).When(learner => learner.Improve(Web.Build(), NextTuesday))
            .ThenRefused("competence_not_completed");
        FailedLevel3.And(new CompetenceReset(Code, Tuesday)).When(learner => learner.Improve(Web.Build(), NextTuesday))
            .ThenRefused("competence_not_completed");
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(6, 1)]
    public void Before_seven_days_it_is_too_early(int daysLater, int remaining) => FailedLevel3
        .When(learner => learner.Improve(Web.Build(), Tuesday.AddDays(daysLater)))
        .ThenRefused("improvement_too_early", ("competence", "1.1"), ("remaining_days", remaining));

    [Fact]
    public void Old_failures_are_asked_again_and_nothing_else() => FailedLevel3.When(learner => learner.Improve(Web.Build(), NextTuesday)).Then(
        new ImprovementStarted(Code, [new SkillId("@web3")], NextTuesday),
        new AssessmentStarted(Second, AssessmentPurpose.Improvement, new Target(Code), Seed, Pending("@web3#1"), NextTuesday));

    [Fact]
    public void Succeeding_at_last_earns_its_pix_and_ends_the_improvement()
    {
        var improved = FailedLevel3.And(learner => learner.Improve(Web.Build(), NextTuesday))
            .And(learner => learner.Send(Right("@web3#1"), Releases, NextTuesday, Second));
        Assert.Equal(8, FailedLevel3.State.PixUnder(Web.Build()));
        Assert.Equal(12, improved.State.PixUnder(Web.Build()));
        Assert.Equal(AssessmentState.Completed, improved.State.Find(Second)!.State);
        improved.When(learner => learner.Improve(Web.Build(), NextTuesday.AddDays(30))).ThenRefused("nothing_to_improve");
    }

    [Fact]
    public void Failing_again_waits_again()
    {
        var again = FailedLevel3.And(learner => learner.Improve(Web.Build(), NextTuesday))
            .And(learner => learner.Send(Wrong("@web3#1"), Releases, NextTuesday, Second));
        Assert.Equal(8, again.State.PixUnder(Web.Build()));
        again.When(learner => learner.Improve(Web.Build(), NextTuesday.AddDays(1))).ThenRefused("improvement_too_early", ("remaining_days", 6));
        Assert.NotEmpty(again.When(learner => learner.Improve(Web.Build(), NextTuesday.AddDays(7))).Granted());
    }

    [Fact]
    public void An_improvement_under_way_goes_on()
    {
        var improving = FailedLevel3.And(learner => learner.Improve(Web.Build(), NextTuesday));
        improving.When(learner => learner.Improve(Web.Build(), NextTuesday.AddDays(20))).ThenNothing();
        improving.When(learner => learner.StartTest(Web.Build(), NextTuesday.AddDays(20))).ThenNothing();
    }

    [Fact]
    public void Young_failures_wait_while_old_ones_are_asked_again()
    {
        var more = Web.With(Code, "@url2").As(2);
        var releases = ReferentialBuilder.Released(Web, more);
        var saturday = Tuesday.AddDays(4);
        var learner = FailedLevel3.And(learner => learner.StartTest(more.Build(), saturday)).Play(SimulatedLearner.Failing, releases, saturday);
        var improvement = learner.When(learner => learner.Improve(more.Build(), NextTuesday));
        Assert.Equal([new SkillId("@web3")], improvement.Only<ImprovementStarted>().FailedSkills);
        Assert.Equal(Pending("@web3#1", version: 2), improvement.Only<AssessmentStarted>().First);
    }

    [Fact]
    public void What_has_no_challenge_any_more_is_not_announced_as_asked_again()
    {
        var two = ReferentialBuilder.Of("@web1", "@web2", "@url3", "@mail3");
        var failed = Completed(SimulatedLearner.OfLevel(2), ReferentialBuilder.Released(two));
        var without = two.WithoutChallenge("@url3").As(2).Build();
        Assert.Equal(
            [new SkillId("@mail3")],
            failed.When(learner => learner.Improve(without, NextTuesday)).Only<ImprovementStarted>().FailedSkills);
        Assert.Equal(1, Profile.Of(failed.State.Positioning, without).Competences[0].At(NextTuesday, Rules).ImprovableSkills);
    }

    [Fact]
    public void Having_validated_everything_leaves_nothing_to_improve() => Completed(SimulatedLearner.Perfect, Releases)
        .When(learner => learner.Improve(Web.Build(), NextTuesday)).ThenRefused("nothing_to_improve");

    [Fact]
    public void At_the_highest_level_there_is_nothing_higher()
    {
        var rules = Rules with { Maximum = new MaximumLevel(1) };
        FailedLevel3
            .When(learner => learner.Improve(CompetenceOf(Web.Build()), Web.Build(), rules, Seed, NextTuesday))
            .ThenRefused("maximum_level_reached", ("level", 1));
    }

    [Fact]
    public void Failures_that_nobody_can_be_asked_in_their_language_are_not_improved()
    {
        var elsewhere = Web.NotPlayable("@web3").As(2).Build();
        FailedLevel3.When(learner => learner.Improve(elsewhere, NextTuesday)).ThenRefused("nothing_to_improve");
    }
}

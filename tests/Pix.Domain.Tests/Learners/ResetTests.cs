using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

/// <summary>"Remise à zéro": four days after the latest answer that counts (Rules D1, 6.4).</summary>
public sealed class ResetTests
{
    private static readonly Releases Releases = ReferentialBuilder.Released(Web);
    private static readonly DateTimeOffset Saturday = Tuesday.AddDays(4);

    [Fact]
    public void A_competence_without_answers_has_nothing_to_reset()
    {
        Registered.When(learner => learner.Reset(Saturday)).ThenRefused("nothing_to_reset", ("competence", "1.1"));
        Registered.And(learner => learner.StartTest(Web.Build())).When(learner => learner.Reset(Saturday)).ThenRefused("nothing_to_reset");
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    public void Before_four_days_it_is_too_early(int daysLater, int remaining) => Completed(SimulatedLearner.Failing, Releases)
        .When(learner => learner.Reset(Tuesday.AddDays(daysLater)))
        .ThenRefused("reset_too_early", ("competence", "1.1"), ("remaining_days", remaining));

    [Fact]
    public void After_four_days_everything_is_forgotten_and_the_test_starts_over()
    {
        var reset = Completed(SimulatedLearner.Perfect, Releases).And(learner => learner.Reset(Saturday));
        Assert.Equal(new CompetenceReset(Code, Saturday), Completed(SimulatedLearner.Perfect, Releases).When(learner => learner.Reset(Saturday)).Only<CompetenceReset>());
        Assert.Equal(12, Completed(SimulatedLearner.Perfect, Releases).State.PixUnder(Web.Build()));
        Assert.Equal(0, reset.State.PixUnder(Web.Build()));
        reset.When(learner => learner.Reset(Saturday)).ThenRefused("nothing_to_reset");
        Assert.Equal(Pending("@web2#1"), reset.When(learner => learner.StartTest(Web.Build(), Saturday)).Only<AssessmentStarted>().First);
    }

    [Fact]
    public void The_test_under_way_is_given_up()
    {
        var reset = Registered.And(learner => learner.StartTest(Web.Build()))
            .And(learner => learner.Send(Right("@web2#1"), Releases))
            .And(learner => learner.Reset(Saturday));
        Assert.Equal(AssessmentState.Aborted, reset.State.Find(First)!.State);
        reset.When(learner => learner.Send(Right("@web3#1"), Releases)).ThenRefused("assessment_aborted");
        var again = reset.When(learner => learner.StartTest(Web.Build(), Saturday)).Only<AssessmentStarted>();
        Assert.Equal(Second, again.Assessment);
        Assert.Equal(Pending("@web2#1"), again.First);
    }

    [Fact]
    public void Only_the_answers_recorded_in_that_competence_are_forgotten()
    {
        var other = new CompetenceCode("2.1");
        var both = Web.With(other, "@mail1", "@mail2");
        var releases = ReferentialBuilder.Released(both);
        var learner = Completed(SimulatedLearner.Perfect, releases)
            .And(learner => learner.StartTest(releases.Active!.Find(other)!, releases.Active, Rules, Seed, Tuesday))
            .And(learner => learner.Send(Right("@mail2#1"), releases, test: Second))
            .And(learner => learner.Reset(Saturday));

        // A later release moves a skill into the competence that was reset: its answer was recorded elsewhere, and stays.
        var moved = Web.With(Code, "@mail2").As(2).Build();
        Assert.Equal(4, learner.State.PixUnder(moved));
        Assert.Equal(8, Profile.Of(learner.State.Positioning, releases.Active!).Competences[1].Total.Floor);
    }
}

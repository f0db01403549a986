using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

/// <summary>What a new release does to tests under way and to scores (Rules D5, D6).</summary>
public sealed class NewReleaseTests
{
    private static readonly Specification<Learner, LearnerEvent> Started = Registered.And(learner => learner.StartTest(Web.Build()));

    [Fact]
    public void A_release_between_question_and_answer_changes_neither()
    {
        var changed = Web.Challenges("@web2", challenge => challenge with { Accepted = ["autre chose"] }).As(2);
        var recorded = Started.When(learner => learner.Send(Right("@web2#1"), ReferentialBuilder.Released(Web, changed))).Only<AnswerRecorded>();
        Assert.Equal(AnswerStatus.Ok, recorded.Status);
        Assert.Equal(new ReferentialVersion(1), recorded.Referential);
    }

    [Fact]
    public void The_next_challenge_comes_from_the_active_release()
    {
        var without = Web.Without("@web3").With(Code, "@web4").As(2);
        var recorded = Started.When(learner => learner.Send(Right("@web2#1"), ReferentialBuilder.Released(Web, without))).Only<AnswerRecorded>();
        Assert.Equal(Pending("@web4#1", version: 2), recorded.Next);
    }

    [Fact]
    public void A_test_whose_competence_lost_its_content_ends_with_the_pending_answer()
    {
        var empty = new ReferentialBuilder().Declare(Code).As(2);
        var releases = ReferentialBuilder.Released(Web, empty);
        var recorded = Started.When(learner => learner.Send(Right("@web2#1"), releases));
        Assert.Null(recorded.Only<AnswerRecorded>().Next);
        Assert.Equal(First, recorded.Only<AssessmentCompleted>().Assessment);
    }

    [Fact]
    public void The_timer_of_the_question_is_that_of_its_release()
    {
        var timed = Web.Timed("@web1", "@web2", "@web3");
        var started = Registered.And(learner => learner.StartTest(timed.Build())).And(learner => learner.Present(First, Tuesday));
        var recorded = started.When(learner => learner.Send(Right("@web2#1"), ReferentialBuilder.Released(timed, Web.As(2)), Tuesday.AddHours(1)));
        Assert.Equal(AnswerStatus.Timedout, recorded.Only<AnswerRecorded>().Status);
    }

    [Fact]
    public void A_withdrawn_challenge_counts_for_nothing_and_is_asked_no_more()
    {
        var learner = Completed(SimulatedLearner.Perfect, ReferentialBuilder.Released(Web)).State;
        var withdrawn = Web.Withdraw("@web3#1").As(2).Build();
        Assert.Equal(8, learner.PixUnder(withdrawn));
        Assert.Equal(12, learner.PixUnder(Web.Build()));
        Assert.Equal("nothing_left_to_ask", learner.StartTest(withdrawn).Refusal?.Code);
    }

    [Fact]
    public void Another_variant_of_a_withdrawn_challenge_is_asked()
    {
        var two = Web.Variants("@web2", 2).Withdraw("@web2#1").As(2);
        var releases = ReferentialBuilder.Released(Web, two);
        var answered = Started.And(learner => learner.Send(Right("@web2#1"), releases));
        Assert.Equal(0, answered.State.PixUnder(two.Build()));
        var asked = answered.Play(SimulatedLearner.Perfect, releases).State.Find(First)!.Answers.Select(answer => answer.Challenge.Value).ToList();
        Assert.Equal(asked.Distinct(), asked);
        Assert.DoesNotContain("@web2#1", asked.Skip(1));
    }

    [Fact]
    public void The_value_of_a_skill_is_that_of_the_release_in_force()
    {
        var learner = Completed(SimulatedLearner.Perfect, ReferentialBuilder.Released(Web)).State;
        var shared = Web.With(Code, "@url1", "@mail1").As(2).Build();
        Assert.Equal(10, learner.PixUnder(shared)); // 8/3 + 4 + 4
    }

    [Fact]
    public void A_skill_that_the_release_does_not_know_counts_for_nothing()
    {
        var learner = Completed(SimulatedLearner.Perfect, ReferentialBuilder.Released(Web)).State;
        Assert.Equal(8, learner.PixUnder(Web.Without("@web3").As(2).Build()));
    }

    [Fact]
    public void A_skill_that_goes_on_under_another_id_keeps_its_answers()
    {
        var learner = Completed(SimulatedLearner.Perfect, ReferentialBuilder.Released(Web)).State;
        var moved = Web.Without("@web3").With(Code, "@net3").Move("@web3", "@old3").Move("@old3", "@net3").As(2).Build();
        Assert.Equal(12, learner.PixUnder(moved));
    }

    [Fact]
    public void Moves_in_a_circle_end() => Assert.Null(
        ReferentialBuilder.Of("@web1").Move("@a1", "@b1").Move("@b1", "@a1").Build().Find(new SkillId("@a1")));

    [Fact]
    public void A_tube_that_moves_to_another_competence_takes_its_answers_along()
    {
        var other = new CompetenceCode("2.1");
        var learner = Completed(SimulatedLearner.OfLevel(2), ReferentialBuilder.Released(Web)).State;
        var moved = ReferentialBuilder.Of("@mail1").With(other, "@web1", "@web2", "@web3").As(2).Build();
        var competences = Profile.Of(learner.Positioning, moved).Competences;
        Assert.Equal(0, competences[0].Total.Floor);
        Assert.Equal(8, competences[1].Total.Floor);
        Assert.Equal(ScorecardStatus.Started, competences[1].Status);
    }
}

using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Learners;

public sealed class StartTestTests
{
    [Fact]
    public void A_test_opens_with_the_default_level() => Registered.When(learner => learner.StartTest(Web.Build())).Then(
        new AssessmentStarted(First, AssessmentPurpose.Competence, new Target(Code), Seed, Pending("@web2#1"), Tuesday));

    [Fact]
    public void An_unfinished_test_goes_on() =>
        Registered.And(learner => learner.StartTest(Web.Build())).When(learner => learner.StartTest(Web.Build(), Tuesday.AddDays(30))).ThenNothing();

    [Fact]
    public void A_competence_without_content_cannot_be_played()
    {
        var empty = new ReferentialBuilder().Declare(Code).Build();
        Registered.When(learner => learner.StartTest(empty)).ThenRefused("competence_not_playable", ("competence", "1.1"));
        var reserved = ReferentialBuilder.Of("@web1").Challenges("@web1", challenge => challenge with { ReservedForCertification = true });
        Registered.When(learner => learner.StartTest(reserved.Build())).ThenRefused("competence_not_playable");
    }

    [Fact]
    public void A_competence_with_nothing_to_ask_is_completed_at_once() =>
        Registered.When(learner => learner.StartTest(Web.NotPlayable("@web1", "@web2", "@web3").Build())).Then(
            new AssessmentStarted(First, AssessmentPurpose.Competence, new Target(Code), Seed, null, Tuesday),
            new AssessmentCompleted(First, Tuesday));

    [Fact]
    public void A_completed_test_is_not_taken_again_under_the_same_release() =>
        Completed(SimulatedLearner.OfLevel(1), ReferentialBuilder.Released(Web))
            .When(learner => learner.StartTest(Web.Build(), Tuesday.AddDays(30)))
            .ThenRefused("nothing_left_to_ask", ("competence", "1.1"));

    [Fact]
    public void A_test_that_ended_on_a_timer_does_not_go_on_either()
    {
        // After the timed @a4, the untimed @c8 goes before the timed @b4, and is too hard: the filters of Rule 4.4 leave nothing.
        var releases = ReferentialBuilder.Released(ReferentialBuilder.Of("@d2", "@a4", "@b4", "@c8").Timed("@a4", "@b4"));
        var ended = Completed(SimulatedLearner.Perfect, releases);
        Assert.Equal(2, ended.State.Find(First)!.Answers.Count);
        ended.When(learner => learner.StartTest(releases.Active!)).ThenRefused("nothing_left_to_ask");
    }

    [Fact]
    public void A_completed_test_goes_on_under_a_release_with_more_to_ask()
    {
        var more = Web.With(Code, "@web4", "@url1", "@url2", "@url3").As(2).Build();
        var started = Completed(SimulatedLearner.Perfect, ReferentialBuilder.Released(Web)).When(learner => learner.StartTest(more)).Only<AssessmentStarted>();
        Assert.Equal(Second, started.Assessment);
        Assert.Equal(AssessmentPurpose.Competence, started.Purpose);
        Assert.Equal("url", more.Find(started.First!.Challenge)!.Skill.Tube.Name);
        Assert.Equal(more.Version, started.First.Referential);
    }

    [Fact]
    public void The_same_seed_draws_the_same_challenges()
    {
        var releases = ReferentialBuilder.Released(ReferentialBuilder.Of("@a2", "@b2", "@c2", "@d2", "@a4", "@b4", "@c5").Variants("@a2", 3).Variants("@b2", 3));
        Assert.Equal(Asked(releases, 1), Asked(releases, 1));
        Assert.True(Enumerable.Range(1, 20).Select(seed => string.Join(' ', Asked(releases, seed))).Distinct().Count() > 1);
    }

    private static List<string> Asked(Releases releases, long seed) =>
    [
        .. Registered.And(learner => learner.StartTest(CompetenceOf(releases.Active!), releases.Active!, Rules, seed, Tuesday))
            .Play(SimulatedLearner.Perfect, releases)
            .State.Find(First)!.Answers.Select(answer => answer.Challenge.Value),
    ];
}

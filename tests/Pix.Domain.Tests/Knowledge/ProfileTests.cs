using Pix.Domain.Tests.Learners;
using Pix.Testing;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests;

public sealed class ProfileTests
{
    private static readonly Releases Released = ReferentialBuilder.Released(Web);

    [Fact]
    public void A_card_says_where_the_learner_stands()
    {
        var started = Registered.And(learner => learner.StartTest(Web.Build()));
        Assert.Equal(ScorecardStatus.NotStarted, Card(Registered).Status);
        Assert.Equal(ScorecardStatus.Started, Card(started).Status);
        Assert.Equal(ScorecardStatus.Completed, Card(Completed(SimulatedLearner.Perfect, Released)).Status);
        Assert.Equal(ScorecardStatus.NotStarted, Card(started.And(new CompetenceReset(Code, Tuesday))).Status);
    }

    [Fact]
    public void A_card_counts_what_may_be_improved_and_the_days_to_wait()
    {
        var failed = Completed(SimulatedLearner.OfLevel(1), Released);
        var today = Card(failed);
        Assert.True(today is { MustWaitBeforeImproving: true, IsImprovable: false, IsResettable: false, DaysBeforeImproving: 7, DaysBeforeReset: 4, ImprovableSkills: 0 });
        var nextWeek = Card(failed, Tuesday.AddDays(7));
        Assert.True(nextWeek is { MustWaitBeforeImproving: false, IsImprovable: true, IsResettable: true, DaysBeforeImproving: 0, ImprovableSkills: 2 });
    }

    [Fact]
    public void Nothing_failed_is_nothing_to_improve_nor_to_wait_for()
    {
        var card = Card(Completed(SimulatedLearner.Perfect, Released), Tuesday.AddDays(7));
        Assert.True(card is { IsImprovable: false, MustWaitBeforeImproving: false, DaysBeforeImproving: null, IsResettable: true });
    }

    [Fact]
    public void Each_competence_is_floored_and_capped_before_the_sum()
    {
        var third = new PixAmount(PixAmount.UnitsPerPix * 8 / 3);
        var profile = new Profile([Position("1.1", third), Position("1.2", third), Position("1.3", PixAmount.Of(50))]);
        Assert.Equal(2 + 2 + 40, profile.Pix(new MaximumLevel(5)));
        Assert.Equal(2 + 2 + 50, profile.Pix(new MaximumLevel(8)));
    }

    [Fact]
    public void Five_competences_at_level_one_make_a_profile_certifiable()
    {
        var four = Enumerable.Range(1, 4).Select(index => Position($"1.{index}", PixAmount.Of(8))).ToList();
        var almost = new Profile([.. four, Position("2.1", new PixAmount(PixAmount.Of(8).Units - 1))]);
        Assert.False(almost.IsCertifiable);
        Assert.Equal(1, almost.MissingForCertification);
        Assert.True(new Profile([.. four, Position("2.1", PixAmount.Of(8))]).IsCertifiable);
        Assert.Equal(0, new Profile([.. four, .. four]).MissingForCertification);
    }

    [Fact]
    public void Every_competence_that_the_release_declares_is_in_the_profile()
    {
        var profile = Profile.Of(Positioning.Initial, Web.Declare(new CompetenceCode("5.2")).Build());
        Assert.Equal(["1.1", "5.2"], profile.Competences.Select(competence => competence.Code.Value));
        Assert.All(profile.Competences, competence => Assert.Equal(ScorecardStatus.NotStarted, competence.Status));
    }

    private static Scorecard Card(Specification<Learner, LearnerEvent> given, DateTimeOffset? at = null) =>
        Profile.Of(given.State.Positioning, Web.Build()).Competences[0].At(at ?? Tuesday, Rules);

    private static ProfileCompetence Position(string code, PixAmount total) =>
        new(new CompetenceCode(code), ScorecardStatus.Started, total, null, []);
}

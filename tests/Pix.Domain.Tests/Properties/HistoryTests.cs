using FsCheck;
using FsCheck.Fluent;
using Pix.Domain.Tests.Learners;
using Xunit;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Properties;

/// <summary>What holds of every history that the domain lets happen.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void A_wish_that_was_granted_is_not_granted_twice() => ForAll(world => Assert.All(Wishes.All, wish =>
    {
        var granted = wish.Decide(world);
        if (granted.Events.Count == 0) return;

        // The same wish again, word for word: an answer is to the challenge that was pending before.
        var after = world.With(granted.Events);
        var again = granted.Events[0] is AnswerRecorded answer
            ? after.Learner.Send(Right(answer.Challenge.Value), world.Releases, world.Now, answer.Assessment)
            : wish.Decide(after);
        Assert.Empty(again.Events);
    }));

    [Fact]
    public void A_history_folded_in_two_halves_is_the_history_folded_at_once() => ForAll(world =>
    {
        var middle = world.History.Count / 2;
        var half = Fold(Learner.Initial, world.History.Take(middle));
        Assert.Equivalent(world.Learner, Fold(half, world.History.Skip(middle)), strict: true);
    });

    [Fact]
    public void One_test_of_a_competence_or_participation_is_open_at_most_and_it_waits_for_an_answer() => ForAll(world =>
    {
        var open = world.Learner.Assessments.Values.Where(test => test.State == AssessmentState.Started).ToList();
        Assert.All(open.CountBy(test => (test.Target.Competence, test.Participation)), one => Assert.Equal(1, one.Value));
        Assert.All(world.Learner.Assessments.Values, test => Assert.Equal(test.State == AssessmentState.Started, test.Pending is not null));
    });

    [Fact]
    public void No_assessment_asks_a_challenge_twice() => ForAll(world => Assert.All(world.Learner.Assessments.Values, test =>
    {
        var asked = test.Answers.Select(answer => answer.Challenge).ToList();
        if (test.Pending is { } pending) asked.Add(pending.Challenge);
        Assert.Equal(asked.Distinct(), asked);
    }));

    [Fact]
    public void An_improvement_never_asks_what_was_validated() => ForAll(world =>
    {
        for (var index = 0; index < world.History.Count; index++)
        {
            if (world.History[index] is not AssessmentStarted
                {
                    Purpose: AssessmentPurpose.Improvement or AssessmentPurpose.CampaignImprovement or AssessmentPurpose.CampaignRetry,
                    First: { } first,
                })
            {
                continue;
            }

            var before = Fold(Learner.Initial, world.History.Take(index));
            var referential = world.Releases.At(first.Referential)!;
            var knowledge = Knowledge.Of(before.Positioning.Answers, referential);
            var skill = referential.Find(first.Challenge)!.Skill;
            Assert.DoesNotContain(knowledge.Elements, element => element.Skill.Id == skill.Id && element.IsValidated);
        }
    });

    [Fact]
    public void Pix_lie_between_nothing_and_what_the_competence_is_worth() => ForAll(world =>
    {
        var referential = world.Releases.Active!;
        var worth = referential.SkillsOf(Code).Aggregate(PixAmount.Zero, (sum, skill) => sum + skill.Pix);
        var total = Profile.Of(world.Learner.Positioning, referential).Competences[0].Total;
        Assert.True(total >= PixAmount.Zero && total <= worth);
    });

    [Fact]
    public void After_a_reset_nothing_is_known() => ForAll(world =>
    {
        var active = world.Releases.Active!;
        if (world.Learner.Reset(CompetenceOf(active), active, Rules, Seed, world.Now.AddDays(4)) is not { Events: [var reset, ..] }) return;
        var after = world.Learner.Evolve(reset);
        Assert.Empty(Knowledge.Of(after.Positioning.Answers, world.Releases.Active!).Elements);
        Assert.Null(after.OpenTestOf(Code));
        Assert.Equal(ScorecardStatus.NotStarted, Profile.Of(after.Positioning, world.Releases.Active!).Competences[0].Status);
    });

    [Fact]
    public void What_is_sent_is_what_folding_the_history_says_of_the_frozen_target() => ForAll(world =>
    {
        var target = world.Campaign.Campaign.Created!.Target!;
        for (var index = 0; index < world.History.Count; index++)
        {
            if (world.History[index] is not ResultsShared shared) continue;
            var before = Fold(Learner.Initial, world.History.Take(index));
            var known = Knowledge.Of(before.Positioning.Answers, world.Releases.At(shared.Referential)!).Elements.ToDictionary(element => element.Skill.Id);
            Assert.Equal(string.Concat(target.Skills.Select(skill => LetterOf(known.GetValueOrDefault(skill.Skill)))), shared.Results.Value);
            Assert.Equal(
                target.Skills.Where((_, place) => shared.Results.IsValidated(place)).GroupBy(skill => skill.Competence)
                    .Select(skills => skills.Aggregate(PixAmount.Zero, (sum, skill) => sum + skill.Pix))
                    .Aggregate(PixAmount.Zero, (sum, total) => sum + (total > PixAmount.Of(64) ? PixAmount.Of(64) : total)),
                shared.Pix);
        }
    });

    [Fact]
    public void What_was_sent_counts_until_the_next_sending_whatever_comes_between() => ForAll(world =>
    {
        var sendings = world.History.OfType<ResultsShared>().ToList();
        Assert.Equal(Enumerable.Range(1, sendings.Count), sendings.Select(shared => shared.Sending));
        var sent = world.Learner.ParticipationIn(world.Campaign.Id)?.Sent;
        Assert.Equal((sendings.LastOrDefault()?.Sending, sendings.LastOrDefault()?.Results), (sent?.Number, sent?.Results));
    });

    [Fact]
    public void The_histories_reach_every_kind_of_event_of_a_test()
    {
        var kinds = Wishes.Histories.Sample(1000, 60).SelectMany(world => world.History).Select(happened => happened.GetType()).ToHashSet();
        Assert.Superset(
            new HashSet<Type>
            {
                typeof(AssessmentStarted), typeof(ChallengePresented), typeof(AnswerRecorded), typeof(AssessmentCompleted), typeof(CompetenceReset),
                typeof(ImprovementStarted), typeof(TutorialSaved), typeof(TutorialRemoved), typeof(TutorialFoundUseful), typeof(RulesOfTheGameSeen),
                typeof(CampaignJoined), typeof(CampaignImprovementStarted), typeof(CampaignRetried), typeof(CampaignReset), typeof(ResultsShared), typeof(ProfileShared),
            },
            kinds);
    }

    private static char LetterOf(KnowledgeElement? element) => element switch
    {
        null => '-',
        { IsValidated: true } => element.Source == KnowledgeSource.Direct ? 'V' : 'v',
        _ => element.Source == KnowledgeSource.Direct ? 'F' : 'f',
    };

    private static Learner Fold(Learner learner, IEnumerable<LearnerEvent> happened) => happened.Aggregate(learner, (state, one) => state.Evolve(one));

    private static void ForAll(Action<Wishes.World> assert) => Check.QuickThrowOnFailure(Prop.ForAll(Wishes.Histories.ToArbitrary(), assert));
}

using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Tests.Certifications;

public sealed class TakingTests
{
    private static readonly CertificationRules Rules =
        CertificationRules.Default(LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));

    private static readonly Specification<Certification, CertificationEvent> Started =
        new([SatTest.Started([SatTest.Question(0), SatTest.Question(1), SatTest.Question(2)])]);

    [Fact]
    public void Answers_are_given_in_order_each_once()
    {
        Started.When(test => Send(test, 2)).ThenRefused("challenge_not_pending", ("pending_challenge", "question1"));
        Started.And(test => Send(test, 1)).When(test => Send(test, 1)).ThenRefused("challenge_already_answered");
    }

    [Fact]
    public void The_last_answer_ends_and_scores_the_test()
    {
        var ended = Started.And(test => Send(test, 1)).And(test => Send(test, 2)).And(test => Send(test, 3));
        Assert.Equal(CertificationEnd.LastAnswer, ended.State.Ended!.Reason);
        Assert.Equal((CertificationStatus.Validated, 24), (ended.State.Status, ended.State.Scoring!.Pix));
        Assert.False(ended.State.NeedsAbortReason(SatTest.Monday));
    }

    [Fact]
    public void Past_the_deadline_nothing_is_recorded_but_the_end_and_the_rest_is_skipped()
    {
        var late = SatTest.Monday.AddMinutes(105).AddTicks(1);
        var events = Started.And(test => Send(test, 1)).When(test => Send(test, 2, late)).Granted();
        Assert.DoesNotContain(events, happened => happened is CertificationAnswerRecorded);
        Assert.Equal(CertificationEnd.Time, Assert.Single(events.OfType<CertificationEnded>()).Reason);
        Assert.Equal([2, 3], events.OfType<ChallengeSkippedAutomatically>().Select(skipped => skipped.Number));
        Assert.NotEqual(ScoringStatus.Error, Assert.Single(events.OfType<CertificationScored>()).Status);
    }

    [Fact]
    public void An_answer_at_the_deadline_itself_is_accepted() =>
        Assert.Equal(AnswerStatus.Ok, Started.When(test => Send(test, 1, SatTest.Monday.AddMinutes(105))).Only<CertificationAnswerRecorded>().Status);

    [Fact]
    public void A_barred_attempt_begins_nothing_a_later_one_does_and_a_test_that_began_is_not_barred()
    {
        var nothing = new Specification<Certification, CertificationEvent>([]);
        nothing.When(test => test.BarStart(2, SatTest.Monday)).Then(new CertificationStartBarred(2, SatTest.Monday));
        var barred = nothing.And(test => test.BarStart(2, SatTest.Monday));
        barred.When(test => test.BarStart(1, SatTest.Monday)).ThenNothing();
        Assert.Equal("certification_start_barred", barred.State.WhyBarred(2)?.Code);
        Assert.Null(barred.State.WhyBarred(3));
        Started.When(test => test.BarStart(1, SatTest.Monday)).ThenNothing();
        Assert.Null(Started.State.WhyBarred(1));
    }

    [Fact]
    public void Who_does_not_sit_does_not_answer_and_a_resumed_test_has_another_key()
    {
        var resumed = Started.And(test => test.Resume(new Guid("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0009"), SatTest.Monday));
        resumed.When(test => Send(test, 1)).ThenRefused("certification_elsewhere");
    }

    [Fact]
    public void A_right_answer_on_a_focused_question_is_lost_with_the_focus()
    {
        var focused = new Specification<Certification, CertificationEvent>([SatTest.Started([Focused(SatTest.Question(0)), SatTest.Question(1)])]);
        var answered = focused.And(test => test.LoseFocus(SatTest.Sitting, SatTest.Monday)).When(test => Send(test, 1)).Only<CertificationAnswerRecorded>();
        Assert.Equal((AnswerStatus.Ok, AnswerStatus.FocusedOut, true), (answered.Checked!.Value, answered.Status, answered.FocusLost));
    }

    [Fact]
    public void A_question_was_shown_once_it_was_reached_and_a_timed_one_once_it_was_presented()
    {
        Assert.Empty(Certification.Initial.Shown);
        Assert.Equal([1, 2], Started.And(test => Send(test, 1)).State.Shown.Select(question => question.Number));
        var timed = new Specification<Certification, CertificationEvent>(
            [SatTest.Started([SatTest.Question(0) with { Challenge = SatTest.Question(0).Challenge with { TimerSeconds = 60 } }])]);
        Assert.Empty(timed.State.Shown);
        Assert.Single(timed.And(test => test.Present(SatTest.Sitting, SatTest.Monday)).State.Shown);
    }

    [Fact]
    public void Extra_time_lengthens_the_test_of_the_day()
    {
        Assert.Equal(TimeSpan.FromMinutes(75), Rules.DurationOf(15, 0));
        Assert.Equal(TimeSpan.FromMinutes(100), Rules.DurationOf(15, 33) + TimeSpan.FromSeconds(15));
        Assert.Equal(TimeSpan.FromMinutes(105), Rules.DurationOf(48, 0));
    }

    [Fact]
    public void Reserved_variants_are_drawn_first_then_those_that_were_not_answered()
    {
        var content = ReferentialBuilder.Of("@web3").Variants("@web3", 3)
            .Challenges("@web3", challenge => challenge with { ReservedForCertification = challenge.Variant == 2 }).Build();
        Assert.Equal("@web3#2", Pick(content));
        Assert.Equal("@web3#3", Pick(content, "@web3#1", "@web3#2"));
        Assert.StartsWith("@web3#", Pick(content, "@web3#1", "@web3#2", "@web3#3"), StringComparison.Ordinal);
    }

    private static string Pick(Referential content, params string[] seen) => QuestionDraw.Pick(
        new PositionedCompetence(ReferentialBuilder.DefaultCompetence, 3, PixAmount.Of(24)),
        content.SkillsOf(ReferentialBuilder.DefaultCompetence),
        seen.Select(id => new ChallengeId(id)).ToHashSet(),
        "fr",
        42).Single().Challenge.Id.Value;

    private static CertificationQuestion Focused(CertificationQuestion question) =>
        question with { Challenge = question.Challenge with { Focused = true } };

    private static Decision<CertificationEvent> Send(Certification test, int number, DateTimeOffset? at = null) => test.Answer(
        SatTest.Sitting,
        new SubmittedAnswer(new ChallengeId($"question{number}"), "juste", 10, FocusLost: false),
        Rules,
        at is { } instant ? instant : SatTest.Monday);
}

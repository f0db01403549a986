using Pix.Domain.Tests.Learners;
using Xunit;
using static Pix.Domain.Tests.Campaigns.ParticipationScenario;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Campaigns;

/// <summary>Entering, sending, trying again and retrying (Rules 7.5 to 7.7, 7.11, D10, D11).</summary>
public sealed class ParticipationTests
{
    private static readonly SimulatedLearner LevelTwo = SimulatedLearner.OfLevel(2);

    [Fact]
    public void Entering_starts_the_test_and_entering_again_goes_on()
    {
        var entered = Registered.And(learner => learner.Enter(Open));
        Assert.Equal(ParticipationStatus.Started, entered.Status());
        entered.When(learner => learner.Enter(Open)).ThenNothing();
        entered.When(learner => learner.Enter(Archived)).ThenNothing();
    }

    [Fact]
    public void Who_may_not_enter_is_told_why()
    {
        Registered.When(learner => learner.Enter(Archived)).ThenRefused("campaign_archived");
        Registered.When(learner => learner.Enter(Open, restricted: true)).ThenRefused("pupil_not_attached");
        Registered.When(learner => learner.Enter(Open, disabled: true)).ThenRefused("pupil_disabled");
        Registered.When(learner => learner.Enter(CampaignOf(CampaignType.Assessment, startBy: new DateOnly(2026, 1, 5)))).ThenRefused("campaign_start_ended");
        Registered.When(learner => learner.Enter(CampaignOf(CampaignType.Assessment, endBy: new DateOnly(2026, 1, 5)))).ThenRefused("campaign_ended");
        Assert.NotEmpty(Registered.When(learner => learner.Enter(CampaignOf(CampaignType.Assessment, endBy: new DateOnly(2026, 1, 6)))).Granted());
        Nobody.When(learner => learner.Enter(Open)).ThenRefused("learner_unknown");
        Erased.When(learner => learner.Enter(Open)).ThenRefused("learner_erased");
    }

    [Fact]
    public void An_attached_pupil_enters_as_that_pupil()
    {
        var attached = Registered.And(new PupilLinked(School, SomePupil, Tuesday));
        Assert.Equal(SomePupil, attached.When(learner => learner.Enter(Open, restricted: true)).Only<CampaignJoined>().Pupil);
    }

    [Theory]
    [InlineData(null, "external_id_missing")]
    [InlineData(" ", "external_id_missing")]
    [InlineData("camille", "external_id_not_email")]
    [InlineData("camille@exemple", "external_id_not_email")]
    public void An_external_id_is_as_the_campaign_asks(string? given, string code)
    {
        var campaign = CampaignOf(CampaignType.Assessment, externalId: new ExternalIdRequest("E-mail", ExternalIdType.Email));
        Registered.When(learner => learner.Enter(campaign, externalId: given)).ThenRefused(code);
        Assert.Equal(
            "camille@exemple.fr",
            Registered.When(learner => learner.Enter(campaign, externalId: " camille@exemple.fr ")).Only<CampaignJoined>().ExternalId!.Value);
    }

    [Fact]
    public void What_is_known_is_not_asked_again_and_what_is_answered_counts_everywhere()
    {
        var known = Completed(LevelTwo, Content);
        var entered = known.And(learner => learner.Enter(Open));
        Assert.Equal(ParticipationStatus.ToShare, entered.Status());
        Assert.Equal(known.State.PixUnder(Web.Build()), Finished(LevelTwo, Open).State.PixUnder(Web.Build()));
    }

    [Fact]
    public void An_exam_asks_everything_whatever_is_known()
    {
        var exam = CampaignOf(CampaignType.Exam);
        var entered = Completed(SimulatedLearner.Perfect, Content).And(learner => learner.Enter(exam));
        Assert.Equal(ParticipationStatus.Started, entered.Status());
        var failed = entered.Playing(SimulatedLearner.Failing).When(learner => learner.Send(exam)).Only<ResultsShared>();
        Assert.Equal(0, failed.Results.Validated);
    }

    [Fact]
    public void What_is_sent_is_what_is_known_of_the_frozen_target()
    {
        var sent = Finished(LevelTwo, Open).When(learner => learner.Send(Open)).Only<ResultsShared>();
        Assert.Equal("vVF", sent.Results.Value);
        Assert.Equal((1, 2, PixAmount.Of(8), 8), (sent.Sending, sent.Stage, sent.Pix, sent.MaximumLevel));
        Assert.Empty(sent.Badges);
        Assert.Equal(["tout"], Finished(SimulatedLearner.Perfect, Open).When(learner => learner.Send(Open)).Only<ResultsShared>().Badges);
    }

    [Fact]
    public void Results_are_sent_once_the_test_is_over_and_once_only()
    {
        Registered.And(learner => learner.Enter(Open)).When(learner => learner.Send(Open)).ThenRefused("test_not_completed");
        Sent(LevelTwo, Open).When(learner => learner.Send(Open)).ThenRefused("results_already_sent");
        Finished(LevelTwo, Open).When(learner => learner.Send(Archived)).ThenRefused("campaign_archived");
        Registered.When(learner => learner.Send(Open)).ThenRefused("participation_unknown");
    }

    [Fact]
    public void A_skill_that_a_release_dropped_teaches_nothing_any_more_and_keeps_its_place()
    {
        var without = Web.Without("@web2").As(2).Build();
        Assert.Equal("--F", Finished(LevelTwo, Open).When(learner => learner.Send(Open, under: without)).Only<ResultsShared>().Results.Value);
    }

    [Fact]
    public void Before_sending_failed_skills_are_asked_again_at_once()
    {
        var again = Finished(LevelTwo, Open).And(learner => learner.TryAgain(Open));
        Assert.Equal(ParticipationStatus.Started, again.Status());
        again.When(learner => learner.TryAgain(Open)).ThenNothing();
        Assert.Equal("vVF", again.Playing(SimulatedLearner.Failing).When(learner => learner.Send(Open)).Only<ResultsShared>().Results.Value);
        Finished(SimulatedLearner.Perfect, Open).When(learner => learner.TryAgain(Open)).ThenRefused("nothing_to_try_again");
        Sent(LevelTwo, Open).When(learner => learner.TryAgain(Open)).ThenRefused("results_already_sent");
    }

    [Fact]
    public void After_a_sending_the_delay_applies_and_what_was_sent_counts_meanwhile()
    {
        var sent = Sent(LevelTwo, SeveralSendings);
        sent.When(learner => learner.Retry(SeveralSendings, Tuesday.AddDays(3))).ThenRefused("retry_too_early", ("remaining_days", 1));
        Sent(LevelTwo, Open).When(learner => learner.Retry(Open, Tuesday.AddDays(4))).ThenRefused("single_sending");
        Sent(SimulatedLearner.Perfect, SeveralSendings).When(learner => learner.Retry(SeveralSendings, Tuesday.AddDays(4))).ThenRefused("everything_validated");

        var again = sent.And(learner => learner.Retry(SeveralSendings, Tuesday.AddDays(4)));
        Assert.Equal(2, again.State.FindParticipation(1)!.Sent!.Mastery.Validated);
        again.When(learner => learner.Retry(SeveralSendings, Tuesday.AddDays(4))).ThenNothing();
        var second = again.Playing(SimulatedLearner.Perfect, Tuesday.AddDays(4)).When(learner => learner.Send(SeveralSendings, Tuesday.AddDays(4)));
        Assert.Equal((2, 3), (second.Only<ResultsShared>().Sending, second.Only<ResultsShared>().Results.Validated));
    }

    [Fact]
    public void A_reset_starts_over_what_is_not_sent_and_leaves_what_is()
    {
        var saturday = Tuesday.AddDays(4);
        var reset = Finished(LevelTwo, Open).And(learner => learner.Reset(saturday));
        Assert.Equal(ParticipationStatus.Started, reset.Status());
        Assert.Equal(0, reset.State.ProgressOf(reset.State.FindParticipation(1)!, Web.Build(), Rules).Tested);
        Assert.Equal(3, reset.Playing(SimulatedLearner.Perfect, saturday).When(learner => learner.Send(Open, saturday)).Only<ResultsShared>().Results.Validated);
        Assert.Equal(ParticipationStatus.Shared, Sent(LevelTwo, Open).And(learner => learner.Reset(saturday)).Status());
    }

    [Fact]
    public void Who_the_school_left_out_does_not_retry()
    {
        Sent(LevelTwo, SeveralSendings).When(learner => learner.Retry(SeveralSendings, Tuesday.AddDays(4), disabled: true)).ThenRefused("pupil_disabled");
        Sent(LevelTwo, Resettable).When(learner => learner.ResetAndRetry(Resettable, Tuesday.AddDays(4), disabled: true)).ThenRefused("pupil_disabled");
    }

    [Fact]
    public void A_retry_from_zero_is_for_target_profiles_that_allow_it_and_waits_as_long()
    {
        var saturday = Tuesday.AddDays(4);
        Sent(LevelTwo, SeveralSendings).When(learner => learner.ResetAndRetry(SeveralSendings, saturday)).ThenRefused("campaign_reset_not_allowed");
        var once = CampaignOf(CampaignType.Assessment, target: Frozen with { AllowsReset = true });
        Sent(LevelTwo, once).When(learner => learner.ResetAndRetry(once, saturday)).ThenRefused("single_sending");
        var exam = CampaignOf(CampaignType.Exam, multipleSendings: true, target: Frozen with { AllowsReset = true });
        Sent(LevelTwo, exam).When(learner => learner.ResetAndRetry(exam, saturday)).ThenRefused("campaign_reset_not_allowed");
        Finished(LevelTwo, Resettable).When(learner => learner.ResetAndRetry(Resettable, saturday)).ThenRefused("results_not_sent");
        Sent(LevelTwo, Resettable).When(learner => learner.ResetAndRetry(Resettable, Tuesday.AddDays(3))).ThenRefused("retry_too_early", ("remaining_days", 1));
        Sent(LevelTwo, Resettable).And(learner => learner.Retry(Resettable, saturday))
            .When(learner => learner.ResetAndRetry(Resettable, saturday)).ThenRefused("retry_under_way");
    }

    [Fact]
    public void A_retry_from_zero_asks_everything_again_and_what_was_sent_counts_meanwhile()
    {
        var saturday = Tuesday.AddDays(4);
        var again = Sent(SimulatedLearner.Perfect, Resettable).And(learner => learner.ResetAndRetry(Resettable, saturday));
        Assert.Equal((0, 0), (again.State.PixUnder(Web.Build()), again.State.ProgressOf(again.State.FindParticipation(1)!, Web.Build(), Rules).Tested));
        Assert.Equal(3, again.State.FindParticipation(1)!.Sent!.Mastery.Validated);
        again.When(learner => learner.ResetAndRetry(Resettable, saturday)).ThenNothing();
        var second = again.Playing(SimulatedLearner.Failing, saturday).When(learner => learner.Send(Resettable, saturday)).Only<ResultsShared>();
        Assert.Equal((2, 0), (second.Sending, second.Results.Validated));
    }

    [Fact]
    public void A_retry_from_zero_starts_over_what_is_not_sent_of_other_campaigns()
    {
        var other = new CampaignEntrance(new CampaignId(Guid.Empty), Open, IsRestricted: false, IsPupilDisabled: false);
        var both = Sent(LevelTwo, Resettable).And(learner => learner.Join(other, null, Web.Build(), Rules, Seed, Tuesday));
        Assert.Equal(ParticipationStatus.ToShare, both.State.StatusOf(both.State.FindParticipation(2)!));
        var reset = both.And(learner => learner.ResetAndRetry(Resettable, Tuesday.AddDays(4)));
        Assert.Equal(ParticipationStatus.Started, reset.State.StatusOf(reset.State.FindParticipation(2)!));
    }

    [Fact]
    public void A_profile_is_sent_as_it_stands_and_again_after_the_delay()
    {
        var entered = Completed(LevelTwo, Content).And(learner => learner.Enter(Collection));
        Assert.Equal(ParticipationStatus.ToShare, entered.Status());
        Assert.Equal(8, entered.When(learner => learner.Send(Collection)).Only<ProfileShared>().Pix);
        entered.When(learner => learner.TryAgain(Collection)).ThenRefused("profile_not_improved_here");
        var again = entered.And(learner => learner.Send(Collection)).And(learner => learner.Retry(Collection, Tuesday.AddDays(4)));
        Assert.Equal(2, again.When(learner => learner.Send(Collection, Tuesday.AddDays(4))).Only<ProfileShared>().Sending);
    }
}

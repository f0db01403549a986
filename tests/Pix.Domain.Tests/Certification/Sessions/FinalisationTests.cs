using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class FinalisationTests
{
    [Fact]
    public void A_session_in_which_nobody_started_is_not_finalised() =>
        Authorised.When(session => session.Finalise()).ThenRefused("session_without_started_test");

    [Fact]
    public void Every_unfinished_test_needs_a_reason() => Started
        .When(session => session.Finalise(Guid.Empty, AtHand(Candidate(1)), WithReasons(), Now))
        .ThenRefused("abort_reason_missing", ("unfinished_tests", 1), ("abort_reasons", 0));

    [Fact]
    public void A_finished_test_has_no_reason() => Started
        .When(session => session.Finalise(Guid.Empty, AtHand(), WithReasons(1), Now))
        .ThenRefused("abort_reason_superfluous", ("unfinished_tests", 0), ("abort_reasons", 1));

    [Fact]
    public void A_reason_for_another_candidate_is_none() => Started
        .When(session => session.Finalise(Guid.Empty, AtHand(Candidate(1)), WithReasons(2), Now))
        .ThenRefused("abort_reason_superfluous");

    [Fact]
    public void What_is_handed_in_is_all_that_judging_needs()
    {
        var finalised = Started
            .And(session => session.ReportIncident(Candidate(1), IssueCategory.Fraud, null, null, null, Now))
            .And(session => session.ReportIncident(Candidate(1), IssueCategory.InChallenge, IssueSubcategory.FileNotOpening, 3, null, Now))
            .And(session => session.WithdrawIncident(1, Now))
            .When(session => session.Finalise((Candidate(1), AbortReason.Technical)))
            .Only<SessionFinalised>();
        var test = Assert.Single(finalised.Tests);
        Assert.Equal((Candidate(1), TestOf(1), AbortReason.Technical), (test.Candidate, test.Certification, test.Abort!.Value));
        Assert.Equal([new FinalisedIssue(2, IssueCategory.InChallenge, IssueSubcategory.FileNotOpening, 3)], test.Issues);
    }

    [Fact]
    public void Whose_start_is_barred_took_no_test() => Started
        .When(session => session.Finalise(Guid.Empty, new Dictionary<CandidateId, TestAtHand> { [Candidate(1)] = TestAtHand.Barred }, WithReasons(), Now))
        .ThenRefused("session_without_started_test");

    [Fact]
    public void Who_is_starting_at_this_moment_holds_the_finalisation_back()
    {
        var two = Started
            .And(session => session.Enrol(2, Written with { FirstName = "Lou" }))
            .And(session => session.SignIn(Candidate(2), Supervisor, IdentityDocument.School, Now))
            .And(session => session.Join(Somebody, Names("Lou"), NoPupils, InClear, Now))
            .And(session => session.Authorise(Candidate(2), Nobody, Now))
            .And(session => session.Start(Somebody, TestOf(2), true, Nobody, SessionRules.Default, Now));
        two.When(session => session.Finalise(Guid.Empty, Of((1, TestAtHand.Finished)), WithReasons(), Now))
            .ThenRefused("candidate_starting", ("candidate", Candidate(2).ToString()));
        var handedIn = two.When(session => session.Finalise(Guid.Empty, Of((1, TestAtHand.Finished), (2, TestAtHand.Barred)), WithReasons(), Now));
        Assert.Equal(Candidate(1), Assert.Single(handedIn.Only<SessionFinalised>().Tests).Candidate);
    }

    [Fact]
    public void A_session_is_finalised_once() => Finalised.When(session => session.Finalise()).ThenRefused("session_already_finalised");

    [Fact]
    public void A_finalisation_is_completed_once()
    {
        Started.When(session => session.CompleteFinalisation(Now)).ThenRefused("session_not_finalised");
        var completed = Finalised.And(session => session.CompleteFinalisation(Now));
        Assert.True(completed.State.IsFinalisationCompleted);
        completed.When(session => session.CompleteFinalisation(Now)).ThenNothing();
    }

    [Fact]
    public void Issues_are_reported_of_who_started() =>
        Authorised.When(session => session.ReportIncident(Candidate(1), IssueCategory.Fraud, null, null, null, Now)).ThenRefused("candidate_not_started");

    [Theory]
    [InlineData(IssueCategory.Fraud, null, null, null, null)]
    [InlineData(IssueCategory.InChallenge, IssueSubcategory.SkipOnOops, 1, null, null)]
    [InlineData(IssueCategory.InChallenge, IssueSubcategory.SkipOnOops, 500, null, null)]
    [InlineData(IssueCategory.InChallenge, IssueSubcategory.SkipOnOops, 501, null, "issue_question_missing")]
    [InlineData(IssueCategory.InChallenge, IssueSubcategory.SkipOnOops, null, null, "issue_question_missing")]
    [InlineData(IssueCategory.InChallenge, null, 1, null, "issue_subcategory_missing")]
    [InlineData(IssueCategory.InChallenge, IssueSubcategory.LinkNotWorking, 1, null, "issue_subcategory_missing")]
    [InlineData(IssueCategory.InChallenge, IssueSubcategory.NameOrBirthdate, 1, null, "issue_subcategory_missing")]
    [InlineData(IssueCategory.Fraud, IssueSubcategory.SkipOnOops, null, null, "issue_subcategory_unexpected")]
    [InlineData(IssueCategory.Fraud, null, 1, null, "issue_question_unexpected")]
    [InlineData(IssueCategory.SignatureIssue, null, null, " ", "issue_description_missing")]
    [InlineData(IssueCategory.SignatureIssue, null, null, "Absente", null)]
    [InlineData(IssueCategory.CandidateInformationsChanges, IssueSubcategory.NameOrBirthdate, null, "Née le 24", null)]
    [InlineData(IssueCategory.TechnicalProblem, null, null, "Écran noir", "issue_category_former")]
    public void A_report_says_what_its_category_asks_for(
        IssueCategory category, IssueSubcategory? subcategory, int? question, string? description, string? refused)
    {
        var reported = Started.When(session => session.ReportIncident(Candidate(1), category, subcategory, question, description, Now));
        if (refused is not null) reported.ThenRefused(refused);
        else Assert.Equal((1, category, subcategory), (reported.Only<IncidentReported>().Incident, category, subcategory));
    }

    [Fact]
    public void A_report_is_taken_back_once_and_its_number_is_not_given_again()
    {
        var withdrawn = Started
            .And(session => session.ReportIncident(Candidate(1), IssueCategory.Fraud, null, null, null, Now))
            .And(session => session.WithdrawIncident(1, Now));
        withdrawn.When(session => session.WithdrawIncident(1, Now)).ThenNothing();
        withdrawn.When(session => session.WithdrawIncident(2, Now)).ThenRefused("incident_unknown");
        Assert.Equal(2, withdrawn.When(session => session.ReportIncident(Candidate(1), IssueCategory.Fraud, null, null, null, Now)).Only<IncidentReported>().Incident);
    }

    private static Dictionary<CandidateId, TestAtHand> Of(params (int Candidate, TestAtHand Test)[] tests) =>
        tests.ToDictionary(one => Candidate(one.Candidate), one => one.Test);

    private static FinalisationForm WithReasons(params int[] candidates) =>
        new(candidates.ToDictionary(number => Candidate(number), _ => AbortReason.Candidate), null, false, false);
}

using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Tests.Certifications;

public sealed class JuryTests
{
    private static readonly Guid Finalisation = new("0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a000a");
    private static readonly JuryComments Silent = new(null, null, null);

    [Fact]
    public void A_test_is_judged_once_for_a_finalisation()
    {
        var ended = Ended(AnswerStatus.Ok, AnswerStatus.Ok, null);
        var judged = ended.And(test => test.Judge(Finalisation, AbortReason.Technical, [], SatTest.Monday));
        Assert.Equal([3], judged.State.Neutralised);
        Assert.Equal(ScoringEmitter.AutomaticJury, judged.State.Scoring!.Emitter);
        judged.When(test => test.Judge(Finalisation, AbortReason.Technical, [], SatTest.Monday)).ThenNothing();
    }

    [Fact]
    public void An_answer_that_an_unwanted_loss_of_focus_spoilt_is_accepted_and_a_right_one_is_left()
    {
        var ended = new Specification<Certification, CertificationEvent>(SatTest.EventsOf(
            [AnswerStatus.FocusedOut, AnswerStatus.Ok, AnswerStatus.Ko],
            question => question with { Challenge = question.Challenge with { Focused = true } }));
        var judged = ended.And(test => test.Judge(Finalisation, null, [Focus(1), Focus(2), Blocked(2), Blocked(3), Blocked(9)], SatTest.Monday)).State;
        Assert.Equal(AnswerStatus.Ok, judged.AnswerTo(1));
        Assert.Equal([3], judged.Neutralised);
        Assert.Equal(
            [IssueResolution.Accepted, IssueResolution.WithoutEffect, IssueResolution.WithoutEffect, IssueResolution.Neutralised, IssueResolution.WithoutEffect],
            judged.Issues.Select(issue => issue.Resolution));
        Assert.False(judged.IsContested);
    }

    [Fact]
    public void A_suspected_fraud_is_left_to_the_jury()
    {
        var judged = Ended(AnswerStatus.Ok).And(test => test.Judge(
            Finalisation, null, [new FinalisedIssue(1, IssueCategory.Fraud, null, null)], SatTest.Monday));
        Assert.True(judged.State.IsContested);
        Assert.Single(judged.State.Scorings);
    }

    [Fact]
    public void A_neutralisation_is_scored_at_once_and_only_on_what_was_seen()
    {
        var judged = Judged(AnswerStatus.Ok, AnswerStatus.Ok, AnswerStatus.Ko);
        var seen = judged.State.Revision;
        var (_, change) = judged.State.Preview(3, neutralise: true, SatTest.Monday);
        var neutralised = judged.And(test => test.Neutralise(3, seen, SatTest.Monday));
        Assert.Equal(change!.After.Pix, neutralised.State.Scoring!.Pix);
        Assert.True(change.After.Pix > change.Before.Pix);
        neutralised.When(test => test.Restore(3, seen, SatTest.Monday)).ThenRefused("certification_moved", ("seen_revision", seen));
        var restored = neutralised.And(test => test.Restore(3, test.Revision, SatTest.Monday));
        Assert.Equal(change.Before.Pix, restored.State.Scoring!.Pix);
    }

    [Fact]
    public void A_decision_stands_until_what_it_rests_on_changes()
    {
        var confirmed = Judged(AnswerStatus.Ok, AnswerStatus.Ok, AnswerStatus.Ko).And(test => Decide(test, JuryVerdict.Confirmed));
        Assert.True(confirmed.State.IsDecided);
        confirmed.When(test => Decide(test, JuryVerdict.Confirmed)).ThenNothing();
        Assert.False(confirmed.And(test => test.Neutralise(3, test.Revision, SatTest.Monday)).State.IsDecided);
    }

    [Fact]
    public void A_fraud_certifies_nothing_and_may_be_taken_back()
    {
        var judged = Judged(AnswerStatus.Ok, AnswerStatus.Ok, AnswerStatus.Ok);
        var fraud = judged.And(test => Decide(test, JuryVerdict.RejectedForFraud));
        Assert.Equal((CertificationStatus.Rejected, 0, true), (fraud.State.Status, fraud.State.Scoring!.Pix, fraud.State.IsDecided));
        var back = fraud.And(test => Decide(test, JuryVerdict.FraudRejectionLifted));
        Assert.Equal((CertificationStatus.Validated, 24, false), (back.State.Status, back.State.Scoring!.Pix, back.State.IsDecided));
        back.When(test => Decide(test, JuryVerdict.FraudRejectionLifted)).ThenRefused("not_rejected_for_fraud");
    }

    [Fact]
    public void A_cancellation_may_be_taken_back_and_the_result_is_as_before()
    {
        var cancelled = Judged(AnswerStatus.Ok, AnswerStatus.Ok, AnswerStatus.Ok).And(test => Decide(test, JuryVerdict.Cancelled));
        Assert.Equal((CertificationStatus.Cancelled, true), (cancelled.State.Status, cancelled.State.IsDecided));
        var back = cancelled.And(test => Decide(test, JuryVerdict.CancellationLifted));
        Assert.Equal((CertificationStatus.Validated, false), (back.State.Status, back.State.IsDecided));
        back.When(test => Decide(test, JuryVerdict.CancellationLifted)).ThenRefused("not_cancelled_by_jury");
    }

    [Fact]
    public void A_certificate_is_revoked_once_published_and_the_revocation_may_be_taken_back()
    {
        var confirmed = Judged(AnswerStatus.Ok, AnswerStatus.Ok, AnswerStatus.Ok).And(test => Decide(test, JuryVerdict.Confirmed));
        confirmed.When(test => Revoke(test, isPublished: false)).ThenRefused("certificate_not_published");
        confirmed.When(test => Decide(test, JuryVerdict.RevocationLifted)).ThenRefused("certificate_not_revoked");
        var revoked = confirmed.And(test => Revoke(test, isPublished: true));
        Assert.True(revoked.State.IsRevoked);
        revoked.When(test => Revoke(test, isPublished: true)).ThenNothing();
        var back = revoked.And(test => Decide(test, JuryVerdict.RevocationLifted));
        Assert.Equal((false, true), (back.State.IsRevoked, back.State.IsDecided));
    }

    [Fact]
    public void A_decision_on_evidence_that_moved_is_refused()
    {
        var judged = Judged(AnswerStatus.Ok);
        var read = Pieces(judged.State);
        var moved = read with { Session = read.Session with { Revision = read.Session.Revision + 1 } };
        judged.When(test => test.Decide(JuryVerdict.Confirmed, Silent, read.All, moved, SatTest.Monday)).ThenRefused("evidence_moved");
        judged.And(test => test.CorrectIdentity(SatTest.Identity, SatTest.Monday))
            .When(test => test.Decide(JuryVerdict.Confirmed, Silent, read.All, read, SatTest.Monday)).ThenRefused("evidence_moved");
    }

    [Fact]
    public void Nothing_is_decided_before_the_session_is_finalised() =>
        Ended(AnswerStatus.Ok).When(test => Decide(test, JuryVerdict.Confirmed)).ThenRefused("certification_not_judged");

    private static Specification<Certification, CertificationEvent> Ended(params AnswerStatus?[] answers) => new(SatTest.EventsOf(answers, one => one));

    private static Specification<Certification, CertificationEvent> Judged(params AnswerStatus?[] answers) =>
        Ended(answers).And(test => test.Judge(Finalisation, null, [], SatTest.Monday));

    private static Decision<CertificationEvent> Decide(Certification test, JuryVerdict verdict) =>
        test.Decide(verdict, Silent, Pieces(test).All, Pieces(test), SatTest.Monday);

    private static Decision<CertificationEvent> Revoke(Certification test, bool isPublished) =>
        test.Revoke("Usurpation d’identité.", isPublished, Pieces(test).All, Pieces(test), SatTest.Monday);

    private static DossierPieces Pieces(Certification test) => new(
        test.Started!.Positioning,
        new StreamEvidence("certification-1", test.Revision, new string('b', 64)),
        new StreamEvidence("session-1", 12, new string('c', 64)));

    private static FinalisedIssue Focus(int question) => new(question, IssueCategory.InChallenge, IssueSubcategory.UnintentionalFocusOut, question);

    private static FinalisedIssue Blocked(int question) => new(10 + question, IssueCategory.InChallenge, IssueSubcategory.WebsiteBlocked, question);
}

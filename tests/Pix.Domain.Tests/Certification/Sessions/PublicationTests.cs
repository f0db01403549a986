using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class PublicationTests
{
    private static readonly Pix.Testing.Specification<Session, SessionEvent> Deliberated =
        InProcess.And(session => session.Deliberate([Judged()], "Aucun cas contesté.", Now));

    [Fact]
    public void A_session_is_taken_charge_of_once_it_was_handed_in()
    {
        Started.When(session => session.AssignOfficer(Officer, Now)).ThenRefused("session_not_finalised");
        InProcess.When(session => session.AssignOfficer(Officer, Now)).ThenNothing();
        Assert.Equal(SessionStatus.InProcess, InProcess.State.Status);
    }

    [Fact]
    public void A_grouped_decision_names_the_scorings_that_it_rests_on()
    {
        var held = InProcess.When(session => session.Deliberate([Judged()], "Aucun cas contesté.", Now)).Only<DeliberationHeld>();
        Assert.Equal([new DeliberatedCertification(Candidate(1), TestOf(1), 12, "chain12")], held.Certifications);
        Deliberated.When(session => session.Deliberate([Judged()], "Encore.", Now)).ThenNothing();
    }

    [Fact]
    public void A_grouped_decision_has_minutes_and_an_officer()
    {
        InProcess.When(session => session.Deliberate([Judged()], " ", Now)).ThenRefused("minutes_missing");
        InProcess.When(session => session.Deliberate([], "PV", Now)).ThenRefused("deliberation_empty");
        Finalised.And(session => session.CompleteFinalisation(Now))
            .When(session => session.Deliberate([Judged()], "PV", Now)).ThenRefused("session_without_officer");
        Finalised.When(session => session.Deliberate([Judged()], "PV", Now)).ThenRefused("finalisation_under_way");
    }

    [Fact]
    public void What_is_contested_is_decided_alone()
    {
        InProcess.When(session => session.Deliberate([Judged() with { IsContested = true }], "PV", Now)).ThenRefused("certification_contested");
        Assert.Single(InProcess.When(session => session.Publish([Judged() with { IsContested = true, IsDecided = true }], Now)).Granted());
        InProcess.When(session => session.Deliberate([Judged() with { IsInError = true }], "PV", Now)).ThenRefused("certification_contested");
    }

    [Fact]
    public void A_certification_of_another_session_is_not_deliberated_here() => InProcess
        .When(session => session.Deliberate([new JudgedTest(TestOf(2)) { Scoring = (1, "c") }], "PV", Now))
        .ThenRefused("certification_elsewhere");

    [Fact]
    public void Nothing_is_published_before_it_was_deliberated() =>
        InProcess.When(session => session.Publish([Judged()], Now)).ThenRefused("not_deliberated");

    [Fact]
    public void A_scoring_that_came_after_the_deliberation_was_not_deliberated() =>
        Deliberated.When(session => session.Publish([Judged(revision: 13)], Now)).ThenRefused("not_deliberated");

    [Fact]
    public void A_test_in_error_or_without_scoring_holds_the_session_back()
    {
        Deliberated.When(session => session.Publish([Judged() with { IsInError = true }], Now)).ThenRefused("test_in_error");
        Deliberated.When(session => session.Publish([Judged() with { Scoring = null }], Now)).ThenRefused("test_not_scored");
        Deliberated.When(session => session.Publish([], Now)).ThenRefused("test_not_scored");
    }

    [Fact]
    public void A_publication_names_every_scoring_and_happens_once()
    {
        Deliberated.When(session => session.Publish([Judged()], Now))
            .Then(new ResultsPublished(1, [new PublishedResult(Candidate(1), TestOf(1), 12, "chain12")], Now));
        var published = Deliberated.And(session => session.Publish([Judged()], Now));
        Assert.Equal(SessionStatus.Processed, published.State.Status);
        published.When(session => session.Publish([Judged()], Now)).ThenRefused("session_already_published");
        published.When(session => session.Deliberate([Judged()], "PV", Now)).ThenRefused("session_already_published");
    }

    [Fact]
    public void A_publication_is_announced_once()
    {
        var published = Deliberated.And(session => session.Publish([Judged()], Now));
        var announced = published.And(session => session.Announce(1, 3, Now));
        announced.When(session => session.Announce(1, 3, Now)).ThenNothing();
        announced.When(session => session.Announce(2, 3, Now)).ThenRefused("session_not_published");
    }

    [Fact]
    public void A_publication_taken_back_can_be_made_again_and_counts_from_the_first()
    {
        var unpublished = Deliberated.And(session => session.Publish([Judged()], Now)).And(session => session.Unpublish("Erreur", Now));
        Assert.Equal(SessionStatus.InProcess, unpublished.State.Status);
        unpublished.When(session => session.Unpublish("Encore", Now)).ThenNothing();
        InProcess.When(session => session.Unpublish("Erreur", Now)).ThenRefused("session_not_published");
        var again = unpublished.And(session => session.Publish([Judged()], Now.AddDays(2)));
        Assert.Equal((2, Now), (again.State.LatestPublication, again.State.FirstPublishedAt!.Value));
    }
}

using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class SessionImportingTests
{
    private static readonly PupilFacts ZoeAsImported = new(
        "123456789AB", "Lefèvre", null, "Zoé", null, null, PupilSex.F, new DateOnly(2011, 6, 23), "100", "51", "51454", null, "10010012110", "ST");

    [Fact]
    public void A_session_is_opened_with_its_candidates_as_one_fact()
    {
        var opened = Nothing.When(session => Import(session, New(1), New(2, Written with { FirstName = "Lou" }))).Granted();
        Assert.Equal([typeof(SessionOpened), typeof(CandidateEnrolled), typeof(CandidateEnrolled)], opened.Select(happened => happened.GetType()));
        Assert.Equal(2, opened.OfType<CandidateEnrolled>().Select(enrolled => enrolled.PersonalCode).Distinct().Count());
    }

    [Fact]
    public void A_candidate_who_is_named_twice_keeps_the_session_from_being_opened()
    {
        Nothing.When(session => Import(session, New(1), New(2))).ThenRefused("candidate_already_enrolled");
        Opened.When(session => Import(session, New(1))).ThenRefused("session_number_taken");
    }

    [Fact]
    public void A_session_is_held_by_its_centre_there_and_then_until_it_is_cancelled()
    {
        Assert.True(Opened.State.IsHeld(Centre, Form.Details));
        Assert.False(Opened.State.IsHeld(Centre, Form.Details with { Room = "Salle 12" }));
        Assert.False(Opened.State.IsHeld(new OrganisationId(Guid.Empty), Form.Details));
        Assert.False(Opened.And(session => session.Cancel("Grève", AtHand(), Now)).State.IsHeld(Centre, Form.Details));
    }

    [Fact]
    public void A_pupil_born_in_France_is_a_candidate_as_the_file_says()
    {
        var form = PupilCandidates.Form(ZoeAsImported, "3B", null);
        Assert.Empty(form.Faults(Today));
        Assert.Equal(new BirthPlace("FRANCE", "51454", null, null), form.ToIdentity().BirthPlace);
        Assert.Equal(("Zoé", "Lefèvre", CandidateSex.F, "3B"), (form.ToIdentity().FirstName, form.ToIdentity().LastName, form.ToIdentity().Sex, form.ToIdentity().Division));
    }

    [Fact]
    public void A_country_that_the_file_says_by_number_is_asked_for()
    {
        var abroad = ZoeAsImported with { BirthCountryCode = "99139", BirthCityCode = null, BirthCity = "Porto" };
        Assert.Equal(["candidate_birth_country_required"], PupilCandidates.Form(abroad, "3B", null).Faults(Today).Select(fault => fault.Code));
        var completed = PupilCandidates.Form(abroad, "3B", new PupilCompletion(null, null, "PORTUGAL", null, null, "Porto"));
        Assert.Empty(completed.Faults(Today));
        Assert.Equal(new BirthPlace("PORTUGAL", null, null, "Porto"), completed.ToIdentity().BirthPlace);
    }

    private static Decision<SessionEvent> Import(Session session, params NewCandidate[] candidates) =>
        session.OpenWith(Id, Centre, true, Papers, Form, candidates, InClear, Draw(), Now);
}

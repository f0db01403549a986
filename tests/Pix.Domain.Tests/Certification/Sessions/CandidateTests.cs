using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class CandidateTests
{
    [Fact]
    public void A_candidate_gets_a_personal_code_that_says_the_session()
    {
        var enrolled = Opened.When(session => session.Enrol(1)).Only<CandidateEnrolled>();
        Assert.Equal((Id, enrolled.PersonalCode), PersonalCode.Read(enrolled.PersonalCode.ToLowerInvariant().Insert(5, "-")));
        Assert.Equal("Lefèvre", enrolled.Identity.Value!.LastName);
    }

    [Theory]
    [InlineData("zoe", "LEFEVRE")]
    [InlineData("Zoé ", "Le fèvre")]
    public void The_same_name_and_birth_date_are_the_same_person(string first, string last) => WithZoe
        .When(session => session.Enrol(2, Written with { FirstName = first, LastName = last }))
        .ThenRefused("candidate_already_enrolled", ("candidate", Candidate(1).ToString()));

    [Fact]
    public void Another_birth_date_is_another_person() =>
        Assert.Single(WithZoe.When(session => session.Enrol(2, Written with { BirthDate = "2011-06-24" })).Granted());

    [Fact]
    public void Names_in_other_scripts_are_compared_too() => Assert.Equal(2, Opened
        .When(session => session.Enrol(
            Id, [New(1, Written with { FirstName = "Анна" }), New(2, Written with { FirstName = "Ольга" })], InClear, Draw(), Now))
        .Granted().Count);

    [Fact]
    public void All_are_enrolled_or_none() =>
        Opened.When(session => session.Enrol(Id, [New(1), New(2)], InClear, Draw(), Now)).ThenRefused("candidate_already_enrolled");

    [Fact]
    public void A_pupil_who_is_enrolled_already_stays_as_they_are() =>
        Opened.And(session => session.Enrol(1, pupil: APupil)).When(session => session.Enrol(2, pupil: APupil)).ThenNothing();

    [Fact]
    public void An_erased_candidate_is_nobodys_double() =>
        Assert.Single(WithZoe.When(session => session.Enrol(Id, [New(2)], _ => null, Draw(), Now)).Granted());

    [Fact]
    public void Nobody_is_enrolled_after_the_finalisation() => Finalised.When(session => session.Enrol(2)).ThenRefused("session_already_finalised");

    [Fact]
    public void Who_did_not_start_can_be_corrected_and_withdrawn()
    {
        var corrected = WithZoe.And(session => session.Correct(Candidate(1), New(1, Written with { LastName = "Lefebvre" }).Identity, InClear, Now));
        Assert.Equal("Lefebvre", corrected.State.Find(Candidate(1))!.Identity.Value!.LastName);
        corrected.When(session => session.Correct(Candidate(1), New(1, Written with { LastName = "Lefebvre" }).Identity, InClear, Now)).ThenNothing();
        Assert.Empty(corrected.And(session => session.Withdraw(Candidate(1), Now)).State.Candidates);
        Opened.When(session => session.Withdraw(Candidate(1), Now)).ThenRefused("candidate_unknown");
    }

    [Fact]
    public void A_correction_that_makes_a_double_is_refused() => WithZoe
        .And(session => session.Enrol(2, Written with { FirstName = "Lou" }))
        .When(session => session.Correct(Candidate(2), New(1).Identity, InClear, Now))
        .ThenRefused("candidate_already_enrolled");

    [Fact]
    public void Who_started_is_the_jurys_to_correct()
    {
        Started.When(session => session.Correct(Candidate(1), New(1, Written with { LastName = "X" }).Identity, InClear, Now)).ThenRefused("candidate_already_started");
        Started.When(session => session.Withdraw(Candidate(1), Now)).ThenRefused("candidate_already_started");
    }

    [Fact]
    public void Who_checked_the_identity_is_recorded_once()
    {
        var signed = WithZoe.And(session => session.SignIn(Candidate(1), Supervisor, IdentityDocument.Passport, Now));
        Assert.Equal((Supervisor, IdentityDocument.Passport), (signed.State.Find(Candidate(1))!.SignedIn!.CheckedBy, signed.State.Find(Candidate(1))!.SignedIn!.Document));
        signed.When(session => session.SignIn(Candidate(1), Officer, IdentityDocument.School, Now)).ThenNothing();
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_candidate_is_said_at_once() => Assert.Equal(
        [
            "candidate_first_name_required", "candidate_last_name_required", "candidate_sex_not_valid", "candidate_birth_date_required",
            "candidate_birth_country_required", "candidate_email_not_valid", "candidate_extra_time_not_valid",
        ],
        new CandidateForm("", null, "X", null, null, null, null, null, "zoe", null, null, null, 1000).Faults(Today).Select(fault => fault.Code));

    [Theory]
    [InlineData("1899-12-31", "candidate_birth_date_out_of_range")]
    [InlineData("2026-05-20", "candidate_birth_date_out_of_range")]
    [InlineData("23/06/2011", "candidate_birth_date_not_valid")]
    public void A_birth_date_is_a_day_of_somebody_who_lives(string date, string code) =>
        Assert.Equal([code], (Written with { BirthDate = date }).Faults(Today).Select(fault => fault.Code));

    [Theory]
    [InlineData("FRANCE", "51454", null, null, null)]
    [InlineData("france", "2A004", null, null, null)]
    [InlineData("France", null, "51100", "Reims", null)]
    [InlineData("France", "51454", "51100", null, "candidate_birth_place_twice")]
    [InlineData("France", null, "51100", null, "candidate_birth_place_required")]
    [InlineData("France", null, "511", "Reims", "candidate_birth_postal_code_not_valid")]
    [InlineData("France", "5145", null, null, "candidate_birth_insee_code_not_valid")]
    [InlineData("Portugal", null, null, "Porto", null)]
    [InlineData("Portugal", null, null, null, "candidate_birth_city_required")]
    public void A_birth_place_is_said_in_one_way(string country, string? insee, string? postal, string? city, string? code) => Assert.Equal(
        code is null ? [] : [code],
        (Written with { BirthCountry = country, BirthInseeCode = insee, BirthPostalCode = postal, BirthCity = city }).Faults(Today).Select(fault => fault.Code));
}

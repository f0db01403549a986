using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class StartTests
{
    [Fact]
    public void An_account_joins_as_whom_it_names()
    {
        var joined = WithZoe.And(session => session.Join(Zoe, Names("ZOE", "le fevre"), NoPupils, InClear, Now));
        Assert.Equal(Zoe, joined.State.Find(Candidate(1))!.Learner);
        joined.When(session => session.Join(Zoe, Names(), NoPupils, InClear, Now)).ThenNothing();
    }

    [Fact]
    public void Whom_the_session_does_not_expect_does_not_join() =>
        WithZoe.When(session => session.Join(Zoe, Names("Lou"), NoPupils, InClear, Now)).ThenRefused("candidate_not_found");

    [Fact]
    public void The_access_code_is_the_sessions() =>
        WithZoe.When(session => session.Join(Zoe, Names(code: "BDFK23"), NoPupils, InClear, Now)).ThenRefused("session_access_code_wrong");

    [Fact]
    public void One_candidate_one_account_and_the_other_way_round()
    {
        Authorised.When(session => session.Join(Somebody, Names(), NoPupils, InClear, Now)).ThenRefused("candidate_already_linked");
        Authorised
            .And(session => session.Enrol(2, Written with { FirstName = "Lou" }))
            .When(session => session.Join(Zoe, Names("Lou"), NoPupils, InClear, Now))
            .ThenRefused("learner_already_linked");
    }

    [Fact]
    public void A_pupil_joins_with_the_account_that_the_school_attached()
    {
        var pupil = Opened.And(session => session.Enrol(1, pupil: APupil));
        pupil.When(session => session.Join(Zoe, Names(), NoPupils, InClear, Now)).ThenRefused("candidate_not_attached");
        Assert.Single(pupil.When(session => session.Join(Zoe, Names(), new HashSet<PupilId> { APupil }, InClear, Now)).Granted());
    }

    [Fact]
    public void The_personal_code_works_once_the_candidate_signed()
    {
        var code = WithZoe.State.Candidates[0].PersonalCode;
        WithZoe.When(session => session.Join(Zoe, code, NoPupils, Now)).ThenRefused("candidate_not_signed_in");
        var signed = WithZoe.And(session => session.SignIn(Candidate(1), Supervisor, IdentityDocument.School, Now));
        signed.When(session => session.Join(Zoe, code, NoPupils, Now)).Then(new CandidateLinked(Candidate(1), Zoe, JoiningWay.PersonalCode, Now));
        signed.When(session => session.Join(Zoe, "BBBBBBBBBB", NoPupils, Now)).ThenRefused("personal_code_unknown");
    }

    [Fact]
    public void Nobody_joins_a_finalised_session() =>
        Finalised.When(session => session.Join(Somebody, Names(), NoPupils, InClear, Now)).ThenRefused("session_not_joinable");

    [Fact]
    public void Nobody_is_authorised_who_did_not_sign() =>
        WithZoe.When(session => session.Authorise(Candidate(1), Nobody, Now)).ThenRefused("candidate_not_signed_in");

    [Fact]
    public void Two_supervisors_authorise_once() => Authorised.When(session => session.Authorise(Candidate(1), Nobody, Now)).ThenNothing();

    [Fact]
    public void A_start_consumes_the_authorisation()
    {
        Started.When(session => session.Start(Zoe, SessionRules.Default)).ThenRefused("candidate_not_authorised_to_resume");
        Started
            .And(session => session.Authorise(Candidate(1), Nobody, Now))
            .When(session => session.Start(Zoe, SessionRules.Default))
            .Then(new CandidateStarted(Candidate(1), TestOf(1), true, Now));
    }

    [Fact]
    public void A_test_that_is_ended_is_not_resumed() =>
        Started.When(session => session.Authorise(Candidate(1), new HashSet<CandidateId> { Candidate(1) }, Now)).ThenRefused("candidate_test_ended");

    [Fact]
    public void Without_authorisation_nobody_starts() => WithZoe
        .And(session => session.Join(Zoe, Names(), NoPupils, InClear, Now))
        .When(session => session.Start(Zoe, SessionRules.Default))
        .ThenRefused("candidate_not_authorised_to_join");

    [Fact]
    public void A_session_takes_so_many_at_a_time()
    {
        var full = Started
            .And(session => session.Enrol(2, Written with { FirstName = "Lou" }))
            .And(session => session.SignIn(Candidate(2), Supervisor, IdentityDocument.School, Now))
            .And(session => session.Join(Somebody, Names("Lou"), NoPupils, InClear, Now))
            .And(session => session.Authorise(Candidate(2), Nobody, Now));
        full.When(session => session.Start(Somebody, new SessionRules(1))).ThenRefused("session_full", ("capacity", 1));
        Assert.Single(full.When(session => session.Start(Somebody, new SessionRules(1), new HashSet<CandidateId> { Candidate(1) })).Granted());
    }
}

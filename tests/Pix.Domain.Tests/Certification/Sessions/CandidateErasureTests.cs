using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

public sealed class CandidateErasureTests
{
    private static readonly IReadOnlySet<CertificationId> NoTest = new HashSet<CertificationId>();

    [Fact]
    public void A_candidate_is_forgotten_once_and_starts_nothing_any_more()
    {
        var erased = Authorised.And(session => session.Erase(Candidate(1), NoTest, Now));
        erased.When(session => session.Erase(Candidate(1), NoTest, Now)).ThenNothing();
        erased.When(session => session.Start(Zoe, SessionRules.Default)).ThenRefused("person_erased");
    }

    [Fact]
    public void A_candidate_who_was_withdrawn_is_forgotten_too() => Assert.Equal(
        New(1).Person,
        WithZoe.And(session => session.Withdraw(Candidate(1), Now)).When(session => session.Erase(Candidate(1), NoTest, Now)).Only<CandidateErased>().Person);

    [Fact]
    public void Whose_test_is_not_deliberated_is_not_forgotten_yet()
    {
        Started.When(session => session.Erase(Candidate(1), NoTest, Now)).ThenRefused("erasure_awaits_jury");
        Started.When(session => session.Erase(Candidate(1), new HashSet<CertificationId> { TestOf(1) }, Now)).Only<CandidateErased>();
    }

    [Fact]
    public void Nobody_unknown_is_forgotten() =>
        WithZoe.When(session => session.Erase(Candidate(2), NoTest, Now)).ThenRefused("candidate_unknown");
}

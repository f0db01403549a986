using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Pix.Domain.Tests.Certification.Sessions.SessionScenario;

namespace Pix.Domain.Tests.Certification.Sessions;

/// <summary>What holds whatever people do with a session, in whatever order.</summary>
public sealed class SessionProperties
{
    private static readonly Func<Session, Decision<SessionEvent>>[] Wishes =
    [
        session => session.Open(Centre, true, Papers, Form, Draw(), Now),
        session => session.Edit(session.Edition, Form with { Room = "Salle 1" }, InClear, Now),
        session => session.Edit(session.Edition, Form, InClear, Now),
        session => session.AdmitSupervisor(Supervisor, $"{session.Opened?.SupervisorCode}", Now),
        session => session.Enrol(1),
        session => session.Enrol(2, Written with { FirstName = "Lou" }, APupil),
        session => session.Correct(Candidate(1), New(1, Written with { Division = "3C" }).Identity, InClear, Now),
        session => session.SignIn(Candidate(1), Supervisor, IdentityDocument.School, Now),
        session => session.SignIn(Candidate(2), Supervisor, IdentityDocument.School, Now),
        session => session.Join(Zoe, Names(code: $"{session.Opened?.AccessCode}"), NoPupils, InClear, Now),
        session => session.Join(Somebody, Names("Lou", code: $"{session.Opened?.AccessCode}"), new HashSet<PupilId> { APupil }, InClear, Now),
        session => session.Authorise(Candidate(1), Nobody, Now),
        session => session.Authorise(Candidate(2), Nobody, Now),
        session => session.Start(Zoe, TestOf(1), true, Nobody, new SessionRules(1), Now),
        session => session.Start(Somebody, TestOf(2), true, Nobody, new SessionRules(1), Now),
        session => session.Withdraw(Candidate(2), Now),
        session => session.Cancel("Salle indisponible", AtHand(), Now),
        session => session.ReportIncident(Candidate(1), IssueCategory.NonBlockingCandidateIssue, null, null, "Absent dix minutes", Now),
        session => session.WithdrawIncident(1, Now),
        session => session.Finalise(),
        session => session.CompleteFinalisation(Now),
        session => session.AssignOfficer(Officer, Now),
        session => session.Deliberate([.. Scored(session)], "PV", Now),
        session => session.Publish([.. Scored(session)], Now),
        session => session.Announce(session.LatestPublication, 1, Now),
        session => session.Unpublish("Erreur", Now),
    ];

    // What adds something each time it is asked, or is asked of the state as it was read.
    private static readonly Type[] AnotherEachTime = [typeof(IncidentReported), typeof(CandidateStarted), typeof(ResultsPublished), typeof(SessionOpened), typeof(SessionFinalised)];

    [Fact]
    public void A_wish_that_was_granted_is_not_granted_twice() => Check.QuickThrowOnFailure(Prop.ForAll(Histories(), history =>
    {
        var session = Session.Initial;
        foreach (var wish in history)
        {
            var granted = Wishes[wish](session);
            session = granted.Aggregate(session, (state, happened) => state.Evolve(happened));
            if (granted.Events.Count == 0 || granted.Any(happened => AnotherEachTime.Contains(happened.GetType()))) continue;
            var again = Wishes[wish](session);
            Assert.True(again.Events.Count == 0, $"{granted.Events[0].GetType().Name} happened twice.");
        }
    }));

    [Fact]
    public void What_is_promised_of_a_session_holds_at_every_moment() => Check.QuickThrowOnFailure(Prop.ForAll(Histories(), history =>
    {
        var session = Session.Initial;
        foreach (var wish in history)
        {
            foreach (var happened in Wishes[wish](session)) session = session.Evolve(happened);
            Assert.True(session.Candidates.Count(candidate => candidate.HasStarted) <= 1, "More in the test than may be.");
            Assert.All(session.Candidates.Where(candidate => candidate.HasStarted), candidate => Assert.NotNull(candidate.SignedIn));
            Assert.Equal(session.Candidates.Count, session.Candidates.DistinctBy(candidate => candidate.PersonalCode).Count());
            Assert.True(session.Finalised is null || session.Finalised.Tests.Count > 0, "Nobody took a test.");
            Assert.False(session.IsCancelled && session.Candidates.Exists(candidate => candidate.HasStarted));
            Assert.True(session.Published is null || session.IsFinalisationCompleted, "Published before it was judged.");
            Assert.True(
                session.Published is null || session.Published.Results.All(result => session.Deliberated.ContainsKey(result.Certification)),
                "Published before it was deliberated.");
        }
    }));

    [Fact]
    public void The_wishes_in_their_order_lead_to_a_publication() => Assert.NotNull(Wishes
        .Aggregate(Session.Initial, (session, wish) => wish(session).Aggregate(session, (state, happened) => state.Evolve(happened)))
        .FirstPublishedAt);

    [Fact]
    public void A_personal_code_says_its_session() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(10_000_000, 99_999_999).ToArbitrary(),
        number =>
        {
            var code = PersonalCode.Draws(new SessionId(number), Draw(number)).First();
            Assert.Equal((new SessionId(number), code), PersonalCode.Read(code));
        }));

    // Mostly in the order of a session's life, so that its end is reached; sometimes not.
    private static Arbitrary<int[]> Histories() => Gen.Choose(0, 3)
        .SelectMany(noise => Gen.Choose(0, Wishes.Length - 1).ArrayOf(Wishes.Length * noise)
            .Select(random => Enumerable.Range(0, Wishes.Length).SelectMany(wish => random.Skip(wish * noise).Take(noise).Append(wish)).ToArray()))
        .ToArbitrary();

    private static IEnumerable<JudgedTest> Scored(Session session) => session.Finalised is { } finalised
        ? finalised.Tests.Select(test => new JudgedTest(test.Certification) { Scoring = (7, "chain7") })
        : [];
}

using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Api.Tests.Http.Sessions;

/// <summary>A session with as many candidates as a test asks for, made of its own events; each has a test of one question.</summary>
internal sealed class SatSession(PixHost host, int number = 48_213_908)
{
    private static readonly DateTimeOffset Late = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly CertificationRules Rules = CertificationRules.Default(PixHost.Rules);
    private string _head = "";

    public SessionId Id { get; } = new(number);

    public string Address => $"/sessions/{Id}";

    public StreamName Stream => Streams.Session(Id);

    /// <summary>The token of the centre's head.</summary>
    public string Token => host.Token(_head, Roles.CentreHead);

    public async Task Open()
    {
        var centre = await host.Organisation(approved: true);
        _head = await host.Join(centre, MemberRole.CentreHead);
        var papers = new PersonId(Guid.NewGuid());
        await Happens(now => new SessionOpened(
            centre,
            papers,
            new SessionDetails("12 rue des Tilleuls", "Salle 204", new DateOnly(2026, 5, 19), new TimeOnly(14, 30)),
            new Personal<SessionTexts>(papers, new SessionTexts("Mme Brun", null)),
            "BDFK24",
            "H7KQ3",
            now));
    }

    /// <summary>Somebody who is there, joined, and may start.</summary>
    public async Task<CandidateId> Seat(LearnerId learner, string firstName)
    {
        var (candidate, person) = (new CandidateId(Guid.NewGuid()), new PersonId(Guid.NewGuid()));
        var identity = new CandidateIdentity(
            firstName, "Lefèvre", CandidateSex.F, new DateOnly(2011, 6, 23), new BirthPlace("FRANCE", "51454", null, null), null, null, null, null, 0);
        await Happens(
            now => new CandidateEnrolled(candidate, person, new Personal<CandidateIdentity>(person, identity), $"CODE{firstName}", null, now),
            now => new CandidateSignedIn(candidate, new MemberId(Guid.NewGuid()), IdentityDocument.School, now),
            now => new CandidateLinked(candidate, learner, JoiningWay.PersonalCode, now),
            now => new CandidateAuthorised(candidate, now));
        return candidate;
    }

    /// <summary>The candidate's test began; it is answered, and so ended, or not.</summary>
    public async Task<CertificationId> Begin(CandidateId candidate, bool answered)
    {
        var test = Streams.CertificationOf(Id, candidate);
        await Happens(now => new CandidateStarted(candidate, test, false, now));
        var example = StoredEventExamples.OfCertification().OfType<CertificationStarted>().First();
        await OfTest(test, (_, now) =>
        [
            example with { Certification = test, Session = Id, Candidate = candidate, Learner = new LearnerId(Guid.NewGuid()), Deadline = Late, At = now },
        ]);
        if (answered)
        {
            var answer = new SubmittedAnswer(example.Questions[0].Challenge.Id, "banque-marelle.example", 41, false);
            await OfTest(test, (state, now) => state.Answer(example.Sitting, answer, Rules, now));
        }

        return test;
    }

    public Task<Reply> Finalise(params CandidateId[] aborted) => host.Send(
        HttpMethod.Post,
        $"{Address}/finalisation",
        new { abortReasons = aborted.ToDictionary(candidate => candidate.ToString(), _ => "candidate") },
        Token);

    public Task<Reply> Authorise(CandidateId candidate) =>
        host.Send(HttpMethod.Post, $"{Address}/candidates/{candidate}/authorisation", null, Token);

    public async Task<Session> State() => (await host.Node.Aggregates.Sessions.Load(Stream, CancellationToken.None)).State;

    public async Task<IReadOnlyList<SessionEvent>> History() =>
        await host.Node.Aggregates.Sessions.History(Stream, CancellationToken.None).Select(recorded => recorded.Event).ToListAsync();

    public async Task<IReadOnlyList<CertificationEvent>> History(CertificationId test) =>
        await host.Node.Aggregates.Certifications.History(Streams.Certification(test), CancellationToken.None).Select(recorded => recorded.Event).ToListAsync();

    /// <summary>Writes under a command of its own, or under one that somebody is about to send.</summary>
    public async Task Happens(Command command, params Func<DateTimeOffset, SessionEvent>[] events)
    {
        var decided = await host.Node.Aggregates.Sessions.Decide(
            Stream, command, (_, now) => Decision.Of<SessionEvent>([.. events.Select(happened => happened(now))]), CancellationToken.None);
        if (decided.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }

    public Task Happens(params Func<DateTimeOffset, SessionEvent>[] events) => Happens(Fresh(), events);

    private async Task OfTest(CertificationId test, Func<Certification, DateTimeOffset, Decision<CertificationEvent>> decide)
    {
        var decided = await host.Node.Aggregates.Certifications.Decide(Streams.Certification(test), Fresh(), decide, CancellationToken.None);
        if (decided.Refusal is { } refusal) throw new InvalidOperationException(refusal.Sentence);
    }

    private static Command Fresh() => new(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
}

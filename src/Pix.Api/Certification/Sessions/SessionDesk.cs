using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What every use case about a session needs: its stream, what is sealed in it, and the tests that were started in it.</summary>
public sealed class SessionDesk(
    Aggregates<Session, SessionEvent> sessions,
    Aggregates<Certification, CertificationEvent> certifications,
    Aggregates<Organisation, OrganisationEvent> organisations,
    PersonalReader personal,
    CurrentCommand current,
    TimeProvider clock)
{
    /// <summary>The command that is handled.</summary>
    public Command Command => current.Value;

    /// <summary>Numbers below their argument, always the same for the command that is handled.</summary>
    public Func<int, int> Draw => DrawFor("session");

    /// <summary>The same for one of several things that a command draws for.</summary>
    public Func<int, int> DrawFor(string thing) => new Random((int)current.Value.SeedFor(thing)).Next;

    /// <summary>A personal value, or null when its person was erased.</summary>
    public T? Open<T>(Personal<T> value)
        where T : class => personal.Open(value).Value;

    /// <summary>The session as of now.</summary>
    public async ValueTask<LoadedStream<Session, SessionEvent>> Load(SessionId session, CancellationToken cancel) =>
        await sessions.Load(Streams.Session(session), cancel);

    /// <summary>Decides the command on a session.</summary>
    public Task<Decided<Session, SessionEvent>> Decide(
        SessionId session,
        Func<Session, DateTimeOffset, Decision<SessionEvent>> decide,
        CancellationToken cancel) =>
        sessions.Decide(Streams.Session(session), current.Value, decide, cancel);

    /// <summary>Decides the command on a session, and has nothing to say.</summary>
    public async Task<Outcome<Nothing>> Do(
        SessionId session,
        Func<Session, DateTimeOffset, Decision<SessionEvent>> decide,
        CancellationToken cancel) =>
        (await Decide(session, decide, cancel)).ToOutcome();

    /// <summary>Whether an organisation may hold sessions.</summary>
    public async ValueTask<bool> IsApproved(OrganisationId centre, CancellationToken cancel) => (await Centre(centre, cancel)).IsCentre;

    /// <summary>The organisation that holds sessions.</summary>
    public async ValueTask<Organisation> Centre(OrganisationId centre, CancellationToken cancel) =>
        (await organisations.Load(Streams.Organisation(centre), cancel)).State;

    /// <summary>The tests that began in a session, by candidate.</summary>
    public async Task<IReadOnlyDictionary<CandidateId, LoadedStream<Certification, CertificationEvent>>> Tests(Session session, CancellationToken cancel)
    {
        var tests = new Dictionary<CandidateId, LoadedStream<Certification, CertificationEvent>>();
        foreach (var candidate in session.Candidates)
        {
            if (candidate.Certification is not { } certification) continue;
            var loaded = await certifications.Load(Streams.Certification(certification), cancel);
            if (loaded.State.Started is not null) tests.Add(candidate.Id, loaded);
        }

        return tests;
    }

    /// <summary>The candidates whose test is over.</summary>
    public async Task<IReadOnlySet<CandidateId>> Ended(SessionId session, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var tests = await Tests((await Load(session, cancel)).State, cancel);
        return tests.Where(test => test.Value.State.EndAt(now) is not null).Select(test => test.Key).ToHashSet();
    }
}

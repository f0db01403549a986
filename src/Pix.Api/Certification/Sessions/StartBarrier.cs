using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The tests of a session that began, and the attempts that cannot begin one any more, each by its ordinal.</summary>
public sealed record KnownTests(IReadOnlyDictionary<CandidateId, TestAtHand> Begun, IReadOnlyDictionary<CandidateId, int> Barred)
{
    /// <summary>As the session stands: whose latest attempt is neither begun nor barred is not among them.</summary>
    public IReadOnlyDictionary<CandidateId, TestAtHand> AtHand(Session session) => Begun
        .Concat(session.Candidates
            .Where(candidate => Barred.TryGetValue(candidate.Id, out var attempt) && attempt == candidate.Attempts)
            .Select(candidate => KeyValuePair.Create(candidate.Id, TestAtHand.Barred)))
        .ToDictionary();
}

/// <summary>
/// A start is two appends: the session lets it through, then the test begins. Between the two, nobody can tell whether it will. Who closes the
/// session bars such attempts in the test's own stream, which decides which came first.
/// </summary>
public sealed class StartBarrier(SessionDesk desk, Aggregates<Certification, CertificationEvent> certifications, TimeProvider clock)
{
    /// <summary>
    /// Every test that began. The attempts that began none are barred, if <paramref name="isGranted"/> says that the session would be closed with
    /// all of them barred: nobody is kept from their test for a wish that is refused anyway.
    /// </summary>
    public async Task<KnownTests> Known(
        SessionId id,
        Func<Session, IReadOnlyDictionary<CandidateId, TestAtHand>, bool> isGranted,
        CancellationToken cancel)
    {
        var session = (await desk.Load(id, cancel)).State;
        var now = clock.GetUtcNow();
        var begun = (await desk.Tests(session, cancel)).ToDictionary(test => test.Key, test => AtHand(test.Value.State, now));
        var waiting = session.Candidates
            .Where(candidate => candidate.HasStarted && !begun.ContainsKey(candidate.Id))
            .ToDictionary(candidate => candidate.Id, candidate => candidate.Attempts);
        if (!isGranted(session, new KnownTests(begun, waiting).AtHand(session))) return new KnownTests(begun, new Dictionary<CandidateId, int>());

        var barred = new Dictionary<CandidateId, int>();
        foreach (var (candidate, attempt) in waiting)
        {
            var test = await Bar(Streams.CertificationOf(id, candidate), attempt, cancel);
            if (test.Started is null) barred.Add(candidate, attempt);
            else begun.Add(candidate, AtHand(test, now));
        }

        return new KnownTests(begun, barred);
    }

    private async Task<Certification> Bar(CertificationId test, int attempt, CancellationToken cancel)
    {
        var command = desk.Command with { Id = desk.Command.IdFor($"bar {test} {attempt}") };
        var decided = await certifications.Decide(Streams.Certification(test), command, (state, now) => state.BarStart(attempt, now), cancel);
        return decided.After;
    }

    private static TestAtHand AtHand(Certification test, DateTimeOffset now) =>
        test.NeedsAbortReason(now) ? TestAtHand.Unfinished : TestAtHand.Finished;
}

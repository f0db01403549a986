using Pix.Domain;

namespace Pix.Api;

/// <summary>What the streams of a session's tests say to its jury: scored where, contested, decided.</summary>
public sealed class JudgedTests(SessionDesk desk, CertificationEvidence evidence)
{
    /// <summary>Every test that was handed in with the session, as it stands.</summary>
    public async Task<IReadOnlyList<JudgedTest>> Of(SessionId session, CancellationToken cancel)
    {
        var state = (await desk.Load(session, cancel)).State;
        var tests = await desk.Tests(state, cancel);
        var judged = new List<JudgedTest>();
        foreach (var test in tests.Values.Select(loaded => loaded.State))
        {
            var id = test.Started!.Certification;
            var scoring = await evidence.LatestScoring(id, cancel);
            judged.Add(new JudgedTest(id)
            {
                Scoring = scoring is null ? null : (scoring.Revision, scoring.Chain),
                IsInError = test.Status == CertificationStatus.Error,
                IsContested = test.IsContested,
                IsDecided = test.IsDecided,
            });
        }

        return judged;
    }
}

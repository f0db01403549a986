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
            judged.Add(Of(test, await evidence.LatestScoring(test.Started!.Certification, cancel)));

        return judged;
    }

    /// <summary>A test that began, and where its latest scoring stands, if it has one.</summary>
    public static JudgedTest Of(Certification test, StreamEvidence? scoring) => new(test.Started!.Certification)
    {
        Scoring = scoring is null ? null : (scoring.Revision, scoring.Chain),
        IsInError = test.Status == CertificationStatus.Error,
        IsContested = test.IsContested,
        IsDecided = test.IsDecided,
    };
}

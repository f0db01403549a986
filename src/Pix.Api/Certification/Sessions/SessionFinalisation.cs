using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Process <c>session-finalisation</c>: every test that was handed in is ended, then the automatic jury judges and scores each, then the
/// session is told (Rules 11.22, 11.23). What the intention lists is all that it looks at.
/// </summary>
public sealed class SessionFinalisation(
    Aggregates<Session, SessionEvent> sessions,
    Aggregates<Certification, CertificationEvent> certifications) : IProcess
{
    private const string OnlyOne = "finalisation";

    /// <summary>A session has one.</summary>
    public static ProcessDefinition Process { get; } = new ProcessDefinition("session-finalisation", 1)
        .OpenedBy<SessionFinalised>(_ => OnlyOne)
        .ClosedBy<FinalisationCompleted>(_ => OnlyOne);

    /// <inheritdoc />
    public ProcessDefinition Definition => Process;

    /// <inheritdoc />
    public async Task Advance(Intention intention, CancellationToken cancel)
    {
        var finalised = (await sessions.Reread(intention.Stream, cancel)).Finalised!;

        // All are ended before any is judged: nobody answers on while others are judged already.
        foreach (var test in finalised.Tests)
            await Decide(intention, test, "end", (state, now) => state.End(CertificationEnd.Finalisation, now), cancel);
        foreach (var test in finalised.Tests)
            await Decide(intention, test, "judge", (state, now) => state.Judge(finalised.Finalisation, test.Abort, test.Issues, now), cancel);
        ProcessStepException.OrThrow(
            await sessions.Decide(intention.Stream, intention.Step("completed"), (session, now) => session.CompleteFinalisation(now), cancel));
    }

    private async Task Decide(
        Intention intention,
        FinalisedTest test,
        string step,
        Func<Certification, DateTimeOffset, Decision<CertificationEvent>> decide,
        CancellationToken cancel) =>
        ProcessStepException.OrThrow(await certifications.Decide(
            Streams.Certification(test.Certification), intention.Step($"{step} {test.Certification}"), decide, cancel));
}

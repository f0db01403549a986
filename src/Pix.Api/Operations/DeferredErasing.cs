using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Process <c>deferred-erasure</c>: who asked to be forgotten while a jury still had to deliberate is forgotten once it has. It looks again
/// whenever a jury decides anything: it cannot name the streams that it waits for.
/// </summary>
internal sealed class DeferredErasing(
    NodeAggregates aggregates,
    IEventStore store,
    ReadModels readModels,
    PersonErasing erasing,
    Erasures erasures,
    SemaphoreSlim gate) : IProcess
{
    private const string OnlyOne = "erasure";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>A person waits once.</summary>
    public static ProcessDefinition Process { get; } = new ProcessDefinition("deferred-erasure", 1)
        .OpenedBy<ErasureDeferred>(_ => OnlyOne)
        .WokenAnywhereBy<JuryDecisionRecorded>()
        .WokenAnywhereBy<DeliberationHeld>()
        .ClosedBy<DeferredErasureCompleted>(_ => OnlyOne);

    /// <inheritdoc />
    public ProcessDefinition Definition => Process;

    /// <inheritdoc />
    public async Task Advance(Intention intention, CancellationToken cancel)
    {
        if (!Streams.IsErasure(intention.Stream, out var id)) return;
        if (!await readModels.WaitUntil(PeopleReader.ReadModel, await store.Head(cancel), LongestWait, cancel))
            throw new TimeoutException($"The read model '{PeopleReader.ReadModel}' has not caught up.");
        if (new PeopleReader(readModels).Find(id) is not { } person) throw new InvalidOperationException($"Nothing speaks of person {id}.");

        var circle = await erasing.CircleOf(person, cancel);
        var situation = await erasing.SituationOf(circle, cancel);
        if (situation.Awaited.Count > 0) return;
        var done = await Erase(intention, circle, situation, cancel);
        ProcessStepException.OrThrow(await aggregates.DeferredErasures.Decide(
            intention.Stream,
            intention.Step("completed"),
            (erasure, now) => erasure.Complete([.. done.Streams.Select(stream => stream.Value)], now),
            cancel));
    }

    // As the verb does: no backup copies the log and then the keys while a key goes.
    private async Task<ErasureDone> Erase(Intention intention, PersonCircle circle, ErasureSituation situation, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            var done = await erasing.Erase(circle, situation.Settled, what => intention.Step($"erase in {what}"), cancel);
            await erasures.WaitUntil(done.Last, cancel);
            return done;
        }
        finally
        {
            gate.Release();
        }
    }
}

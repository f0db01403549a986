using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Pix.EventStore.Tests;

/// <summary>A log that remembers what it was asked, and whose appends a test may disturb.</summary>
internal sealed class WatchedStore(IEventStore inner) : IEventStore
{
    public bool IsShared { get; init; }

    public long PositionsPerEvent => inner.PositionsPerEvent;

    /// <summary>The revisions from which streams were read.</summary>
    public ConcurrentQueue<Revision> Reads { get; } = new();

    public ConcurrentQueue<IReadOnlyList<NewRecord>> Appends { get; } = new();

    /// <summary>Runs an append; a test replaces it to lose an answer.</summary>
    public Func<Func<Task<AppendResult>>, Task<AppendResult>> OnAppend { get; set; } = append => append();

    /// <summary>Runs between the last record of a read and its end; a test replaces it to hold the reader up.</summary>
    public Func<Task> OnReadEnd { get; set; } = () => Task.CompletedTask;

    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel)
    {
        Appends.Enqueue(records);
        return OnAppend(() => inner.Append(stream, expected, records, cancel));
    }

    public async IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, [EnumeratorCancellation] CancellationToken cancel)
    {
        Reads.Enqueue(from);
        await foreach (var record in inner.ReadStream(stream, from, cancel)) yield return record;
        await OnReadEnd();
    }

    public IAsyncEnumerable<RecordPage> ReadAll(Position after, CancellationToken cancel) => inner.ReadAll(after, cancel);

    public IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel) => inner.Subscribe(after, cancel);

    public Task<Position> Head(CancellationToken cancel) => inner.Head(cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Collections.Concurrent;

namespace Pix.EventStore.Tests;

/// <summary>A log that remembers what it was asked, and whose appends a test may disturb.</summary>
internal sealed class WatchedStore(IEventStore inner) : IEventStore
{
    /// <summary>The revisions from which streams were read.</summary>
    public ConcurrentQueue<Revision> Reads { get; } = new();

    public ConcurrentQueue<IReadOnlyList<NewRecord>> Appends { get; } = new();

    /// <summary>Runs an append; a test replaces it to lose an answer.</summary>
    public Func<Func<Task<AppendResult>>, Task<AppendResult>> OnAppend { get; set; } = append => append();

    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel)
    {
        Appends.Enqueue(records);
        return OnAppend(() => inner.Append(stream, expected, records, cancel));
    }

    public IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, CancellationToken cancel)
    {
        Reads.Enqueue(from);
        return inner.ReadStream(stream, from, cancel);
    }

    public IAsyncEnumerable<RecordPage> ReadAll(Position after, CancellationToken cancel) => inner.ReadAll(after, cancel);

    public IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel) => inner.Subscribe(after, cancel);

    public Task<Position> Head(CancellationToken cancel) => inner.Head(cancel);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

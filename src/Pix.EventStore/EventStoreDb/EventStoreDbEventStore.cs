namespace Pix.EventStore;

/// <summary>The log on an EventStoreDB server or cluster.</summary>
public sealed class EventStoreDbEventStore : IEventStore
{
    private EventStoreDbEventStore()
    {
    }

    /// <summary>Opens the log. Nothing is sent before it is used.</summary>
    public static EventStoreDbEventStore Open(EventStoreDbConnection connection, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(clock);
        return new EventStoreDbEventStore();
    }

    /// <inheritdoc />
    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel) =>
        throw new NotSupportedException();

    /// <inheritdoc />
    public IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public IAsyncEnumerable<RecordPage> ReadAll(Position after, CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public Task<Position> Head(CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

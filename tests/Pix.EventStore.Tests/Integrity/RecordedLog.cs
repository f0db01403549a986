namespace Pix.EventStore.Tests;

/// <summary>A log to read that holds these records, whatever was done to them.</summary>
internal sealed class RecordedLog(IReadOnlyList<Record> records) : IEventStore
{
    public bool IsShared => false;

    public long PositionsPerEvent => 1;

    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> added, CancellationToken cancel) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, CancellationToken cancel) =>
        records.Where(record => record.Stream == stream && record.Revision.Value >= from.Value).ToAsyncEnumerable();

    public IAsyncEnumerable<RecordPage> ReadAll(Position after, CancellationToken cancel) =>
        new[] { new RecordPage(records, records[^1].Position, CaughtUp: true) }.ToAsyncEnumerable();

    public IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Position> Head(CancellationToken cancel) => Task.FromResult(records[^1].Position);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

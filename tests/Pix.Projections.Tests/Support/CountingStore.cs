using System.Runtime.CompilerServices;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>A log that counts what is read of it, can hold a scan up, and can be unreachable for a while.</summary>
internal sealed class CountingStore(Func<IEventStore> store) : IEventStore
{
    private Func<RecordPage, Task> _beforePage = _ => Task.CompletedTask;
    private TaskCompletionSource _release = new();
    private int _failures;

    public bool IsShared => false;

    public long PositionsPerEvent => 1;

    /// <summary>Positions handed out, in order.</summary>
    public List<Position> Read { get; } = [];

    /// <summary>Scans of the past that began.</summary>
    public int Scans { get; private set; }

    /// <summary>Holds scans up after a position, until released; ends when one has come that far.</summary>
    public Task HoldScans(int after)
    {
        var reached = new TaskCompletionSource();
        _release = new TaskCompletionSource();
        _beforePage = page =>
        {
            if (page.Records.Count == 0 || page.Records[0].Position.Value <= after) return Task.CompletedTask;
            reached.TrySetResult();
            return _release.Task;
        };
        return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public void ReleaseScans()
    {
        _beforePage = _ => Task.CompletedTask;
        _release.SetResult();
    }

    public void FailNext(int times) => _failures = times;

    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel) =>
        store().Append(stream, expected, records, cancel);

    public IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, CancellationToken cancel) => store().ReadStream(stream, from, cancel);

    public async IAsyncEnumerable<RecordPage> ReadAll(Position after, [EnumeratorCancellation] CancellationToken cancel)
    {
        Scans++;
        await foreach (var page in Counted(store().ReadAll(after, cancel)))
        {
            foreach (var small in Split(page))
            {
                await _beforePage(small).WaitAsync(cancel);
                yield return small;
            }
        }
    }

    public IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel) => Counted(store().Subscribe(after, cancel));

    public Task<Position> Head(CancellationToken cancel) => store().Head(cancel);

    public ValueTask DisposeAsync() => store().DisposeAsync();

    private const int SmallPage = 7;

    // Small pages, so that a test can stop in the middle of a short log.
    private static IEnumerable<RecordPage> Split(RecordPage page)
    {
        if (page.Records.Count <= SmallPage) return [page];
        var chunks = page.Records.Chunk(SmallPage).ToList();
        return chunks.Select((chunk, index) => new RecordPage(chunk, chunk[^1].Position, page.CaughtUp && index == chunks.Count - 1));
    }

    private async IAsyncEnumerable<RecordPage> Counted(IAsyncEnumerable<RecordPage> pages)
    {
        if (Interlocked.Decrement(ref _failures) >= 0) throw new LogUnavailableException("log_unreachable", "The test cut the log off.");
        await foreach (var page in pages)
        {
            lock (Read) Read.AddRange(page.Records.Select(record => record.Position));
            yield return page;
        }
    }
}

using System.Runtime.CompilerServices;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>A log that counts what is read of it, can hold a scan up, and can be unreachable for a while.</summary>
internal sealed class CountingStore(IEventStore store) : IEventStore
{
    private int _failures;

    /// <summary>Positions handed out, in order.</summary>
    public List<Position> Read { get; } = [];

    /// <summary>Scans of the past that began.</summary>
    public int Scans { get; private set; }

    /// <summary>What each page of a scan waits for before it is handed out.</summary>
    public Func<RecordPage, Task> BeforeScanPage { get; set; } = _ => Task.CompletedTask;

    public void FailNext(int times) => _failures = times;

    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel) =>
        store.Append(stream, expected, records, cancel);

    public IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, CancellationToken cancel) => store.ReadStream(stream, from, cancel);

    public async IAsyncEnumerable<RecordPage> ReadAll(Position after, [EnumeratorCancellation] CancellationToken cancel)
    {
        Scans++;
        await foreach (var page in Counted(store.ReadAll(after, cancel)))
        {
            foreach (var small in Split(page))
            {
                await BeforeScanPage(small).WaitAsync(cancel);
                yield return small;
            }
        }
    }

    public IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel) => Counted(store.Subscribe(after, cancel));

    public Task<Position> Head(CancellationToken cancel) => store.Head(cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();

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

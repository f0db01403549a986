using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

/// <summary>
/// What every engine promises. A subclass says how its log is opened: empty, or one that others write to, of which a test sees what comes
/// after its beginning.
/// </summary>
public abstract partial class EventStoreContract(string engine, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _run = Guid.NewGuid().ToString("N");
    private Position? _beginning;

    /// <summary>The log's head when the test first opened it.</summary>
    private Position Beginning => _beginning ?? throw new InvalidOperationException("The log was not opened yet.");

    /// <summary>Opens the test's log, and the same when it is opened again.</summary>
    protected abstract Task<IEventStore> Open();

    private async Task<IEventStore> OpenLog()
    {
        output.WriteLine($"on {engine}");
        var log = await Open();
        _beginning ??= await log.Head(CancellationToken.None);
        return log;
    }

    // Streams are this run's own, wherever it runs.
    private StreamName Stream(string id) => new($"learner-{_run}-{id}");

    private static NewRecord Record(string text = "{}") =>
        new(Guid.NewGuid(), "SomethingHappened.v1", System.Text.Encoding.UTF8.GetBytes(text), "{\"actor\":\"someone\"}"u8.ToArray());

    private static NewRecord[] Records(int count) => [.. Enumerable.Range(0, count).Select(index => Record($"{{\"index\":{index}}}"))];

    private static async Task<AppendResult.Appended> AppendNow(IEventStore log, StreamName stream, Revision expected, params NewRecord[] records) =>
        Assert.IsType<AppendResult.Appended>(await log.Append(stream, expected, records, CancellationToken.None));

    private static async Task<List<Record>> StreamOf(IEventStore log, StreamName stream, Revision from)
    {
        var records = new List<Record>();
        await foreach (var record in log.ReadStream(stream, from, CancellationToken.None)) records.Add(record);
        return records;
    }

    private static async Task<List<RecordPage>> PagesOf(IEventStore log, Position after)
    {
        var pages = new List<RecordPage>();
        await foreach (var page in log.ReadAll(after, CancellationToken.None)) pages.Add(page);
        return pages;
    }

    private static async Task<List<Record>> AllOf(IEventStore log, Position after) =>
        [.. (await PagesOf(log, after)).SelectMany(page => page.Records)];

    private static void AssertSame(IEnumerable<NewRecord> expected, IReadOnlyCollection<Record> actual)
    {
        Assert.Equal(expected.Select(record => record.Id), actual.Select(record => record.Id));
        foreach (var (wanted, stored) in expected.Zip(actual))
        {
            Assert.Equal(wanted.Type, stored.Type);
            Assert.Equal(wanted.Data.ToArray(), stored.Data.ToArray());
            Assert.Equal(wanted.Metadata.ToArray(), stored.Metadata.ToArray());
        }
    }

    private static void AssertNoGap(IEnumerable<Record> records)
    {
        foreach (var stream in records.GroupBy(record => record.Stream))
            Assert.Equal(Enumerable.Range(0, stream.Count()).Select(index => (long)index), stream.Select(record => record.Revision.Value));
    }

    private static void AssertInOrder(IReadOnlyList<Record> records) =>
        Assert.All(records.Zip(records.Skip(1)), pair => Assert.True(pair.First.Position < pair.Second.Position));
}

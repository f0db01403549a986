using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

/// <summary>What every engine promises. A subclass says how its log is opened; each test gets an empty log.</summary>
public abstract partial class EventStoreContract(string engine, ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Opens the test's log: empty the first time, and with what it holds when it is opened again.</summary>
    protected abstract Task<IEventStore> Open();

    private Task<IEventStore> OpenLog()
    {
        output.WriteLine($"on {engine}");
        return Open();
    }

    private static StreamName Stream(string id) => new($"learner-{id}");

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

using Pix.Testing;

namespace Pix.EventStore.Tests;

/// <summary>A log in a folder of its own, and words for it.</summary>
public abstract class SqliteTestBase : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected string LogFile => PathOf("events.db");

    protected static StreamName Learner { get; } = new("learner-a");

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _folder.Dispose();

    protected string PathOf(string name) => _folder.File(name);

    protected SqliteEventStore OpenLog() => SqliteEventStore.Open(LogFile, SqliteEventStoreOptions.Default);

    protected static NewRecord Record(int bytes = 100) => new(Guid.NewGuid(), "SomethingHappened.v1", new byte[bytes], new byte[20]);

    protected static Task<AppendResult> Append(IEventStore log, StreamName stream, Revision expected, params NewRecord[] records) =>
        log.Append(stream, expected, records, CancellationToken.None);

    /// <summary>One by one, from the stream's beginning.</summary>
    protected static async Task Fill(IEventStore log, StreamName stream, int count)
    {
        for (var index = 0; index < count; index++)
            Xunit.Assert.IsType<AppendResult.Appended>(await Append(log, stream, new Revision(index - 1), Record()));
    }

    protected static async Task<List<Record>> ReadEverything(IEventStore log)
    {
        var records = new List<Record>();
        await foreach (var page in log.ReadAll(Position.Start, CancellationToken.None)) records.AddRange(page.Records);
        return records;
    }

    /// <summary>Positions 1, 2, 3…, and in each stream revisions 0, 1, 2….</summary>
    protected static void AssertNoGap(IReadOnlyList<Record> records)
    {
        Xunit.Assert.Equal(Enumerable.Range(1, records.Count).Select(index => (long)index), records.Select(record => record.Position.Value));
        foreach (var stream in records.GroupBy(record => record.Stream))
        {
            Xunit.Assert.Equal(
                Enumerable.Range(0, stream.Count()).Select(index => (long)index), stream.Select(record => record.Revision.Value));
        }
    }
}

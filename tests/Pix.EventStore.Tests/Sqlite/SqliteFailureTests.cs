using Xunit;

namespace Pix.EventStore.Tests;

public sealed class SqliteFailureTests : SqliteTestBase
{
    [Fact]
    public async Task A_full_disk_refuses_appends_half_writes_nothing_and_reads_go_on()
    {
        var large = new List<NewRecord>();
        await using (var log = SqliteEventStore.Open(LogFile, SqliteEventStoreOptions.Default with { MaximumBytes = 2_000_000 }))
        {
            LogUnavailableException? full = null;
            while (full is null)
            {
                large.Add(Record(300_000));
                full = await Failure(Append(log, Learner, new Revision(large.Count - 2), large[^1]));
            }

            Assert.Equal("log_full", full.Code);
            Assert.InRange(large.Count, 4, 7);
            AssertNoGap(await ReadEverything(log));
            Assert.Equal(new Position(large.Count - 1), await log.Head(CancellationToken.None));
            Assert.Equal("log_full", (await Failure(Append(log, Learner, new Revision(large.Count - 2), large[^1])))?.Code);
            Assert.IsType<AppendResult.Appended>(await Append(log, Learner, new Revision(large.Count - 2), Record()));
        }

        await using var roomy = OpenLog();
        Assert.IsType<AppendResult.Appended>(await Append(roomy, Learner, new Revision(large.Count - 1), large[^1]));
        var all = await ReadEverything(roomy);
        AssertNoGap(all);
        Assert.Equal(large.Count + 1, all.Count);
    }

    [Fact]
    public async Task A_failed_commit_acknowledges_nothing_of_its_group_and_the_next_one_is_served()
    {
        await using var log = SqliteEventStore.Open(LogFile, SqliteEventStoreOptions.Default with { BusyTimeout = TimeSpan.FromMilliseconds(20) });
        await Fill(log, Learner, 3);
        using (var other = SqliteConnectionHandle.Open(LogFile, TimeSpan.Zero))
        {
            other.Execute("BEGIN IMMEDIATE");
            var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(index =>
                Failure(Append(log, new StreamName($"learner-{index}"), Revision.None, Record()))));
            Assert.All(failures, failure => Assert.Equal("log_busy", failure?.Code));
            Assert.Equal(3, (await ReadEverything(log)).Count);
            other.Execute("ROLLBACK");
        }

        Assert.Equal(new AppendResult.Appended(new Revision(3), new Position(4)), await Append(log, Learner, new Revision(2), Record()));
        AssertNoGap(await ReadEverything(log));
    }

    [Fact]
    public async Task A_second_writer_overwrites_nothing()
    {
        await using var first = OpenLog();
        await using var second = OpenLog();
        await Fill(first, Learner, 5);
        var other = new StreamName("learner-b");
        Assert.Equal("log_busy", (await Failure(Append(second, other, Revision.None, Record())))?.Code);
        Assert.Equal(new AppendResult.Appended(Revision.First, new Position(6)), await Append(second, other, Revision.None, Record()));
        AssertNoGap(await ReadEverything(first));
    }

    [Fact]
    public async Task An_append_that_throws_while_it_is_written_leaves_no_trace()
    {
        await using var log = OpenLog();
        await Fill(log, Learner, 1);
        var throws = new RecordsThatThrow(Environment.CurrentManagedThreadId, Record());
        await Assert.ThrowsAsync<InvalidDataException>(
            () => log.Append(new StreamName("learner-b"), Revision.None, throws, CancellationToken.None));
        Assert.Equal(new AppendResult.Appended(Revision.First, new Position(2)), await Append(log, new StreamName("learner-b"), Revision.None, Record()));
        AssertNoGap(await ReadEverything(log));
    }

    private static async Task<LogUnavailableException?> Failure(Task<AppendResult> append)
    {
        try
        {
            await append;
            return null;
        }
        catch (LogUnavailableException failure)
        {
            return failure;
        }
    }

    /// <summary>Two records, of which the writer cannot get the second.</summary>
    private sealed class RecordsThatThrow(int caller, NewRecord record) : IReadOnlyList<NewRecord>
    {
        public int Count => 2;

        public NewRecord this[int index] =>
            index == 1 && Environment.CurrentManagedThreadId != caller ? throw new InvalidDataException() : record;

        public IEnumerator<NewRecord> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

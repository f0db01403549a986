using Xunit;

namespace Pix.EventStore.Tests;

public sealed class SqliteGroupCommitTests : SqliteTestBase
{
    [Fact]
    public async Task Positions_have_no_gap_also_after_conflicts_and_retries()
    {
        await using var log = OpenLog();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var stream = new StreamName($"learner-{writer % 4}");
            for (var index = 0; index < 100; index++)
            {
                NewRecord[] records = [Record(), Record()];
                await Append(log, stream, new Revision((2 * index) - 1), records);
                await Append(log, stream, new Revision((2 * index) - 1), records);
            }
        })));
        var all = await ReadEverything(log);
        Assert.Equal(4 * 100 * 2, all.Count);
        AssertNoGap(all);
    }

    [Fact]
    public async Task A_conflict_in_a_group_touches_only_its_own_append()
    {
        await using var log = OpenLog();
        using var first = new GatedRecords(Record());
        var gated = log.Append(Learner, Revision.None, first, CancellationToken.None);
        await first.Reached;
        var retried = Record();
        var wins = Append(log, Learner, Revision.First, retried);
        var loses = Append(log, Learner, Revision.First, Record());
        var retries = Append(log, Learner, Revision.First, retried);
        var elsewhere = Append(log, new StreamName("learner-b"), Revision.None, Record());
        first.Open();
        Assert.Equal(new AppendResult.Appended(Revision.First, new Position(1)), await gated);
        Assert.Equal(new AppendResult.Appended(new Revision(1), new Position(2)), await wins);
        Assert.Equal(new AppendResult.Conflict(new Revision(1)), await loses);
        Assert.Equal(await wins, await retries);
        Assert.Equal(new AppendResult.Appended(Revision.First, new Position(3)), await elsewhere);
        AssertNoGap(await ReadEverything(log));
    }

    [Fact]
    public async Task What_is_cancelled_in_the_queue_is_not_written_and_what_is_taken_is()
    {
        await using var log = OpenLog();
        using var cancel = new CancellationTokenSource();
        using var taken = new GatedRecords(Record());
        var written = log.Append(Learner, Revision.None, taken, cancel.Token);
        await taken.Reached;
        var cancelled = log.Append(Learner, Revision.First, [Record()], cancel.Token);
        var follows = Append(log, Learner, Revision.First, Record());
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        taken.Open();
        Assert.IsType<AppendResult.Appended>(await written);
        Assert.IsType<AppendResult.Appended>(await follows);
        Assert.Equal(2, (await ReadEverything(log)).Count);
    }

    [Fact]
    public async Task Closing_writes_what_is_queued()
    {
        const int Queued = 600;
        var log = OpenLog();
        using var first = new GatedRecords(Record());
        var gated = log.Append(Learner, Revision.None, first, CancellationToken.None);
        await first.Reached;
        var queued = Enumerable.Range(0, Queued).Select(index => Append(log, Learner, new Revision(index), Record())).ToArray();
        var closing = log.DisposeAsync();
        first.Open();
        await closing;
        Assert.All(await Task.WhenAll([gated, .. queued]), result => Assert.IsType<AppendResult.Appended>(result));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Append(log, Learner, Revision.None, Record()));
        await using var again = OpenLog();
        Assert.Equal(Queued + 1, (await ReadEverything(again)).Count);
    }

    [Fact]
    public async Task Closing_ends_subscriptions()
    {
        var log = OpenLog();
        await using var pages = log.Subscribe(Position.Start, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());
        var next = pages.MoveNextAsync();
        await log.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => next.AsTask());
    }
}

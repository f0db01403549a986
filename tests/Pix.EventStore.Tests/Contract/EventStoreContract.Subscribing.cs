using Xunit;

namespace Pix.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [ContractFact]
    public async Task A_subscription_goes_from_the_past_to_what_comes_without_gap_or_repeat()
    {
        await using var log = await OpenLog();
        const int Past = 500;
        const int Writers = 16;
        const int Each = 100;
        await AppendNow(log, Stream("past"), Revision.None, Records(Past));
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var index = 0; index < Each; index++) await AppendNow(log, Stream($"{writer}"), new Revision(index - 1), Record());
        })));
        var (seen, caughtUp) = await SubscribeUntil(log, Beginning, Past + (Writers * Each));
        await writing;
        Assert.True(caughtUp);
        AssertInOrder(seen);
        AssertNoGap(seen);
        Assert.Equal((await AllOf(log, Beginning)).Select(record => record.Id), seen.Select(record => record.Id));
    }

    [ContractFact]
    public async Task A_subscription_that_is_resumed_anywhere_sees_the_rest_exactly_once()
    {
        await using var log = await OpenLog();
        for (var index = 0; index < 40; index++) await AppendNow(log, Stream($"{index % 4}"), new Revision((index / 4) - 1), Record());
        var all = await AllOf(log, Beginning);
        for (var seenBefore = 0; seenBefore < all.Count; seenBefore++)
        {
            var after = seenBefore == 0 ? Beginning : all[seenBefore - 1].Position;
            var (seen, _) = await SubscribeUntil(log, after, all.Count - seenBefore);
            Assert.Equal(all.Skip(seenBefore).Select(record => record.Id), seen.Select(record => record.Id));
        }
    }

    [ContractFact]
    public async Task A_subscription_says_when_it_has_caught_up_and_then_shows_each_append()
    {
        await using var log = await OpenLog();
        using var patience = new CancellationTokenSource(Patience);
        await using var pages = log.Subscribe(Beginning, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await pages.MoveNextAsync());
        Assert.True(pages.Current.CaughtUp);
        Assert.Empty(pages.Current.Records);
        for (var index = 0; index < 20; index++)
        {
            var next = pages.MoveNextAsync();
            var appended = await AppendNow(log, Stream("a"), new Revision(index - 1), Record());
            Assert.True(await next);
            Assert.Equal(appended.Position, Assert.Single(pages.Current.Records).Position);
            Assert.Equal(appended.Position, pages.Current.Last);
        }
    }

    [ContractFact]
    public async Task A_slow_subscriber_holds_nobody_up_and_misses_nothing()
    {
        await using var log = await OpenLog();
        using var patience = new CancellationTokenSource(Patience);
        await using var pages = log.Subscribe(Beginning, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await pages.MoveNextAsync());
        var written = Records(1200);
        for (var index = 0; index < 12; index++)
            await AppendNow(log, Stream("a"), new Revision((index * 100) - 1), written[(index * 100)..((index + 1) * 100)]);
        var seen = new List<Record>();
        while (seen.Count < written.Length && await pages.MoveNextAsync()) seen.AddRange(pages.Current.Records);
        AssertSame(written, seen);
    }

    [ContractFact]
    public async Task Cancelling_ends_a_subscription_that_waits()
    {
        await using var log = await OpenLog();
        using var cancel = new CancellationTokenSource(Patience);
        var caughtUp = new TaskCompletionSource();
        var subscription = Task.Run(async () =>
        {
            await foreach (var page in log.Subscribe(Beginning, cancel.Token)) caughtUp.TrySetResult();
        });
        await caughtUp.Task;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => subscription);
        await AppendNow(log, Stream("a"), Revision.None, Record());
    }

    [ContractFact]
    public async Task Many_subscriptions_see_the_same()
    {
        await using var log = await OpenLog();
        const int Count = 200;
        var subscriptions = Enumerable.Range(0, 8).Select(_ => Task.Run(() => SubscribeUntil(log, Beginning, Count))).ToArray();
        for (var index = 0; index < Count; index++) await AppendNow(log, Stream("a"), new Revision(index - 1), Record());
        var all = await AllOf(log, Beginning);
        foreach (var (seen, _) in await Task.WhenAll(subscriptions))
            Assert.Equal(all.Select(record => record.Id), seen.Select(record => record.Id));
    }

    private static async Task<(List<Record> Seen, bool CaughtUp)> SubscribeUntil(IEventStore log, Position after, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<Record>();
        var caughtUp = false;
        await foreach (var page in log.Subscribe(after, patience.Token))
        {
            seen.AddRange(page.Records);
            caughtUp |= page.CaughtUp;
            if (seen.Count >= count && caughtUp) break;
        }

        return (seen, caughtUp);
    }
}

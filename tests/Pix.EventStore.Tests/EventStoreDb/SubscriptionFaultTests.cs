using Xunit;

namespace Pix.EventStore.Tests;

public sealed class SubscriptionFaultTests : EventStoreDbTestBase
{
    [Fact]
    public async Task A_subscription_that_is_cut_again_and_again_misses_and_repeats_nothing()
    {
        var log = OpenLog();
        var written = Records(300);
        var seen = Follow(log, written.Length);
        for (var index = 0; index < written.Length; index++)
        {
            if (index % 20 == 0) Server.Faults.CutSubscriptionAfter(index % 7);
            Assert.IsType<AppendResult.Appended>(await Append(log, new Revision(index - 1), written[index]));
        }

        Assert.Equal(written.Select(record => record.Id), (await Advancing(seen)).Select(record => record.Id));
    }

    [Fact]
    public async Task A_subscription_outlives_its_server()
    {
        var log = OpenLog();
        var written = Records(60);
        await Append(log, Revision.None, written[..20]);
        var seen = Follow(log, written.Length);
        await Server.Stop();
        await Server.Restart();
        await Append(log, new Revision(19), written[20..40]);
        await Server.Stop();
        await Server.Restart();
        await Append(log, new Revision(39), written[40..]);
        Assert.Equal(written.Select(record => record.Id), (await Advancing(seen)).Select(record => record.Id));
    }

    [Fact]
    public async Task Checkpoints_beyond_the_end_mislead_nobody()
    {
        Server.Faults.CheckpointsBeyondTheEnd = true;
        var log = OpenLog();
        var written = Records(40);
        var seen = Follow(log, written.Length);
        for (var index = 0; index < written.Length; index++)
        {
            if (index % 10 == 0) Server.Faults.CutSubscriptionAfter(1);
            await Append(log, new Revision(index - 1), written[index]);
        }

        Assert.Equal(written.Select(record => record.Id), (await Advancing(seen)).Select(record => record.Id));
    }

    [Fact]
    public async Task While_the_server_is_not_ready_it_is_asked_less_and_less_often()
    {
        var backoff = new Backoff(Clock, TimeSpan.FromSeconds(5));
        foreach (var milliseconds in new[] { 100, 200, 400, 800, 1600, 3200, 5000, 5000 })
        {
            var wait = backoff.Wait(CancellationToken.None);
            Clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            Assert.False(wait.IsCompleted);
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            await wait;
        }

        Server.Faults.AnswerUnavailable(6);
        var log = OpenLog();
        await Append(OpenLog((await StartPeer()).ConnectionString), Revision.None, Records(1));
        Assert.Single(await Advancing(Follow(log, 1)));
        Assert.True(Server.Calls >= 7);
    }

    [Fact]
    public async Task Others_streams_are_never_delivered_however_they_are_called()
    {
        var log = OpenLog();
        var written = Records(100);
        for (var index = 0; index < written.Length; index++) await Append(log, new Revision(index - 1), written[index]);
        var seen = await Follow(log, written.Length);
        Assert.All(seen, record => Assert.Equal(Learner, record.Stream));
        Assert.Equal(written.Length, (await ReadAll(log)).Count);
    }
}

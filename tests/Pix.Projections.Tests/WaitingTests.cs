using Pix.Testing;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class WaitingTests
{
    [Fact]
    public async Task Whoever_waits_for_what_they_wrote_reads_it()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, Tally.Definition());
        for (var seen = 1; seen <= 50; seen++)
        {
            Assert.True(await readModels.WaitUntil("tally", await fixture.See(1), TimeSpan.FromSeconds(10), CancellationToken.None));
            Assert.Equal(seen, Tally.Total(readModels));
        }
    }

    [Fact]
    public async Task A_paused_projection_is_waited_for_no_longer_than_the_timeout_and_goes_on_when_resumed()
    {
        await using var fixture = await Fixture.Create();
        var clock = new ManualClock();
        await using var readModels = fixture.Open(clock, null, Tally.Definition());
        await readModels.Start(CancellationToken.None);
        await fixture.See(4);
        await Fixture.CaughtUp(readModels);

        readModels.Pause("tally");
        var last = await fixture.See(1);
        var timers = clock.SetTimers;
        var waiting = readModels.WaitUntil("tally", last, TimeSpan.FromSeconds(5), CancellationToken.None).AsTask();
        Assert.Equal(timers + 1, clock.SetTimers);
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(await waiting);
        Assert.Equal(4, Tally.Total(readModels));
        var status = Assert.Single(await readModels.Status(CancellationToken.None));
        Assert.Equal(ProjectionState.Paused, status.State);
        Assert.Equal(1, status.EventsBehind);

        readModels.Resume("tally");
        await Fixture.CaughtUp(readModels);
        Assert.Equal(5, Tally.Total(readModels));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, Tally.Definition());
        using var cancel = new CancellationTokenSource();
        var waiting = readModels.WaitUntil("tally", new(1_000), TimeSpan.FromHours(1), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_projection_that_is_not_there_is_named()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, Tally.Definition());
        var failure = Assert.Throws<ReadModelsException>(() => Tally.Total(readModels, "taly"));
        Assert.Equal("projection_unknown", failure.Code);
    }
}

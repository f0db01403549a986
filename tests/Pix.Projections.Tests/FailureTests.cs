using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task A_projection_that_throws_stops_alone_says_why_and_serves_its_last_good_state()
    {
        await using var fixture = await Fixture.Create();
        var poison = Position.Start;
        await using var readModels = await fixture.Start(
            null, Tally.Definition("good"), Tally.Definition("bad", throws: recorded => recorded.Position == poison));
        await fixture.See(10);
        await Fixture.CaughtUp(readModels);
        poison = new Position((await fixture.Head()).Value + 1);
        await fixture.See(1);
        var status = await Fixture.Until(readModels, "bad", status => status.Error is not null);
        Assert.Equal(ProjectionState.Failed, status.State);
        Assert.Equal(new ProjectionError(poison, "RulesOfTheGameSeen.v1", "projection_failed", "The test made it throw."), status.Error);

        var last = await fixture.See(5);
        Assert.True(await readModels.WaitUntil("good", last, TimeSpan.FromSeconds(10), CancellationToken.None));
        Assert.Equal((16, 10), (Tally.Total(readModels, "good"), Tally.Total(readModels, "bad")));
        Assert.False(await readModels.WaitUntil("bad", last, TimeSpan.Zero, CancellationToken.None));

        poison = Position.Start;
        readModels.Resume("bad");
        Assert.True(await readModels.WaitUntil("bad", last, TimeSpan.FromSeconds(10), CancellationToken.None));
        Assert.Equal(16, Tally.Total(readModels, "bad"));
    }

    [Fact]
    public async Task A_projection_that_throws_in_a_rebuild_holds_the_others_up_no_more_than_the_served_generation()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(30);
        var broken = false;
        await using var readModels = await fixture.Start(
            null, Tally.Definition("good"), Tally.Definition("bad", throws: recorded => broken && recorded.Position.Value == 20));
        broken = true;
        var result = await readModels.Rebuild(["good", "bad"], null, CancellationToken.None);
        Assert.Equal("1 projections from 31 events", result.ToString());
        Assert.Equal(new Position(20), result.Projections.Single(projection => projection.Name == "bad").Error!.Position);
        Assert.Equal((2, 1), (readModels.Read("good", reader => reader.Generation), readModels.Read("bad", reader => reader.Generation)));
        await fixture.See(1);
        Assert.True(await readModels.WaitUntil("bad", await fixture.Head(), TimeSpan.FromSeconds(10), CancellationToken.None));
        Assert.Equal(31, Tally.Total(readModels, "bad"));
    }

    [Fact]
    public async Task A_log_that_stops_answering_is_said_and_asked_again()
    {
        await using var fixture = await Fixture.Create();
        var clock = new ManualClock();
        await using var readModels = fixture.Open(clock, null, Tally.Definition());
        await readModels.Start(CancellationToken.None);
        await Fixture.CaughtUp(readModels);
        readModels.Pause("tally");
        fixture.Store.FailNext(1);
        readModels.Resume("tally");
        var status = await Fixture.Until(readModels, "tally", status => status.Error is not null && clock.SetTimers == 1);
        Assert.Equal((ProjectionState.Live, "log_unreachable"), (status.State, status.Error!.Code));

        await fixture.See(3);
        clock.Advance(TimeSpan.FromSeconds(1));
        await Fixture.CaughtUp(readModels);
        Assert.Equal(3, Tally.Total(readModels));
        await Fixture.Until(readModels, "tally", status => status.Error is null);
    }

    [Fact]
    public async Task An_event_of_a_newer_release_stops_rather_than_be_passed_over()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, Tally.Definition());
        var position = await fixture.AppendUnknown();
        var status = await Fixture.Until(readModels, "tally", status => status.Error is not null);
        Assert.Equal((position, "Novelty.v1", "event_unknown"), (status.Error!.Position!.Value, status.Error.EventType, status.Error.Code));
    }
}

using System.Collections.Concurrent;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class RebuildTests
{
    [Fact]
    public async Task Several_projections_share_one_scan_and_the_result_counts()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(100);
        await using var readModels = await fixture.Start(null, Tally.Definition("one"), Tally.Definition("two"), Tally.Definition("three"));
        fixture.Store.Read.Clear();
        var scans = fixture.Store.Scans;
        var progress = new ConcurrentQueue<RebuildProgress>();
        var result = await readModels.Rebuild(["one", "two", "three"], new Reports(progress.Enqueue), CancellationToken.None);
        Assert.Equal(scans + 1, fixture.Store.Scans);
        Assert.Equal(101, fixture.Store.Read.Count);
        Assert.Equal("3 projections from 101 events", result.ToString());
        Assert.Equal(101, result.EventsRead);
        Assert.All(result.Projections, projection => Assert.Equal((2, null), (projection.Generation, projection.Error)));

        Assert.True(progress.Count > 10);
        Assert.Equal(progress.OrderBy(report => report.Done), progress);
        Assert.All(progress, report => Assert.Equal(101, report.Total));
        Assert.Equal(101, progress.Last().Done);
        Assert.Equal(TimeSpan.Zero, progress.Last().TimeLeft);
        Assert.Equal(100, Tally.Total(readModels, "two"));
    }

    [Fact]
    public async Task A_killed_rebuild_leaves_the_served_generation_untouched_and_is_resumed_where_it_stopped()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(100);
        await using (var readModels = await fixture.Start(null, Tally.Definition()))
        {
            await KillRebuild(fixture, readModels, after: 50);
            Assert.Equal(100, Tally.Total(readModels));
        }

        await using var again = await fixture.Start(null, Tally.Definition());
        var status = Assert.Single(await again.Status(CancellationToken.None));
        Assert.Equal((1, 2), (status.Generation, status.Building));
        Assert.True(Assert.Single(await again.Plan(["tally"], CancellationToken.None)).ResumesInterrupted);
        fixture.Store.Read.Clear();
        var result = await again.Rebuild(["tally"], null, CancellationToken.None);
        Assert.InRange(result.EventsRead, 1, 60);
        Assert.Equal(101, result.Events);
        Assert.Equal(100, Tally.Total(again));
        await again.DisposeAsync();
        Assert.Equal(Tables.Dump(fixture, "tally", 1), Tables.Dump(fixture, "tally", 2));
    }

    [Fact]
    public async Task A_killed_rebuild_can_be_dropped()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(100);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        await KillRebuild(fixture, readModels, after: 50);
        Assert.True(File.Exists(Path.Combine(fixture.ReadFolder, "tally.2.db")));
        Assert.True(await readModels.Abort("tally"));
        Assert.False(File.Exists(Path.Combine(fixture.ReadFolder, "tally.2.db")));
        Assert.False(await readModels.Abort("tally"));
        Assert.Null(Assert.Single(await readModels.Status(CancellationToken.None)).Building);
        Assert.Equal(100, Tally.Total(readModels));
        Assert.Equal(3, Assert.Single((await readModels.Rebuild(["tally"], null, CancellationToken.None)).Projections).Generation);
    }

    [Fact]
    public async Task A_running_rebuild_can_be_aborted()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(100);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        var reached = fixture.Store.HoldScans(after: 50);
        var rebuild = readModels.Rebuild(["tally"], null, CancellationToken.None);
        await reached;
        Assert.True(await readModels.Abort("tally"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rebuild);
        Assert.Equal(100, Tally.Total(readModels));
    }

    [Fact]
    public async Task Rolling_back_catches_up_from_the_kept_checkpoint_then_serves_it()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(50);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        await readModels.Rebuild(["tally"], null, CancellationToken.None);
        await fixture.See(9);
        await Fixture.CaughtUp(readModels);
        var result = await readModels.Rollback("tally", CancellationToken.None);
        Assert.Equal(9, result.EventsRead);
        Assert.Equal((1, 59), (readModels.Read("tally", reader => reader.Generation), (int)Tally.Total(readModels)));

        await fixture.See(1);
        await Fixture.CaughtUp(readModels);
        Assert.Equal(60, Tally.Total(readModels));
        await readModels.Rollback("tally", CancellationToken.None);
        Assert.Equal((2, 60), (readModels.Read("tally", reader => reader.Generation), (int)Tally.Total(readModels)));
    }

    [Fact]
    public async Task Without_a_kept_generation_there_is_nothing_to_go_back_to()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, Tally.Definition());
        var failure = await Assert.ThrowsAsync<ReadModelsException>(() => readModels.Rollback("tally", CancellationToken.None));
        Assert.Equal("rollback_impossible", failure.Code);
    }

    [Fact]
    public async Task Only_one_earlier_generation_is_kept()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(5);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        for (var rebuild = 0; rebuild < 3; rebuild++) await readModels.Rebuild(["tally"], null, CancellationToken.None);
        var status = Assert.Single(await readModels.Status(CancellationToken.None));
        Assert.Equal((4, 3, null), (status.Generation, status.Kept, status.Building));
        Assert.Equal(["tally.3.db", "tally.4.db"], Directory.GetFiles(fixture.ReadFolder, "tally.*.db").Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Readers_see_one_generation_and_never_go_back_while_generations_are_switched_and_events_come()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(20);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        using var over = new CancellationTokenSource();
        var reads = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var least = 20L; !over.IsCancellationRequested; reads++)
            {
                least = readModels.Read("tally", reader =>
                {
                    var before = Tally.Total(reader);
                    Assert.True(before >= least, $"{before} after {least}");
                    return Math.Max(before, Tally.Total(reader));
                });
            }
        })).ToList();
        var appended = Task.Run(() => fixture.See(300));
        var generations = new List<int>();
        for (var rebuild = 0; rebuild < 10; rebuild++)
            generations.Add(Assert.Single((await readModels.Rebuild(["tally"], null, CancellationToken.None)).Projections).Generation);
        await appended;
        await Fixture.CaughtUp(readModels);
        await over.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(Enumerable.Range(2, 10), generations);
        Assert.Equal(320, Tally.Total(readModels));
        Assert.True(reads > 10);
    }

    [Fact]
    public async Task A_generation_that_is_being_read_is_closed_after_its_last_reader()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(20);
        await using var readModels = await fixture.Start(null, Tally.Definition());
        using var read = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var reading = Task.Run(() => readModels.Read("tally", reader =>
        {
            read.Set();
            go.Wait();
            return (reader.Generation, Tally.Total(reader));
        }));
        read.Wait();
        await readModels.Rebuild(["tally"], null, CancellationToken.None);
        await readModels.Rebuild(["tally"], null, CancellationToken.None);
        Assert.Equal(3, readModels.Read("tally", reader => reader.Generation));
        go.Set();
        Assert.Equal((1, 20L), await reading);
    }

    [Fact]
    public async Task What_an_older_version_built_is_read_until_its_replacement_has_caught_up()
    {
        await using var fixture = await Fixture.Create();
        await fixture.See(100);
        await using (await fixture.Start(null, Tally.Definition(version: 1)))
        {
        }

        var reached = fixture.Store.HoldScans(after: 50);
        await using var readModels = fixture.Open(fixture.Identity, Tally.Definition(version: 2));
        await readModels.Start(CancellationToken.None);
        await reached;
        Assert.Equal((1, 100), (readModels.Read("tally", reader => reader.Generation), (int)Tally.Total(readModels)));
        var status = Assert.Single(await readModels.Status(CancellationToken.None));
        Assert.Equal(ProjectionState.Stale, status.State);
        Assert.Contains("version 1", status.RebuiltBecause, StringComparison.Ordinal);
        fixture.Store.ReleaseScans();
        await Fixture.CaughtUp(readModels);
        Assert.Equal(2, readModels.Read("tally", reader => reader.Generation));
        var failure = await Assert.ThrowsAsync<ReadModelsException>(() => readModels.Rollback("tally", CancellationToken.None));
        Assert.Equal("rollback_impossible", failure.Code);
    }

    private static async Task KillRebuild(Fixture fixture, ReadModels readModels, int after)
    {
        var reached = fixture.Store.HoldScans(after);
        using var kill = new CancellationTokenSource();
        var rebuild = readModels.Rebuild(["tally"], null, kill.Token);
        await reached;
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rebuild);
        fixture.Store.ReleaseScans();
    }

    private sealed class Reports(Action<RebuildProgress> report) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => report(value);
    }
}

using Xunit;

namespace Pix.EventStore.Tests;

public sealed class SqliteLogFileTests : SqliteTestBase
{
    [Fact]
    public async Task A_log_of_a_newer_format_is_refused()
    {
        await OpenLog().DisposeAsync();
        using (var file = SqliteConnectionHandle.Open(LogFile, TimeSpan.Zero)) file.Execute("PRAGMA user_version = 2");
        AssertRefused("log_newer");
    }

    [Fact]
    public void Another_SQLite_file_is_refused()
    {
        using (var file = SqliteConnectionHandle.Open(LogFile, TimeSpan.Zero)) file.Execute("CREATE TABLE recipes (name TEXT)");
        AssertRefused("log_foreign");
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(LogFile, new string('x', 5000));
        AssertRefused("log_foreign");
        Assert.Equal(5000, new FileInfo(LogFile).Length);
    }

    [Fact]
    public async Task A_file_that_lost_its_end_is_refused()
    {
        await using (var log = OpenLog()) await Fill(log, Learner, 500);
        using (var file = File.OpenWrite(LogFile)) file.SetLength(file.Length / 2);
        AssertRefused("log_corrupt");
    }

    [Fact]
    public async Task A_page_that_was_overwritten_stops_a_scan_with_a_clear_error()
    {
        await using (var log = OpenLog()) await Append(log, Learner, Revision.None, [.. Enumerable.Range(0, 500).Select(_ => Record(1500))]);
        using (var file = File.OpenWrite(LogFile))
        {
            file.Position = file.Length / 2;
            file.Write(new byte[4096]);
        }

        await using var damaged = OpenLog();
        var failure = await Assert.ThrowsAsync<LogUnavailableException>(() => ReadEverything(damaged));
        Assert.Equal("log_corrupt", failure.Code);
    }

    [Fact]
    public async Task A_write_ahead_log_that_lost_its_end_gives_what_came_before()
    {
        await using var log = OpenLog();
        await Fill(log, Learner, 50);
        foreach (var suffix in new[] { "", "-wal" }) File.Copy(LogFile + suffix, PathOf("copy.db") + suffix);
        using (var file = File.OpenWrite(PathOf("copy.db-wal"))) file.SetLength(file.Length * 2 / 3);
        await using var copy = SqliteEventStore.Open(PathOf("copy.db"), SqliteEventStoreOptions.Default);
        var all = await ReadEverything(copy);
        Assert.InRange(all.Count, 10, 49);
        AssertNoGap(all);
        Assert.IsType<AppendResult.Appended>(await Append(copy, Learner, all[^1].Revision, Record()));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_log()
    {
        File.WriteAllBytes(LogFile, []);
        await using var log = OpenLog();
        await Fill(log, Learner, 1);
    }

    [Fact]
    public async Task Reading_beside_the_owner_sees_what_is_durable_and_writes_nothing()
    {
        await using var owner = OpenLog();
        await Fill(owner, Learner, 3);
        await using var beside = SqliteEventStore.OpenReadOnly(LogFile, SqliteEventStoreOptions.Default);
        Assert.Equal(3, (await ReadEverything(beside)).Count);
        await Append(owner, Learner, new Revision(2), Record());
        Assert.Equal(new Position(4), await beside.Head(CancellationToken.None));
        Assert.Equal(4, (await ReadEverything(beside)).Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Append(beside, Learner, new Revision(3), Record()));
    }

    [Fact]
    public async Task Reading_works_without_an_owner()
    {
        await using (var owner = OpenLog()) await Fill(owner, Learner, 3);
        await using var alone = SqliteEventStore.OpenReadOnly(LogFile, SqliteEventStoreOptions.Default);
        Assert.Equal(3, (await ReadEverything(alone)).Count);
    }

    [Fact]
    public void Reading_a_log_that_is_not_there_creates_nothing()
    {
        var failure = Assert.Throws<LogUnavailableException>(() => SqliteEventStore.OpenReadOnly(LogFile, SqliteEventStoreOptions.Default));
        Assert.Equal("log_missing", failure.Code);
        Assert.False(File.Exists(LogFile));
    }

    private void AssertRefused(string code)
    {
        foreach (var open in new Func<string, SqliteEventStoreOptions, SqliteEventStore>[] { SqliteEventStore.Open, SqliteEventStore.OpenReadOnly })
        {
            var failure = Assert.Throws<LogUnavailableException>(() => open(LogFile, SqliteEventStoreOptions.Default));
            Assert.Equal(code, failure.Code);
            Assert.Contains(LogFile, failure.Message, StringComparison.Ordinal);
        }
    }
}

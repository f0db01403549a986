using Xunit;

namespace Pix.EventStore.Tests;

public sealed class SqliteBackupTests : SqliteTestBase
{
    [Fact]
    public async Task A_backup_is_consistent_while_the_log_goes_on_being_written()
    {
        await using var log = OpenLog();
        await Fill(log, Learner, 50);
        using var done = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var revision = Revision.None; !done.IsCancellationRequested; revision += 3)
            {
                await Append(log, new StreamName($"learner-{writer}"), revision, Record(), Record(), Record(5000));
                started.TrySetResult();
            }
        })).ToArray();
        await started.Task;
        for (var index = 0; index < 5; index++)
        {
            var before = await log.Head(CancellationToken.None);
            var copied = await log.BackupTo(PathOf($"backup-{index}.db"), CancellationToken.None);
            Assert.True(copied >= before.Value);
            await using var backup = SqliteEventStore.Open(PathOf($"backup-{index}.db"), SqliteEventStoreOptions.Default);
            var all = await ReadEverything(backup);
            Assert.Equal(copied, all.Count);
            AssertNoGap(all);
            Assert.All(all.Where(record => record.Stream != Learner).GroupBy(record => record.Stream), stream => Assert.Equal(0, stream.Count() % 3));
            Assert.IsType<AppendResult.Appended>(await Append(backup, Learner, new Revision(49), Record()));
        }

        await done.CancelAsync();
        await Task.WhenAll(writers);
    }

    [Fact]
    public async Task A_backup_replaces_no_file()
    {
        await using var log = OpenLog();
        await File.WriteAllTextAsync(PathOf("precious.db"), "precious");
        await Assert.ThrowsAsync<IOException>(() => log.BackupTo(PathOf("precious.db"), CancellationToken.None));
        Assert.Equal("precious", await File.ReadAllTextAsync(PathOf("precious.db")));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing_behind()
    {
        await using var log = OpenLog();
        await Fill(log, Learner, 3);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => log.BackupTo(PathOf("backup.db"), new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<IOException>(() => log.BackupTo(PathOf("no/such/folder.db"), CancellationToken.None));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(LogFile)!, "*backup*"));
    }
}

using System.Diagnostics;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

public sealed class KillTests(ITestOutputHelper output) : SqliteTestBase
{
    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_once()
    {
        var acknowledged = new HashSet<(string Stream, long Revision)>();
        foreach (var enough in new[] { 1, 40, 200, 500, 1000 })
        {
            var before = acknowledged.Count;
            await AppendUntilKilled(enough, acknowledged);
            Assert.True(acknowledged.Count >= before + enough);

            await using var log = OpenLog();
            var all = await ReadEverything(log);
            AssertNoGap(all);
            Assert.Equal(all.Count, all.Select(record => record.Id).Distinct().Count());
            Assert.Subset(all.Select(record => (record.Stream.Value, record.Revision.Value)).ToHashSet(), acknowledged);
            output.WriteLine($"killed after {acknowledged.Count - before} acknowledgements; {all.Count} events in the log");
        }
    }

    private async Task AppendUntilKilled(int enough, HashSet<(string Stream, long Revision)> acknowledged)
    {
        var target = Path.Combine(AppContext.BaseDirectory, "Pix.EventStore.KillTarget.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [target, LogFile]) { RedirectStandardOutput = true })!;
        for (var lines = 1; await process.StandardOutput.ReadLineAsync() is { } line; lines++)
        {
            // The kill may cut the last line.
            if (line.Split(' ') is not [var stream, var revision, "."]) continue;
            Assert.True(acknowledged.Add((stream, long.Parse(revision, CultureInfo.InvariantCulture))));
            if (lines == enough) process.Kill();
        }

        await process.WaitForExitAsync();
    }
}

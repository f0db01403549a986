using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class CopyVerbTests : IDisposable
{
    private static readonly Dictionary<string, string> NoSettings = [];

    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Fact]
    public async Task A_copied_log_serves_the_same_people_in_a_new_epoch()
    {
        var (learner, position) = await HavingPlayed();
        var target = new DataFolder(_pix.Beside("target"));
        var said = (await Copy(target)).Ok();
        Assert.Matches("^copied ([0-9,]+) events of 4 streams \\(\\1 in this run\\) and 1 person's key from sqlite:.* to sqlite:.* as epoch 2; every chain holds$", said);
        Assert.Equal(
            (await _pix.Run("history", "--learner", learner.ToString())).Output,
            (await CommandLine.RunOn(target, "history", "--learner", learner.ToString())).Output);
        (await CommandLine.RunOn(target, "verify")).Ok();

        await using var serving = await Serving.Start(target);
        var token = (await CommandLine.RunOn(target, "token", "--role", "learner", "--subject", learner.ToString())).Ok();
        using var foreign = await serving.Send(HttpMethod.Get, $"/learners/{learner}/profile", null, token, (MinimumPosition.Header, position));
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
        using var learnerReply = await serving.Send(HttpMethod.Get, $"/learners/{learner}", null, token);
        Assert.Contains("Apolline", await learnerReply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await serving.Skip(learner, 1);
    }

    [Fact]
    public async Task A_copy_that_is_killed_serves_nobody_and_goes_on_where_it_stopped()
    {
        await HavingPlayed();
        var target = new DataFolder(_pix.Beside("target"));
        var kills = 0;
        while (true)
        {
            using var copying = Child.Start(_pix.Beside("."), NoSettings, "copy", "--from", Connection(_pix.Data), "--to", Connection(target));
            await KillOnceWriting(copying, target);
            if (copying.ExitCode == 0) break;
            kills++;
            if (await IsUnfinished(target)) (await CommandLine.RunOn(target, "status")).Failed(1, "was not finished");
            if (kills == 3) break;
        }

        Assert.InRange(kills, 1, 3);
        (await Copy(target)).Ok();
        (await CommandLine.RunOn(target, "verify")).Ok();
        (await Copy(target)).Failed(1, "in use already");
    }

    [Fact]
    public async Task What_cannot_be_copied_is_said_in_a_sentence()
    {
        await _pix.HavingServed();
        using var stranger = new CommandLine();
        await stranger.HavingServed();
        (await Copy(stranger.Data)).Failed(1, "is another master key than");
        using var other = new CommandLine();
        Directory.CreateDirectory(other.Data.Path);
        File.Copy(_pix.Data.MasterKey, other.Data.MasterKey);
        await other.HavingServed();
        (await Copy(other.Data)).Failed(1, "neither empty nor the beginning of this log");

        (await _pix.Run("copy", "--from", Connection(new DataFolder(_pix.Beside("nowhere"))), "--to", Connection(_pix.Data))).Failed(1, "There is no log at");
        (await _pix.Run("copy", "--from", Connection(_pix.Data), "--to", "ftp://elsewhere")).Failed(2, "'ftp:' is no engine of a log");
        (await _pix.Run("copy", "--from", Connection(_pix.Data), "--to", $"sqlite:{_pix.Data.Path}/other.db")).Failed(1, "folder of its own");
        await using var serving = await Serving.Start(_pix.Data);
        (await Copy(new DataFolder(_pix.Beside("target")))).Failed(1, "is owned by process");
    }

    [Theory]
    [InlineData("postgres://db", "Pix:Log", "'postgres:' is no engine of a log")]
    [InlineData("sqlite:", "Pix:Log", "names no file")]
    [InlineData("esdb://localhost:2113?tsl=false", "Pix:Log", "tsl")]
    [InlineData("esdb://localhost:2113?tls=false", "Pix:MasterKey is required")]
    public async Task A_log_setting_that_names_no_log_is_refused_at_the_start(string log, params string[] said)
    {
        var child = await Child.Run(_pix.Beside("."), new Dictionary<string, string> { ["Pix__Log"] = log }, "serve", "--data", _pix.Data.Path);
        child.Failed(2, said);
    }

    [Fact]
    public async Task A_log_elsewhere_is_served_and_owned_with_its_folder()
    {
        var settings = new Dictionary<string, string> { ["Pix__Log"] = $"sqlite:{_pix.Beside("elsewhere")}/log.db" };
        var released = await Child.Run(_pix.Beside("."), settings, "referential", "release", Path.Combine(AppContext.BaseDirectory, "samples", "referential"), "--data", _pix.Data.Path);
        released.Ok();
        Assert.False(_pix.Data.HasLog);
        Assert.True(File.Exists(_pix.Beside("elsewhere/log.db")));
        Assert.True(File.Exists(_pix.Beside("elsewhere/keys.db")));
        using var owned = new DataFolder(_pix.Beside("elsewhere")).Own("the test");
        (await Child.Run(_pix.Beside("."), settings, "status", "--data", _pix.Data.Path)).Failed(1, "is owned by process");
    }

    private static string Connection(DataFolder folder) => $"sqlite:{folder.Log}";

    private Task<Said> Copy(DataFolder target) => _pix.Run("copy", "--from", Connection(_pix.Data), "--to", Connection(target));

    private async Task<(LearnerId Learner, string Position)> HavingPlayed()
    {
        await using var serving = await Serving.Start(_pix.Data);
        var learner = await serving.Register("Apolline", "Besson");
        await serving.Skip(learner, 3);
        return (learner, await serving.PositionOf(learner));
    }

    // Killed as soon as something of the copy is there; it may have been faster.
    private static async Task KillOnceWriting(System.Diagnostics.Process copying, DataFolder target)
    {
        while (!copying.HasExited && !(File.Exists(target.Log + "-wal") && new FileInfo(target.Log + "-wal").Length > 0)) await Task.Yield();
        if (!copying.HasExited) copying.Kill();
        await copying.WaitForExitAsync();
    }

    private static async Task<bool> IsUnfinished(DataFolder target)
    {
        if (!target.HasLog) return false;
        await using var store = SqliteEventStore.Open(target.Log, SqliteEventStoreOptions.Default);
        return await store.ReadStream(Streams.Epoch(2), Revision.First, CancellationToken.None).CountAsync() == 1;
    }
}

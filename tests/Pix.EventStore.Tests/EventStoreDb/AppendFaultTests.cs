using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class AppendFaultTests : EventStoreDbTestBase
{
    [Theory]
    [InlineData(AppendFault.LostBeforeWriting)]
    [InlineData(AppendFault.LostAfterWriting)]
    public async Task An_append_whose_connection_is_lost_is_written_once_and_said_to_be(AppendFault fault)
    {
        var log = OpenLog();
        await Append(log, Revision.None, Records(1));
        Server.Faults.NextAppend(fault);
        var records = Records(3);
        var appended = Assert.IsType<AppendResult.Appended>(await Append(log, Revision.First, records));
        Assert.Equal(new Revision(3), appended.Revision);
        var all = await ReadAll(log);
        Assert.Equal(records.Select(record => record.Id), all.Skip(1).Select(record => record.Id));
        Assert.Equal(all[^1].Position, appended.Position);
    }

    [Fact]
    public async Task Appends_in_the_same_call_as_a_lost_one_are_each_written_once()
    {
        var log = OpenLog();
        await Append(log, Revision.None, Records(1));
        Server.Faults.NextAppend(AppendFault.LostAfterWriting);
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(index =>
            log.Append(Other(index), Revision.None, Records(2), CancellationToken.None)));
        Assert.All(results, result => Assert.Equal(new Revision(1), Assert.IsType<AppendResult.Appended>(result).Revision));
        Assert.Equal(1 + (64 * 2), (await ReadAll(log)).Count);
    }

    [Fact]
    public async Task An_append_that_is_never_answered_ends_with_the_deadline_and_its_resend_tells_what_became_of_it()
    {
        var log = OpenLog();
        Server.Faults.NextAppend(AppendFault.NeverAnswered);
        var records = Records(1);
        var append = Append(log, Revision.None, records);
        while (!Server.Faults.HasStruck) await Task.Yield();
        await Clock.SetsMoreTimersThan(0).WaitAsync(Patience);
        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(append.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("log_unreachable", await CodeOf(() => append));
        Assert.Equal(Revision.First, Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, records)).Revision);
        Assert.Single(await ReadAll(log));
    }

    [Fact]
    public async Task What_waits_behind_a_slow_server_is_written_in_its_turn()
    {
        var log = OpenLog();
        var gate = new TaskCompletionSource();
        Server.Faults.Gate = gate.Task;
        var appends = Enumerable.Range(0, 200)
            .Select(index => log.Append(Other(index), Revision.None, Records(1), CancellationToken.None)).ToList();
        Assert.DoesNotContain(appends, append => append.IsCompleted);
        gate.SetResult();
        Assert.All(await Task.WhenAll(appends), result => Assert.IsType<AppendResult.Appended>(result));
    }

    [Fact]
    public async Task A_server_that_is_gone_is_said_to_be_and_used_again_when_it_is_back()
    {
        var log = OpenLog();
        await Append(log, Revision.None, Records(1));
        await Server.Stop();
        var calls = Server.Calls;
        Assert.Equal("log_unreachable", await CodeOf(() => Append(log, Revision.First, Records(1))));
        Assert.Equal("log_unreachable", await CodeOf(() => log.Head(CancellationToken.None)));
        Assert.Equal("log_unreachable", await CodeOf(() => ReadAll(log)));
        Assert.Equal(calls, Server.Calls);
        await Server.Restart();
        Assert.Equal(new Revision(1), Assert.IsType<AppendResult.Appended>(await Append(log, Revision.First, Records(1))).Revision);
        Assert.Equal(2, (await ReadAll(log)).Count);
    }

    [Fact]
    public async Task A_server_that_was_never_there_is_said_not_to_be()
    {
        var log = OpenLog();
        await Server.Stop();
        Assert.Equal("log_unreachable", await CodeOf(() => Append(log, Revision.None, Records(1))));
        await Server.Restart();
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
    }

    [Fact]
    public async Task A_server_that_is_not_ready_is_asked_a_few_times_and_no_more()
    {
        var log = OpenLog();
        Server.Faults.AnswerUnavailable(1000);
        var calls = Server.Calls;
        Assert.Equal("log_unreachable", await CodeOf(() => Append(log, Revision.None, Records(1))));
        Assert.InRange(Server.Calls - calls, 1, 3);
        calls = Server.Calls;
        Assert.Equal("log_unreachable", await CodeOf(() => log.Head(CancellationToken.None)));
        Assert.InRange(Server.Calls - calls, 1, 2);
        Server.Faults.AnswerUnavailable(0);
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
    }

    [Fact]
    public async Task A_whole_mebibyte_of_tiny_events_is_one_append()
    {
        var log = OpenLog();
        var records = Enumerable.Range(0, 23_000).Select(_ => new NewRecord(Guid.NewGuid(), "Tiny", new byte[20], new byte[16])).ToArray();
        Assert.Equal(new Revision(22_999), Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, records)).Revision);
        Assert.Equal(records.Select(record => record.Id), (await ReadAll(log)).Select(record => record.Id));
    }

    [Fact]
    public async Task A_log_closes_as_soon_as_its_appends_are_answered_though_servers_never_end_the_call()
    {
        var log = OpenLog();
        var appends = Enumerable.Range(0, 100).Select(index => log.Append(Other(index), Revision.None, Records(1), CancellationToken.None)).ToList();
        await log.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.All(await Task.WhenAll(appends), result => Assert.IsType<AppendResult.Appended>(result));
    }

    [Fact]
    public async Task After_an_append_that_was_never_answered_the_next_go_by_another_call()
    {
        var log = OpenLog();
        Assert.IsType<AppendResult.Appended>(await log.Append(Other(1), Revision.None, Records(1), CancellationToken.None));
        Server.Faults.NextAppend(AppendFault.NeverAnswered);
        var append = Append(log, Revision.None, Records(1));
        while (!Server.Faults.HasStruck) await Task.Yield();
        await Clock.SetsMoreTimersThan(0).WaitAsync(Patience);
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("log_unreachable", await CodeOf(() => append));
        var calls = Server.Calls;
        Assert.IsType<AppendResult.Appended>(await log.Append(Other(2), Revision.None, Records(1), CancellationToken.None));
        Assert.Equal(calls + 1, Server.Calls);
    }
}

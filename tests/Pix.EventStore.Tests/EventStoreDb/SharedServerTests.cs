using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>On a server that other applications write to as well, also to streams that begin as ours do.</summary>
public sealed class SharedServerTests : EventStoreDbTestBase
{
    [Theory]
    [InlineData("session-planning")]
    [InlineData("learner-7f")]
    [InlineData("learner-00000000000000000000000000000001")]
    [InlineData("campaign-spring-00000000-0000-0000-0000-000000000001")]
    [InlineData("learner-42")]
    [InlineData("log-book")]
    [InlineData("claim-7")]
    public async Task Streams_that_only_begin_as_ours_do_are_never_shown(string name)
    {
        var theirs = EventStoreDbEventStore.OpenFor(EventStoreDbConnection.Parse(Server.ConnectionString), Clock, Streams.IsOurs);
        await using var closing = theirs;
        var log = OpenLog();
        var mine = Records(2);
        await Append(log, Revision.None, mine[0]);
        await theirs.Append(new StreamName(name), Revision.None, Records(3), CancellationToken.None);
        Assert.Equal((await ReadAll(log))[^1].Position, await log.Head(CancellationToken.None));
        await Append(log, Revision.First, mine[1]);
        Assert.Equal(mine.Select(record => record.Id), (await ReadAll(log)).Select(record => record.Id));
        Assert.Equal(mine.Select(record => record.Id), (await Follow(log, mine.Length)).Select(record => record.Id));
        await Assert.ThrowsAsync<ArgumentException>(() => log.Append(new StreamName(name), new Revision(2), Records(1), CancellationToken.None));
    }

    [Theory]
    [InlineData("learner-00000000-0000-0000-0000-000000000001")]
    [InlineData("session-12")]
    [InlineData("log-2")]
    [InlineData("claim-campaign-code-ABCDEF123")]
    [InlineData("referential")]
    public void Ours_are_known_by_their_whole_name(string name) => Assert.True(Streams.IsExactlyOurs(new StreamName(name)));

    [Fact]
    public async Task A_server_may_search_among_others_events_for_longer_than_an_answer_takes()
    {
        var log = OpenLog();
        await Append(log, Revision.None, Records(1));
        var found = new TaskCompletionSource();
        Server.Faults.SearchGate = found.Task;
        var timers = Clock.SetTimers;
        var reading = ReadAll(log);
        await Clock.SetsMoreTimersThan(timers).WaitAsync(Patience);
        Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(reading.IsCompleted);
        found.SetResult();
        Assert.Single(await reading);
    }

    [Fact]
    public async Task A_server_that_searches_for_ever_is_given_up()
    {
        var log = OpenLog();
        await Append(log, Revision.None, Records(1));
        Server.Faults.SearchGate = new TaskCompletionSource().Task;
        Assert.Equal("log_unreachable", await CodeOf(() => Advancing(ReadAll(log))));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_as_the_logs_failure()
    {
        var log = OpenLog();
        await Append(log, Revision.None, Records(3));
        Server.Faults.MarksCompressed = true;
        Assert.Equal("log_unreachable", await CodeOf(() => ReadAll(log)));
        Assert.Equal("log_unreachable", await CodeOf(async () =>
        {
            await foreach (var _ in log.ReadStream(Learner, Revision.First, CancellationToken.None))
            {
            }
        }));
    }
}

using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>Connections that fall silent without ending. Time stands still here: only the connection's own pings can tell.</summary>
public sealed class SilentConnectionTests : EventStoreDbTestBase
{
    private const string Pings = "?tls=false&keepAliveInterval=1000&keepAliveTimeout=1000";

    [Fact]
    public async Task A_subscription_notices_and_goes_on_by_another_connection()
    {
        await using var proxy = new FreezableProxy(Server.Endpoint);
        var (log, direct) = (OpenLog($"esdb://{proxy.Endpoint}{Pings}"), OpenLog());
        var written = Records(3);
        await Append(direct, Revision.None, written[0]);
        using var patience = new CancellationTokenSource(Patience);
        await using var pages = log.Subscribe(Position.Start, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await pages.MoveNextAsync());
        Assert.Equal(written[0].Id, Assert.Single(pages.Current.Records).Id);
        var live = pages.MoveNextAsync();
        await Append(direct, Revision.First, written[1]);
        Assert.True(await live);
        Assert.Equal(written[1].Id, Assert.Single(pages.Current.Records).Id);

        var next = pages.MoveNextAsync().AsTask();
        await proxy.Freeze();
        await Append(direct, new Revision(1), written[2]);
        Assert.True(await Advancing(next));
        Assert.Equal(written[2].Id, Assert.Single(pages.Current.Records).Id);
    }

    [Fact]
    public async Task An_append_notices_and_is_written_once_by_another_connection()
    {
        await using var proxy = new FreezableProxy(Server.Endpoint);
        var log = OpenLog($"esdb://{proxy.Endpoint}{Pings}");
        await Append(log, Revision.None, Records(1));
        await proxy.Freeze();
        var appended = await Append(log, Revision.First, Records(2)).WaitAsync(Patience);
        Assert.Equal(new Revision(2), Assert.IsType<AppendResult.Appended>(appended).Revision);
        Assert.Equal(3, (await ReadAll(log)).Count);
    }
}

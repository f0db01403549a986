using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class ClusterTests : EventStoreDbTestBase
{
    private const int Follower = 6;
    private const int Leader = 8;

    [Fact]
    public async Task Who_follows_says_who_leads_and_is_believed()
    {
        var leader = await StartPeer();
        Server.Faults.Leader = leader.Endpoint;
        var log = OpenLog();
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
        Assert.Single(await ReadAll(log));
        var calls = Server.Calls;
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.First, Records(1)));
        Assert.Equal(calls, Server.Calls);
    }

    [Fact]
    public async Task The_leader_is_found_through_gossip_and_found_again_when_another_leads()
    {
        var peer = await StartPeer();
        Leads(Server, peer);
        var log = OpenLog($"esdb://{Server.Endpoint},{peer.Endpoint}?tls=false");
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
        Leads(peer, Server);
        Assert.Equal(new Revision(1), Assert.IsType<AppendResult.Appended>(await Append(log, Revision.First, Records(1))).Revision);
        Assert.Equal(2, (await ReadAll(log)).Count);
    }

    [Fact]
    public async Task When_the_leader_dies_the_others_tell_who_leads_next()
    {
        var peer = await StartPeer();
        Leads(Server, peer);
        var log = OpenLog($"esdb://{Server.Endpoint},{peer.Endpoint}?tls=false");
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
        await Server.Stop();

        // As long as the others still believe in the one that died, nobody can write.
        Assert.Equal("log_unreachable", await CodeOf(() => Append(log, Revision.First, Records(1))));
        peer.Faults.Leader = null;
        peer.Faults.Gossip = [(Server.Endpoint, Leader, false), (peer.Endpoint, Leader, true)];
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.First, Records(1)));
        Assert.Equal(2, (await ReadAll(log)).Count);
    }

    [Fact]
    public async Task Followers_are_read_where_they_are_preferred_and_never_written_to()
    {
        var follower = await StartPeer();
        Leads(Server, follower);
        var log = OpenLog($"esdb://{Server.Endpoint},{follower.Endpoint}?tls=false&nodePreference=follower");
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
        await Server.Stop();
        Assert.Single(await ReadAll(log));
    }

    [Fact]
    public async Task Without_a_leader_there_is_no_writing_until_there_is_one()
    {
        Server.Faults.Gossip = [(Server.Endpoint, Follower, true)];
        var log = OpenLog($"esdb+discover://{Server.Endpoint}?tls=false");
        Assert.Equal("log_unreachable", await CodeOf(() => Append(log, Revision.None, Records(1))));
        Server.Faults.Gossip = [(Server.Endpoint, Leader, true)];
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
    }

    [Fact]
    public async Task A_node_that_takes_appends_but_is_not_ready_is_left_for_who_leads()
    {
        var peer = await StartPeer();
        Leads(Server, peer);
        var log = OpenLog($"esdb://{Server.Endpoint},{peer.Endpoint}?tls=false");
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
        Leads(peer, Server);
        Server.Faults.Leader = null;
        Server.Faults.IsNotReadyToAppend = true;
        Assert.Equal(new Revision(1), Assert.IsType<AppendResult.Appended>(await Append(log, Revision.First, Records(1))).Revision);
    }

    [Fact]
    public async Task A_node_that_does_not_lead_and_knows_nobody_who_does_is_left_for_who_leads()
    {
        var peer = await StartPeer();
        Leads(Server, peer);
        var log = OpenLog($"esdb://{Server.Endpoint},{peer.Endpoint}?tls=false");
        Assert.IsType<AppendResult.Appended>(await Append(log, Revision.None, Records(1)));
        Leads(peer, Server);
        Server.Faults.Leader = null;
        Server.Faults.KnowsNoLeader = true;
        Assert.Single(await ReadAll(log));
    }

    [Fact]
    public async Task Credentials_are_sent_with_every_call()
    {
        var log = OpenLog(Server.ConnectionString.Replace("esdb://", "esdb://ann%40pix:p%3A%2F%C3%A9@", StringComparison.Ordinal));
        await log.Head(CancellationToken.None);
        Assert.Equal($"Basic {Convert.ToBase64String("ann@pix:p:/é"u8)}", Server.LastAuthorization);
    }

    // As a cluster tells it: everybody the same members, and who does not lead refuses what only the leader may answer.
    private static void Leads(EventStoreDbTestServer leader, EventStoreDbTestServer follower)
    {
        leader.Faults.Leader = null;
        follower.Faults.Leader = leader.Endpoint;
        leader.Faults.Gossip = [(leader.Endpoint, Leader, true), (follower.Endpoint, Follower, true)];
        follower.Faults.Gossip = leader.Faults.Gossip;
    }
}

using Xunit;

namespace Pix.EventStore.Tests;

public sealed class EventStoreDbConnectionTests
{
    [Fact]
    public void A_host_alone_is_enough_and_is_spoken_to_encrypted()
    {
        var connection = EventStoreDbConnection.Parse("esdb://log.example");
        Assert.Equal([new NodeEndpoint("log.example", 2113)], connection.Hosts);
        Assert.False(connection.Discovers);
        Assert.True(connection.Tls);
        Assert.True(connection.VerifyCertificate);
        Assert.Null(connection.Credentials);
        Assert.Equal(NodePreference.Leader, connection.NodePreference);
        Assert.Equal(TimeSpan.FromSeconds(10), connection.KeepAliveInterval);
        Assert.Equal(TimeSpan.FromSeconds(10), connection.DefaultDeadline);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var connection = EventStoreDbConnection.Parse(
            "esdb://a%40b:p%3A%2F%40@one:1113,two,[::1]:3/?tls=false&TLSVERIFYCERT=False&nodePreference=readOnlyReplica&keepAliveInterval=5000&defaultDeadline=250");
        Assert.Equal([new NodeEndpoint("one", 1113), new NodeEndpoint("two", 2113), new NodeEndpoint("::1", 3)], connection.Hosts);
        Assert.True(connection.Discovers);
        Assert.Equal(new NodeCredentials("a@b", "p:/@"), connection.Credentials);
        Assert.False(connection.Tls);
        Assert.False(connection.VerifyCertificate);
        Assert.Equal(NodePreference.ReadOnlyReplica, connection.NodePreference);
        Assert.Equal(TimeSpan.FromSeconds(5), connection.KeepAliveInterval);
        Assert.Equal(TimeSpan.FromMilliseconds(250), connection.DefaultDeadline);
    }

    [Theory]
    [InlineData("esdb://one", false)]
    [InlineData("kurrentdb://one", false)]
    [InlineData("ESDB://one/", false)]
    [InlineData("esdb+discover://one", true)]
    [InlineData("kurrentdb+discover://one", true)]
    [InlineData("esdb://one,two", true)]
    public void Members_are_asked_for_with_several_hosts_or_when_it_is_said(string text, bool discovers) =>
        Assert.Equal(discovers, EventStoreDbConnection.Parse(text).Discovers);

    [Theory]
    [InlineData("", "scheme")]
    [InlineData("one:2113", "scheme")]
    [InlineData("http://one", "scheme")]
    [InlineData("esdb://", "host")]
    [InlineData("esdb://one,", "host")]
    [InlineData("esdb://one:port", "host")]
    [InlineData("esdb://one:0", "host")]
    [InlineData("esdb://one:70000", "host")]
    [InlineData("esdb://[::1", "host")]
    [InlineData("esdb://o ne", "host")]
    [InlineData("esdb://one/two", "path")]
    [InlineData("esdb://user@one", "credentials")]
    [InlineData("esdb://:password@one", "credentials")]
    [InlineData("esdb://one?tls=maybe", "tls")]
    [InlineData("esdb://one?tls", "tls")]
    [InlineData("esdb://one?tls=true&TLS=true", "TLS")]
    [InlineData("esdb://one?tlsVerifyCert=1", "tlsVerifyCert")]
    [InlineData("esdb://one?nodePreference=nearest", "nodePreference")]
    [InlineData("esdb://one?nodePreference=1", "nodePreference")]
    [InlineData("esdb://one?keepAliveInterval=10s", "keepAliveInterval")]
    [InlineData("esdb://one?defaultDeadline=0", "defaultDeadline")]
    [InlineData("esdb://one?defaultDeadline=-1", "defaultDeadline")]
    [InlineData("esdb://one?fruit=apple", "fruit")]
    public void What_is_wrong_is_named(string text, string key)
    {
        var refusal = Assert.Throws<EventStoreDbConnectionException>(() => EventStoreDbConnection.Parse(text));
        Assert.Equal(key, refusal.Key);
        Assert.NotEmpty(refusal.Message);
    }

    [Fact]
    public void Passwords_are_not_printed()
    {
        var connection = EventStoreDbConnection.Parse("esdb+discover://ann:secret@one,two");
        Assert.Equal("esdb+discover://one:2113,two:2113", connection.ToString());
        Assert.DoesNotContain("secret", connection.Credentials!.ToString(), StringComparison.Ordinal);
        Assert.Throws<EventStoreDbConnectionException>(() => EventStoreDbConnection.Parse("esdb://ann:se/cret@one"));
    }
}

using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>
/// Who is who in the cluster: asked for through gossip and remembered until a node fails or says that it does not lead. A single host that
/// nothing is to be discovered from is taken at its word.
/// </summary>
internal sealed class NodeDirectory(EventStoreDbConnection connection, GrpcClient client) : IDisposable
{
    private readonly GrpcMethod _gossip = new("event_store.client.gossip.Gossip/Read", RequiresLeader: false, connection.GossipTimeout);
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile ClusterMembers? _known = AtFirst(connection);
    private volatile IReadOnlyList<NodeEndpoint> _lastSeen = [];

    /// <summary>The node to ask. Throws <see cref="GrpcFailure"/> when no node tells, or the cluster has no leader at the moment.</summary>
    public async ValueTask<NodeEndpoint> Find(NodePreference preference, CancellationToken cancel)
    {
        var members = _known ?? await Discover(cancel).ConfigureAwait(false);
        return members.Choose(preference) ?? throw new GrpcFailure(GrpcStatus.Unavailable, $"No node of {connection} leads at the moment.");
    }

    /// <summary>A call to this node failed: unless it told who leads, the next one asks again.</summary>
    public void Learn(NodeEndpoint node, GrpcFailure failure)
    {
        if (failure.Leader is { } leader) _known = ClusterMembers.Of(leader);
        else if (failure.IsPassing && _known is { } known && known.Contains(node)) _known = AtFirst(connection);
    }

    public void Dispose() => _asking.Dispose();

    private static ClusterMembers? AtFirst(EventStoreDbConnection connection) =>
        connection.Discovers ? null : ClusterMembers.Of(connection.Hosts[0]);

    private async Task<ClusterMembers> Discover(CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_known is { } known) return known;
            var members = await AskEverybody(cancel).ConfigureAwait(false);
            _lastSeen = members.All;

            // Without a leader there is an election: what was told will not be true for long.
            if (members.Leader is not null) _known = members;
            return members;
        }
        finally
        {
            _asking.Release();
        }
    }

    // Those seen last are asked too: the hosts that were given may all have been replaced since.
    private async Task<ClusterMembers> AskEverybody(CancellationToken cancel)
    {
        var hosts = connection.Hosts.Union(_lastSeen).ToArray();
        Random.Shared.Shuffle(hosts);
        ClusterMembers? withoutLeader = null;
        GrpcFailure? last = null;
        foreach (var host in hosts)
        {
            try
            {
                var members = ClusterMembers.Read(await client.Ask(host, _gossip, new Empty(), ClusterInfo.Parser, cancel).ConfigureAwait(false));
                if (members.Leader is not null) return members;
                withoutLeader = members;
            }
            catch (GrpcFailure failure)
            {
                last = failure;
            }
        }

        return withoutLeader ?? throw new GrpcFailure(GrpcStatus.Unavailable, $"No node of {connection} answers: {last?.Message}", last);
    }
}

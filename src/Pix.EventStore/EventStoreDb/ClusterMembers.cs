using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>The nodes that are alive, by what they do.</summary>
internal sealed record ClusterMembers(
    NodeEndpoint? Leader,
    IReadOnlyList<NodeEndpoint> Followers,
    IReadOnlyList<NodeEndpoint> Replicas)
{
    private const int FollowerState = 6;
    private const int LeaderState = 8;
    private const int ReadOnlyReplicaState = 14;

    // Servers number a node that is shut down so, which is never alive; where the states are numbered otherwise this is the leader, and 8 follows.
    private const int OtherLeaderState = 11;

    public IReadOnlyList<NodeEndpoint> All => Leader is null ? [.. Followers, .. Replicas] : [Leader, .. Followers, .. Replicas];

    public static ClusterMembers Of(NodeEndpoint leader) => new(leader, [], []);

    public static ClusterMembers Read(ClusterInfo info)
    {
        var alive = info.Members.Where(member => member is { IsAlive: true, HttpEndPoint: not null }).ToList();
        var leader = alive.Find(member => member.State == OtherLeaderState) ?? alive.Find(member => member.State == LeaderState);
        return new ClusterMembers(
            leader is null ? null : Endpoint(leader),
            [.. alive.Where(member => member != leader && member.State is FollowerState or LeaderState).Select(Endpoint)],
            [.. alive.Where(member => member.State == ReadOnlyReplicaState).Select(Endpoint)]);
    }

    public bool Contains(NodeEndpoint node) => Leader == node || Followers.Contains(node) || Replicas.Contains(node);

    public NodeEndpoint? Choose(NodePreference preference) => preference switch
    {
        NodePreference.Leader => Leader,
        NodePreference.Follower => OneOf(Followers) ?? Leader ?? OneOf(Replicas),
        NodePreference.ReadOnlyReplica => OneOf(Replicas) ?? OneOf(Followers) ?? Leader,
        _ => OneOf(All),
    };

    private static NodeEndpoint? OneOf(IReadOnlyList<NodeEndpoint> nodes) => nodes.Count == 0 ? null : nodes[Random.Shared.Next(nodes.Count)];

    private static NodeEndpoint Endpoint(MemberInfo member) => new(member.HttpEndPoint.Address, (int)member.HttpEndPoint.Port);
}

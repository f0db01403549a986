namespace Pix.EventStore;

/// <summary>Which node of a cluster answers what may be read anywhere. What is written goes to the leader in any case.</summary>
public enum NodePreference
{
    /// <summary>The leader: who reads sees what was just written.</summary>
    Leader,

    /// <summary>A follower, or the leader when there is none.</summary>
    Follower,

    /// <summary>Any node that is alive.</summary>
    Random,

    /// <summary>A read-only replica, or another node when there is none.</summary>
    ReadOnlyReplica,
}

/// <summary>A node's name or address, and its port.</summary>
public sealed record NodeEndpoint(string Host, int Port)
{
    /// <inheritdoc />
    public override string ToString() => Host.Contains(':') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}

/// <summary>A user and their password. It never prints the password.</summary>
public sealed record NodeCredentials(string User, string Password)
{
    /// <inheritdoc />
    public override string ToString() => User;
}

/// <summary>
/// Where an EventStoreDB is and how to speak to it, read from
/// <c>esdb://[user:password@]host[:2113][,host2…][/]?tls=true&amp;tlsVerifyCert=true&amp;nodePreference=leader…</c>. Durations are milliseconds.
/// </summary>
public sealed class EventStoreDbConnection
{
    internal EventStoreDbConnection()
    {
    }

    /// <summary>The port of a host that names none.</summary>
    public const int DefaultPort = 2113;

    /// <summary>The hosts, in the order given: a single node, or where to ask for the cluster's members.</summary>
    public required IReadOnlyList<NodeEndpoint> Hosts { get; init; }

    /// <summary>Whether the members are asked for: always with several hosts, or with <c>esdb+discover://</c>.</summary>
    public bool Discovers { get; init; }

    /// <summary>Who we are; null: nobody in particular.</summary>
    public NodeCredentials? Credentials { get; init; }

    /// <summary>Whether the connection is encrypted.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Whether the server's certificate must be one that the machine trusts.</summary>
    public bool VerifyCertificate { get; init; } = true;

    /// <summary>Which node answers reads of the whole log, and subscriptions.</summary>
    public NodePreference NodePreference { get; init; } = NodePreference.Leader;

    /// <summary>How long a connection is silent before it is asked whether it lives; infinite: never.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long that answer may take.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan DefaultDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a node may take to tell the members.</summary>
    public TimeSpan GossipTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads a connection string. Throws <see cref="EventStoreDbConnectionException"/>, which names what is wrong.</summary>
    public static EventStoreDbConnection Parse(string text) => ConnectionStringReader.Read(text);

    /// <summary>The hosts, without credentials: fit for logs and messages.</summary>
    public override string ToString() => $"esdb{(Discovers ? "+discover" : "")}://{string.Join(',', Hosts)}";
}

/// <summary>A connection string that cannot be used: <paramref name="key"/> is the part or the option that is wrong.</summary>
public sealed class EventStoreDbConnectionException(string key, string message) : Exception(message)
{
    /// <summary>An option's name, or <c>scheme</c>, <c>credentials</c>, <c>host</c>, <c>path</c>.</summary>
    public string Key { get; } = key;
}

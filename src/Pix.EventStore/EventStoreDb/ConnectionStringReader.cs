using System.Globalization;

namespace Pix.EventStore;

/// <summary>Reads <c>scheme://[user:password@]host[:port][,host…][/][?option=value&amp;…]</c>.</summary>
internal static class ConnectionStringReader
{
    private static readonly string[] Schemes = ["esdb", "esdb+discover", "kurrentdb", "kurrentdb+discover"];

    public static EventStoreDbConnection Read(string text)
    {
        var (scheme, rest) = SplitScheme(text);
        var (authority, options) = SplitOptions(rest);
        var at = authority.LastIndexOf('@');
        var hosts = authority[(at + 1)..].Split(',').Select(ReadHost).ToList();
        return new EventStoreDbConnection
        {
            Hosts = hosts,
            Discovers = hosts.Count > 1 || scheme.EndsWith("+discover", StringComparison.Ordinal),
            Credentials = at < 0 ? null : ReadCredentials(authority[..at]),
            Tls = options.Boolean("tls", true),
            VerifyCertificate = options.Boolean("tlsVerifyCert", true),
            NodePreference = options.Preference("nodePreference"),
            KeepAliveInterval = options.Milliseconds("keepAliveInterval", TimeSpan.FromSeconds(10), mayBeOff: true),
            KeepAliveTimeout = options.Milliseconds("keepAliveTimeout", TimeSpan.FromSeconds(10), mayBeOff: false),
            DefaultDeadline = options.Milliseconds("defaultDeadline", TimeSpan.FromSeconds(10), mayBeOff: false),
            GossipTimeout = options.Milliseconds("gossipTimeout", TimeSpan.FromSeconds(5), mayBeOff: false),
        };
    }

    private static (string Scheme, string Behind) SplitScheme(string text)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = end < 0 ? string.Empty : text[..end].ToLowerInvariant();
        if (!Schemes.Contains(scheme))
            throw new EventStoreDbConnectionException("scheme", $"A connection string begins with one of {string.Join(", ", Schemes.Select(name => $"{name}://"))}.");
        return (scheme, text[(end + 3)..]);
    }

    private static (string Authority, ConnectionOptions Options) SplitOptions(string rest)
    {
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var authority = question < 0 ? rest : rest[..question];
        var slash = authority.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && slash != authority.Length - 1)
            throw new EventStoreDbConnectionException("path", "A connection string has no path: after the hosts comes '?' or nothing. A '/' in a password is written %2F.");
        return (authority.TrimEnd('/'), ConnectionOptions.Read(question < 0 ? string.Empty : rest[(question + 1)..]));
    }

    private static NodeCredentials ReadCredentials(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            throw new EventStoreDbConnectionException("credentials", "Credentials are 'user:password' before '@'; what is special in them is percent-encoded.");
        return new NodeCredentials(Uri.UnescapeDataString(text[..colon]), Uri.UnescapeDataString(text[(colon + 1)..]));
    }

    private static NodeEndpoint ReadHost(string text)
    {
        var (host, port) = text.StartsWith('[') ? SplitAddress(text) : SplitName(text);
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown) throw Host(text);
        if (port is null) return new NodeEndpoint(host, EventStoreDbConnection.DefaultPort);
        return int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= ushort.MaxValue
            ? new NodeEndpoint(host, number)
            : throw Host(text);
    }

    private static (string Host, string? Port) SplitName(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (text, null) : (text[..colon], text[(colon + 1)..]);
    }

    private static (string Host, string? Port) SplitAddress(string text)
    {
        var end = text.IndexOf(']', StringComparison.Ordinal);
        if (end < 0) throw Host(text);
        if (end == text.Length - 1) return (text[1..end], null);
        return text[end + 1] == ':' ? (text[1..end], text[(end + 2)..]) : throw Host(text);
    }

    private static EventStoreDbConnectionException Host(string text) =>
        new("host", $"'{text}' is neither a host nor 'host:port'.");
}

using System.Globalization;

namespace Pix.EventStore;

/// <summary>The options behind the question mark. Names are told apart without regard to case; a name that means nothing is refused.</summary>
internal sealed class ConnectionOptions
{
    private static readonly string[] Names =
        ["tls", "tlsVerifyCert", "nodePreference", "keepAliveInterval", "keepAliveTimeout", "defaultDeadline", "gossipTimeout"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public static ConnectionOptions Read(string text)
    {
        var options = new ConnectionOptions();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            if (!Names.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new EventStoreDbConnectionException(name, $"The option '{name}' is not known; these are: {string.Join(", ", Names)}.");
            if (equals < 0) throw new EventStoreDbConnectionException(name, $"The option '{name}' has no value.");
            if (!options._values.TryAdd(name, Uri.UnescapeDataString(pair[(equals + 1)..])))
                throw new EventStoreDbConnectionException(name, $"The option '{name}' is there twice.");
        }

        return options;
    }

    public bool Boolean(string name, bool otherwise)
    {
        if (!_values.TryGetValue(name, out var value)) return otherwise;
        return bool.TryParse(value, out var parsed) ? parsed : throw Wrong(name, value, "true or false");
    }

    public NodePreference Preference(string name)
    {
        if (!_values.TryGetValue(name, out var value)) return NodePreference.Leader;
        var known = Enum.GetNames<NodePreference>();
        return known.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<NodePreference>(value, ignoreCase: true)
            : throw Wrong(name, value, string.Join(", ", known.Select(preference => char.ToLowerInvariant(preference[0]) + preference[1..])));
    }

    /// <summary>A positive number of milliseconds; -1 says "never" where that makes sense.</summary>
    public TimeSpan Milliseconds(string name, TimeSpan otherwise, bool mayBeOff)
    {
        if (!_values.TryGetValue(name, out var value)) return otherwise;
        if (mayBeOff && value == "-1") return Timeout.InfiniteTimeSpan;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw Wrong(name, value, "a number of milliseconds");
    }

    private static EventStoreDbConnectionException Wrong(string name, string value, string expected) =>
        new(name, $"The option '{name}' is '{value}', but must be {expected}.");
}

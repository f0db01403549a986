using Pix.EventStore.Protocol;
using static Pix.EventStore.Protocol.ReadReq.Types;
using static Pix.EventStore.Protocol.ReadReq.Types.Options.Types;

namespace Pix.EventStore;

/// <summary>What is asked of the server's reads: exactly one of each group of options, or it refuses.</summary>
internal static class ReadRequests
{
    private const ulong NoLimit = long.MaxValue;

    // How many events the server looks at before it says where it is. Large: on a shared server most may be others'.
    private const uint SearchWindow = 4096;

    public static ReadReq Stream(StreamName stream, Revision from) => Request(new Options
    {
        Stream = new StreamOptions { StreamIdentifier = BatchAppendMessages.Name(stream), Revision = (ulong)from.Value },
        Count = NoLimit,
        NoFilter = new Empty(),
    });

    /// <summary>From a position on, which is included.</summary>
    public static ReadReq All(Position from, IEnumerable<string> prefixes) => Request(new Options
    {
        All = After(from),
        Count = NoLimit,
        Filter = Filter(prefixes),
    });

    /// <summary>The last events, the very last first.</summary>
    public static ReadReq Last(bool onlyOne, IEnumerable<string> prefixes) => Request(new Options
    {
        All = new AllOptions { End = new Empty() },
        ReadDirection = ReadDirection.Backwards,
        Count = onlyOne ? 1 : NoLimit,
        Filter = Filter(prefixes),
    });

    /// <summary>What comes after a position, which is not included.</summary>
    public static ReadReq Subscription(Position after, IEnumerable<string> prefixes) => Request(new Options
    {
        All = After(after),
        Subscription = new SubscriptionOptions(),
        Filter = Filter(prefixes),
    });

    private static AllOptions After(Position position) => position == Position.Start
        ? new AllOptions { Start = new Empty() }
        : new AllOptions
        {
            Position = new Options.Types.Position { CommitPosition = (ulong)position.Value, PreparePosition = (ulong)position.Value },
        };

    private static FilterOptions Filter(IEnumerable<string> prefixes) => new()
    {
        StreamIdentifier = new FilterOptions.Types.Expression { Prefix = { prefixes } },
        Max = SearchWindow,
        CheckpointIntervalMultiplier = 1,
    };

    private static ReadReq Request(Options options)
    {
        options.UuidOption = new UUIDOption { Structured = new Empty() };
        options.ControlOption = new ControlOption { Compatibility = 1 };
        return new ReadReq { Options = options };
    }
}

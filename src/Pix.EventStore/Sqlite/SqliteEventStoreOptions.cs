namespace Pix.EventStore;

/// <summary>How the embedded engine uses its file.</summary>
public sealed record SqliteEventStoreOptions
{
    /// <summary>What a log gets when nothing is said.</summary>
    public static SqliteEventStoreOptions Default { get; } = new();

    /// <summary>How long to wait for a lock that another process holds, before <c>log_busy</c>.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A quota in bytes: above it, appends answer <c>log_full</c> as they do on a full disk. The write-ahead log comes on top.</summary>
    public long? MaximumBytes { get; init; }
}

namespace Pix.EventStore;

/// <summary>
/// Which log this is: the id that its first event gave it, and its epoch, which a move to another engine and a restored backup raise
/// (positions survive neither).
/// </summary>
public sealed record LogIdentity(Guid Log, int Epoch)
{
    private const int FirstEpoch = 1;

    /// <summary>Reads the identity; writes it first on an empty log. Two that do at once get the same.</summary>
    public static async Task<LogIdentity> GetOrCreate(IEventStore store, EventCodec codec, TimeProvider clock, CancellationToken cancel)
    {
        if (await Find(store, codec, cancel) is { } known) return known;
        await LogMarks.Append(store, codec, Streams.Log, new LogCreated(Guid.CreateVersion7(), clock.GetUtcNow()), cancel);
        return await Find(store, codec, cancel) ?? throw new LogUnavailableException("log_unreadable", "The log's first event cannot be read back.");
    }

    /// <summary>
    /// Reads the identity, or null when the log is empty. Throws <see cref="LogUnavailableException"/> <c>log_incomplete</c> for a copy that
    /// was not finished.
    /// </summary>
    public static async Task<LogIdentity?> Find(IEventStore store, EventCodec codec, CancellationToken cancel)
    {
        var created = await First(store, codec, cancel);
        if (created is null) return null;
        for (var epoch = FirstEpoch; ; epoch++)
        {
            switch (await LogMarks.Last(store, codec, Streams.Epoch(epoch + 1), cancel))
            {
                case null:
                    return new LogIdentity(created.Log, epoch);
                case LogCopyStarted:
                    throw new LogUnavailableException("log_incomplete", "A copy into this log was not finished: run 'copy' again, which goes on where it stopped.");
            }
        }
    }

    /// <summary>Begins the next epoch of a log that was put back from a backup, and answers it.</summary>
    public static async Task<LogIdentity> BeginRestored(IEventStore store, EventCodec codec, TimeProvider clock, CancellationToken cancel)
    {
        var before = await Find(store, codec, cancel) ?? throw new LogUnavailableException("log_unreadable", "The restored log has no first event.");
        var next = before with { Epoch = before.Epoch + 1 };
        await LogMarks.Append(store, codec, Streams.Epoch(next.Epoch), new LogRestored(next.Epoch, clock.GetUtcNow()), cancel);
        return next;
    }

    // Nothing else is ever written to its stream.
    private static async Task<LogCreated?> First(IEventStore store, EventCodec codec, CancellationToken cancel) =>
        (LogCreated?)await LogMarks.Last(store, codec, Streams.Log, cancel);
}

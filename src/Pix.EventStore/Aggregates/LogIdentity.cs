namespace Pix.EventStore;

/// <summary>
/// Which log this is: the id that its first event gave it, and its epoch, which a move to another engine raises (positions do not survive a
/// move).
/// </summary>
public sealed record LogIdentity(Guid Log, int Epoch)
{
    private const int FirstEpoch = 1;

    /// <summary>Reads the identity; writes it first on an empty log. Two that do at once get the same.</summary>
    public static async Task<LogIdentity> GetOrCreate(IEventStore store, EventCodec codec, TimeProvider clock, CancellationToken cancel)
    {
        if (await Find(store, codec, cancel) is { } known) return known;
        var log = Guid.CreateVersion7();
        var command = new Command(log, string.Empty, Actor.System, log);
        var now = clock.GetUtcNow();
        var id = Guid.NewGuid();
        var (type, data) = await codec.Encode(new LogCreated(log, now), Streams.Log, id, cancel);
        var metadata = new EventMetadata(now, command.Actor, command.CorrelationId, command.Id, command.Digest).ToJson();
        await store.Append(Streams.Log, Revision.None, [StreamHead.Empty.Link(Streams.Log, id, type, metadata, data).Record], cancel);
        return await Find(store, codec, cancel) ?? throw new LogUnavailableException("log_unreadable", "The log's first event cannot be read back.");
    }

    /// <summary>Reads the identity, or null when the log is empty.</summary>
    public static async Task<LogIdentity?> Find(IEventStore store, EventCodec codec, CancellationToken cancel)
    {
        await foreach (var record in store.ReadStream(Streams.Log, Revision.First, cancel))
        {
            if (codec.Decode(record).Event is LogCreated created) return new LogIdentity(created.Log, FirstEpoch);
        }

        return null;
    }
}

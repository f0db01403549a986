using Pix.Domain;

namespace Pix.EventStore;

/// <summary>What a log says of itself: its id in <c>log</c>, and the beginning of each later epoch in a stream of its own.</summary>
internal static class LogMarks
{
    /// <summary>Appends one, chained as every event; nothing when somebody else did first.</summary>
    public static async Task Append(IEventStore store, EventCodec codec, StreamName stream, IDomainEvent mark, CancellationToken cancel)
    {
        var head = StreamHead.Empty;
        await foreach (var record in store.ReadStream(stream, Revision.First, cancel).ConfigureAwait(false)) head = StreamHead.At(record);
        var command = Guid.CreateVersion7(mark.At);
        var id = Guid.NewGuid();
        var (type, data) = await codec.Encode(mark, stream, id, cancel).ConfigureAwait(false);
        var metadata = new EventMetadata(mark.At, Actor.System, command, command, string.Empty).ToJson();
        await store.Append(stream, head.Revision, [head.Link(stream, id, type, metadata, data).Record], cancel).ConfigureAwait(false);
    }

    /// <summary>The last of a stream, or null when there is none.</summary>
    public static async Task<IDomainEvent?> Last(IEventStore store, EventCodec codec, StreamName stream, CancellationToken cancel)
    {
        IDomainEvent? last = null;
        await foreach (var record in store.ReadStream(stream, Revision.First, cancel).ConfigureAwait(false)) last = codec.Decode(record).Event;
        return last;
    }
}

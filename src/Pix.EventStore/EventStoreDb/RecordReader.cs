using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>An event as the protocol tells it, as a record.</summary>
internal static class RecordReader
{
    /// <summary>The record, or null when the message tells something else. Its bytes are its own.</summary>
    public static Record? Read(ReadOnlySpan<byte> message)
    {
        var told = ReadResp.Parser.ParseFrom(message).Event?.Event;
        if (told is null) return null;
        var stream = new StreamName(told.StreamIdentifier.StreamName.ToStringUtf8());
        return PositionOf(told, stream) is not { } position ? null : new Record(
            position,
            stream,
            new Revision((long)told.StreamRevision),
            Uuids.Read(told.Id),
            told.Metadata["type"],
            told.Data.Memory,
            told.CustomMetadata.Memory);
    }

    // One number is enough to go on from only where an event is committed by itself, which is how everything but the old TCP protocol's
    // transactions writes. Servers before 23 do not tell it when a stream is read.
    // What others wrote otherwise is theirs, and no reason to stop.
    private static Position? PositionOf(ReadResp.Types.ReadEvent.Types.RecordedEvent told, StreamName stream)
    {
        if (told.CommitPosition == told.PreparePosition && told.CommitPosition <= long.MaxValue) return new Position((long)told.CommitPosition);
        if (!Streams.IsExactlyOurs(stream) && !stream.Value.StartsWith(KeyStreams.OfPersons, StringComparison.Ordinal)) return null;
        throw new GrpcFailure(GrpcStatus.Unknown, $"The server tells no single position for {stream}@{told.StreamRevision}.");
    }
}

using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>An event as the protocol tells it, as a record.</summary>
internal static class RecordReader
{
    /// <summary>The record, or null when the message tells something else. Its bytes are its own.</summary>
    public static Record? Read(ReadOnlySpan<byte> message)
    {
        var told = ReadResp.Parser.ParseFrom(message).Event?.Event;
        return told is null ? null : new Record(
            PositionOf(told),
            new StreamName(told.StreamIdentifier.StreamName.ToStringUtf8()),
            new Revision((long)told.StreamRevision),
            Uuids.Read(told.Id),
            told.Metadata["type"],
            told.Data.Memory,
            told.CustomMetadata.Memory);
    }

    // One number is enough to go on from only where an event is committed by itself, which is how everything but the old TCP protocol's
    // transactions writes. Servers before 23 do not tell it when a stream is read.
    private static Position PositionOf(ReadResp.Types.ReadEvent.Types.RecordedEvent told) =>
        told.CommitPosition == told.PreparePosition && told.CommitPosition <= long.MaxValue
            ? new Position((long)told.CommitPosition)
            : throw new GrpcFailure(GrpcStatus.Unknown, $"The server tells no single position for {told.StreamIdentifier.StreamName.ToStringUtf8()}@{told.StreamRevision}.");
}

namespace Pix.EventStore;

/// <summary>An event to store: raw bytes, of which the log knows neither types nor keys.</summary>
public sealed record NewRecord(Guid Id, string Type, ReadOnlyMemory<byte> Data, ReadOnlyMemory<byte> Metadata)
{
    /// <summary>
    /// What it counts against <see cref="IEventStore.MaximumAppendBytes"/>: as EventStoreDB's releases that count most, two bytes for a character
    /// of the type.
    /// </summary>
    public int Size => (2 * Type.Length) + Data.Length + Metadata.Length;
}

/// <summary>An event as stored.</summary>
public sealed record Record(
    Position Position,
    StreamName Stream,
    Revision Revision,
    Guid Id,
    string Type,
    ReadOnlyMemory<byte> Data,
    ReadOnlyMemory<byte> Metadata);

/// <summary>
/// Some events in log order. <paramref name="Last"/> is where to go on from (the last record's position, or the one asked for when there is
/// none). <paramref name="CaughtUp"/> marks the end of the past: nothing was behind this page when it was read.
/// </summary>
public sealed record RecordPage(IReadOnlyList<Record> Records, Position Last, bool CaughtUp);

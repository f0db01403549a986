namespace Pix.EventStore;

/// <summary>The end of a stream: what an append expects. Two heads are equal only if everything before them is.</summary>
public readonly record struct StreamHead(Revision Revision, ChainHash Chain)
{
    /// <summary>An empty stream's.</summary>
    public static StreamHead Empty { get; } = new(Revision.None, ChainHash.Zero);

    /// <summary>The head once this record is behind; its own link is taken as it stands.</summary>
    public static StreamHead At(Record record) =>
        ChainedMetadata.TryReadChain(record.Metadata.Span, out var chain)
            ? new StreamHead(record.Revision, chain)
            : throw ChainBrokenException.NoLink(record);

    /// <summary>Links a new event behind this head.</summary>
    public (NewRecord Record, StreamHead Head) Link(StreamName stream, Guid id, string type, byte[] metadata, byte[] data)
    {
        var revision = Revision + 1;
        var chain = Chain.Next(stream, revision, id, type, metadata, data);
        return (new NewRecord(id, type, data, ChainedMetadata.Join(metadata, chain)), new StreamHead(revision, chain));
    }

    /// <summary>The head once this record is behind, its link recomputed; throws <see cref="ChainBrokenException"/> when it does not hold.</summary>
    public StreamHead Verified(Record record)
    {
        if (record.Revision != Revision + 1) throw new ChainBrokenException(record, $"it follows revision {Revision}");
        if (!ChainedMetadata.TrySplit(record.Metadata.Span, out var metadata, out var chain)) throw ChainBrokenException.NoLink(record);
        if (Chain.Next(record.Stream, record.Revision, record.Id, record.Type, metadata, record.Data.Span) != chain)
            throw new ChainBrokenException(record, "its link does not match what is stored");
        return new StreamHead(record.Revision, chain);
    }
}

/// <summary>An event is not what was written: which one, and what gives it away.</summary>
public sealed class ChainBrokenException(Record record, string reason)
    : Exception($"The chain of {record.Stream} is broken at revision {record.Revision}: {reason}.")
{
    internal static ChainBrokenException NoLink(Record record) => new(record, "its metadata holds no link");
}

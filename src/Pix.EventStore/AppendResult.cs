namespace Pix.EventStore;

/// <summary>What became of an append. Nothing else is thrown for an ordinary outcome.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>It is durable: the revision and position of its last record, for a first write and for its retry alike.</summary>
    public sealed record Appended(Revision Revision, Position Position) : AppendResult;

    /// <summary>The stream is not at the expected revision; this is its last (<see cref="Revision.None"/>: empty).</summary>
    public sealed record Conflict(Revision Actual) : AppendResult;

    /// <summary>More than the limit that every engine shares.</summary>
    public sealed record TooLarge(int Bytes) : AppendResult;
}

using Pix.EventStore;

namespace Pix.Projections;

/// <summary>How far a generation has read: the position, and how many events that were, whether it handles them or not.</summary>
public readonly record struct Checkpoint(Position Position, long Events)
{
    /// <summary>Before the first event.</summary>
    public static Checkpoint Start => default;
}

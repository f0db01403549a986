namespace Pix.Domain;

/// <summary>A wish to be forgotten that waits for a jury: the state of one stream <c>erasure-{person}</c>.</summary>
public sealed record DeferredErasure : IAggregate<DeferredErasure, DeferredErasureEvent>
{
    /// <inheritdoc />
    public static DeferredErasure Initial { get; } = new();

    /// <summary>What is waited for, or null when nothing is wished, or all is done.</summary>
    public ErasureDeferred? Open { get; private init; }

    /// <inheritdoc />
    public DeferredErasure Evolve(DeferredErasureEvent happened) => happened switch
    {
        ErasureDeferred deferred => this with { Open = deferred },
        DeferredErasureCompleted => this with { Open = null },
        _ => this,
    };
}

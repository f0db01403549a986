using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>What read models are made from.</summary>
public sealed record ReadModelsOptions
{
    /// <summary>Where their files lie, such as <c>data/read</c>; made when it is missing.</summary>
    public required string Folder { get; init; }

    /// <summary>The log.</summary>
    public required IEventStore Store { get; init; }

    /// <summary>Between its records and events.</summary>
    public required EventCodec Codec { get; init; }

    /// <summary>Which log it is: the folder of another is refused.</summary>
    public required LogIdentity Log { get; init; }

    /// <summary>The projections, each name once.</summary>
    public required IReadOnlyList<ProjectionDefinition> Definitions { get; init; }

    /// <summary>Time, for timeouts, backoff and speed.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The active release, or null before the first activation.</summary>
    public required Referential? Active { get; init; }

    /// <summary>Any release by its version, or null: what was folded under an earlier one goes on under it until it is replaced.</summary>
    public required Func<ReferentialVersion, Referential?> Releases { get; init; }
}

using Pix.EventStore;

namespace Pix.Projections;

/// <summary>One projection while the process runs: what is read of it, what follows the log, what is being built. Changed under the engine's gate.</summary>
internal sealed class ProjectionSlot(ProjectionDefinition definition)
{
    public ProjectionDefinition Definition => definition;

    public string Name => definition.Name;

    /// <summary>The generation that is read, or null: none yet.</summary>
    public CatalogueEntry? Served { get; set; }

    /// <summary>The way into it; read outside the gate.</summary>
    public volatile GenerationReaders? Readers;

    /// <summary>The retired way into the kept generation: its last reader may not be back yet.</summary>
    public GenerationReaders? KeptReaders { get; set; }

    /// <summary>The served generation as it is folded; null when this release cannot go on with it.</summary>
    public Generation? Live { get; set; }

    /// <summary>What is to take the served one's place.</summary>
    public Generation? Target { get; set; }

    /// <summary>The target has read the past, and is served at the next caught-up mark.</summary>
    public bool IsTargetReady { get; set; }

    /// <summary>The rebuild that the target belongs to.</summary>
    public RebuildJob? Job { get; set; }

    public bool IsPaused { get; set; }

    public ProjectionError? BuildError { get; set; }

    public string? RebuiltBecause { get; set; }

    public PositionSignal Signal { get; } = new();

    /// <summary>How far readers see; null when there is nothing to read. Nothing is known of a generation that this release cannot fold.</summary>
    public Position? Visible => Served is null ? null : Live?.Visible ?? Position.Start;

    public void Publish() => Signal.Publish(Visible);
}

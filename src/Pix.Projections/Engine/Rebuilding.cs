using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>What a rebuild of a projection would do: from which generation, under which referential, over how many events at most.</summary>
public sealed record RebuildPlan(
    string Projection,
    int? ServedGeneration,
    int FromVersion,
    int ToVersion,
    ReferentialVersion? FromReferential,
    ReferentialVersion? ToReferential,
    bool ResumesInterrupted,
    Position From,
    Position Head);

/// <summary>How far a rebuild is. The total is an estimate where positions are not counts; the time left is null until there is a speed.</summary>
public sealed record RebuildProgress(IReadOnlyList<string> Projections, long Done, long Total, double EventsPerSecond, TimeSpan? TimeLeft);

/// <summary>One projection of a rebuild: the generation that is served now and the events behind it, or why it stopped.</summary>
public sealed record RebuiltProjection(string Name, int Generation, long Events, ProjectionError? Error);

/// <summary>What a rebuild did. <paramref name="EventsRead"/> is what its scan read, which is less than the log when it was resumed.</summary>
public sealed record RebuildResult(IReadOnlyList<RebuiltProjection> Projections, long EventsRead, TimeSpan Elapsed)
{
    /// <summary>The events that the rebuilt projections are folded from.</summary>
    public long Events => Projections.Where(projection => projection.Error is null).Select(projection => projection.Events).DefaultIfEmpty(0).Max();

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Projections.Count(projection => projection.Error is null)} projections from {Events} events");
}

using Pix.EventStore;

namespace Pix.Projections;

/// <summary>Counts what a rebuild's scan reads, and says how far it is.</summary>
internal sealed class RebuildMeter(
    TimeProvider clock,
    IReadOnlyList<ProjectionSlot> slots,
    IReadOnlyList<Generation> targets,
    IProgress<RebuildProgress>? progress)
{
    private readonly IReadOnlyList<string> _names = [.. slots.Select(slot => slot.Name)];
    private readonly long _started = clock.GetTimestamp();
    private long _read;

    /// <summary>The log's head when the scan began.</summary>
    public Position Head { get; set; }

    public void AfterPage(int events)
    {
        _read += events;
        if (progress is null) return;

        // The one that is the least far, of those that go on.
        var behind = targets.Where(target => target.Error is null).Select(target => target.Read).DefaultIfEmpty().MinBy(read => read.Position);
        var total = behind.Position.Value == 0
            ? Head.Value
            : Math.Max(behind.Events, (long)((decimal)behind.Events * Math.Max(Head.Value, behind.Position.Value) / behind.Position.Value));
        var seconds = clock.GetElapsedTime(_started).TotalSeconds;
        var speed = seconds > 0 ? _read / seconds : 0;
        progress.Report(new RebuildProgress(
            _names, behind.Events, total, speed, speed > 0 ? TimeSpan.FromSeconds((total - behind.Events) / speed) : null));
    }

    public RebuildResult Result(IReadOnlyList<RebuiltProjection> done) => new([.. done], _read, clock.GetElapsedTime(_started));
}

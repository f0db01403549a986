using System.Diagnostics;

namespace Pix.Api;

/// <summary>Turns how many are done into progress: the rate since it was made, and the time left once a total is known.</summary>
public sealed class OperationMeter(string what, IProgress<OperationProgress> progress) : IProgress<long>
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>How many there are, or null as long as nobody knows.</summary>
    public long? Total { get; set; }

    /// <inheritdoc />
    public void Report(long value)
    {
        var perSecond = value / Stopwatch.GetElapsedTime(_started).TotalSeconds;
        var left = Total is { } total && perSecond > 0 ? Math.Max(0, total - value) / perSecond : (double?)null;
        progress.Report(new OperationProgress(what, value, Total, perSecond, left));
    }
}

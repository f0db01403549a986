using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Pix.Api;

/// <summary>Progress as a bar in a terminal.</summary>
internal sealed class BarProgress(string title, ProgressTask bar) : IProgress<OperationProgress>
{
    public void Report(OperationProgress value)
    {
        bar.IsIndeterminate = value.Total is null;
        if (value.Total is { } total) (bar.MaxValue, bar.Value) = (Math.Max(1, total), Math.Min(value.Done, total));
        bar.Description = Markup.Escape($"{title} {ProgressText.Of(value)}");
    }
}

/// <summary>Progress as plain lines, no more than one in two seconds.</summary>
internal sealed class PlainProgress(string title, TextWriter output) : IProgress<OperationProgress>
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private long _last = Stopwatch.GetTimestamp();

    public void Report(OperationProgress value)
    {
        lock (_gate)
        {
            if (Stopwatch.GetElapsedTime(_last) < Between) return;
            _last = Stopwatch.GetTimestamp();
            output.WriteLine($"{title} {ProgressText.Of(value)}");
        }
    }
}

internal static class ProgressText
{
    /// <summary>Such as <c>1,204 of 9,000 events, 350/s, 22 s left</c>.</summary>
    public static string Of(OperationProgress progress)
    {
        var done = progress.Total is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} of {Math.Max(total, progress.Done):N0} {progress.What}")
            : string.Create(CultureInfo.InvariantCulture, $"{progress.Done:N0} {progress.What}");
        var rate = progress.PerSecond > 0 ? string.Create(CultureInfo.InvariantCulture, $", {progress.PerSecond:N0}/s") : string.Empty;
        var left = progress.SecondsLeft is { } seconds ? string.Create(CultureInfo.InvariantCulture, $", {seconds:N0} s left") : string.Empty;
        return done + rate + left;
    }
}

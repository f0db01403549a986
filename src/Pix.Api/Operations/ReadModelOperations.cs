using System.Globalization;
using Pix.Projections;

namespace Pix.Api;

/// <summary><c>rebuild</c>: builds the next generation of read models beside the one that is read, then switches.</summary>
public sealed class RebuildReadModels : IOperation
{
    /// <inheritdoc />
    public string Name => "rebuild";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var names = await AskedProjections.Of(node, arguments, cancel);
        try
        {
            return Told(await node.ReadModels.Rebuild(names, new Meter(progress), cancel));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new OperationResult(false, $"The rebuild of {string.Join(", ", names)} was aborted; what was read before goes on being read.");
        }
    }

    /// <summary>What a rebuild did, and what stopped.</summary>
    internal static OperationResult Told(RebuildResult result)
    {
        var rebuilt = result.Projections.Count(projection => projection.Error is null);
        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"rebuilt {Counted.Of(rebuilt, "projection")} from {Counted.Of(result.Events, "event")} in {result.Elapsed.TotalSeconds:N1} s");
        var stopped = result.Projections.Where(projection => projection.Error is not null)
            .Select(projection => $"{projection.Name} stopped at {projection.Error!.EventType ?? "no event"} ({projection.Error.Position}): {projection.Error.Cause}");
        return new OperationResult(rebuilt == result.Projections.Count, string.Join("; ", [sentence, .. stopped]));
    }

    private sealed class Meter(IProgress<OperationProgress> progress) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) =>
            progress.Report(new OperationProgress("events", value.Done, value.Total, value.EventsPerSecond, value.TimeLeft?.TotalSeconds));
    }
}

/// <summary><c>abort</c>: stops rebuilds under way, and drops what they built.</summary>
public sealed class AbortRebuild : IOperation
{
    /// <inheritdoc />
    public string Name => "abort";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var aborted = new List<string>();
        foreach (var name in await AskedProjections.Of(node, arguments, cancel))
        {
            if (await node.ReadModels.Abort(name)) aborted.Add(name);
        }

        return new OperationResult(true, aborted.Count == 0
            ? "aborted 0 rebuilds: none was under way"
            : $"aborted {Counted.Of(aborted.Count, "rebuild")}: {string.Join(", ", aborted)}");
    }
}

/// <summary><c>rollback</c>: goes back to the generation that was read before.</summary>
public sealed class RollBackReadModel : IOperation
{
    /// <inheritdoc />
    public string Name => "rollback";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var result = await node.ReadModels.Rollback(arguments["projection"], cancel);
        var projection = result.Projections.Single();
        return projection.Error is { } error
            ? new OperationResult(false, $"{projection.Name} could not go back to generation {projection.Generation}: {error.Cause}")
            : new OperationResult(
                true,
                $"rolled {projection.Name} back to generation {projection.Generation}, folded from {Counted.Of(projection.Events, "event")}");
    }
}

/// <summary>The projections that an operator names; all of them when none is named.</summary>
internal static class AskedProjections
{
    public const string Argument = "projections";

    public static async Task<IReadOnlyList<string>> Of(Node node, IReadOnlyDictionary<string, string> arguments, CancellationToken cancel) =>
        arguments.TryGetValue(Argument, out var names)
            ? names.Split(',')
            : [.. (await node.ReadModels.Status(cancel)).Select(projection => projection.Name)];
}

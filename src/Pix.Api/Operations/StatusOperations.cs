using System.Text.Json;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Where a node stands: its log and epoch, its events (null where positions do not count them), the persons' keys that were not destroyed, and every read model.</summary>
public sealed record StatusReport(Guid Log, int Epoch, long? Events, long Keys, int? Referential, IReadOnlyList<ReadModelReport> ReadModels, IReadOnlyList<OpenProcessView> Processes);

/// <summary>Where a read model stands; <paramref name="Building"/> and <paramref name="Kept"/> are generations, <paramref name="Behind"/> events.</summary>
public sealed record ReadModelReport(
    string Name,
    string State,
    int? Generation,
    int? Building,
    int? Kept,
    long Checkpoint,
    long Behind,
    int? Referential,
    string? RebuiltBecause,
    string? Error)
{
    /// <summary>As an operator reads it.</summary>
    public static ReadModelReport Of(ProjectionStatus status) => new(
        status.Name,
        Text.Of(status.State),
        status.Generation,
        status.Building,
        status.Kept,
        status.Checkpoint.Value,
        status.EventsBehind,
        status.Referential?.Value,
        status.RebuiltBecause,
        status.Error is { } error ? $"{error.Code} at {error.EventType ?? "no event"} ({error.Position}): {error.Cause}" : null);
}

/// <summary><c>status</c>.</summary>
public sealed class ReadStatus : IOperation
{
    /// <inheritdoc />
    public string Name => "status";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var projections = await node.ReadModels.Status(cancel);
        var releases = (await node.Releases.Load(EventStore.Streams.Referential, cancel)).State;
        var head = (await node.Store.Head(cancel)).Value;
        var report = new StatusReport(
            node.Log.Log,
            node.Log.Epoch,
            node.Store.PositionsPerEvent == 1 ? head : null,
            await node.Keys.Count(cancel),
            releases.ActiveVersion?.Value,
            [.. projections.Select(ReadModelReport.Of)],
            OpenProcessView.AllOf(node));
        return new OperationResult(
            true,
            $"log {report.Log}: {(report.Events is { } events ? Counted.Of(events, "event") : $"position {head}")}, {Counted.Of(report.Keys, "person's key", "persons' keys")}",
            JsonSerializer.SerializeToElement(report, OperatorJson.Default.StatusReport));
    }
}

/// <summary>What a rebuild of a read model would do.</summary>
public sealed record PlannedRebuild(
    string Projection,
    int? ServedGeneration,
    int FromVersion,
    int ToVersion,
    int? FromReferential,
    int? ToReferential,
    bool Resumes,
    long Events);

/// <summary><c>plan</c>: what <c>rebuild</c> would do.</summary>
public sealed class PlanRebuild : IOperation
{
    /// <inheritdoc />
    public string Name => "plan";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var plans = await node.ReadModels.Plan(await AskedProjections.Of(node, arguments, cancel), cancel);
        IReadOnlyList<PlannedRebuild> planned =
        [
            .. plans.Select(plan => new PlannedRebuild(
                plan.Projection,
                plan.ServedGeneration,
                plan.FromVersion,
                plan.ToVersion,
                plan.FromReferential?.Value,
                plan.ToReferential?.Value,
                plan.ResumesInterrupted,
                (plan.Head.Value - plan.From.Value) / node.Store.PositionsPerEvent)),
        ];
        return new OperationResult(
            true,
            $"a rebuild of {Counted.Of(planned.Count, "projection")} would read {Counted.Of(planned.Max(plan => plan.Events), "event")} at most",
            JsonSerializer.SerializeToElement(planned, OperatorJson.Default.IReadOnlyListPlannedRebuild));
    }
}

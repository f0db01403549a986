namespace Pix.Projections;

/// <summary>A rebuild under way: several projections that share one scan of the log.</summary>
internal sealed class RebuildJob(IReadOnlyList<ProjectionSlot> slots, bool pins, CancellationToken stop) : IDisposable
{
    private readonly CancellationTokenSource _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private readonly TaskCompletionSource _switched = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting = slots.Count;

    public IReadOnlyList<ProjectionSlot> Slots => slots;

    /// <summary>What it puts in place stays until somebody asks: a rollback.</summary>
    public bool Pins => pins;

    public CancellationToken Cancelled => _cancel.Token;

    public Task<RebuildResult> Task { get; set; } = null!;

    /// <summary>Ends when each of its projections is served, or has stopped.</summary>
    public Task AllSwitched => _switched.Task;

    public List<RebuiltProjection> Done { get; } = [];

    /// <summary>One of them is served, or has stopped. Called under the engine's gate.</summary>
    public void Finish(RebuiltProjection projection)
    {
        Done.Add(projection);
        if (--_waiting == 0) _switched.SetResult();
    }

    public void Cancel() => _ = _cancel.CancelAsync();

    public void Dispose() => _cancel.Dispose();
}

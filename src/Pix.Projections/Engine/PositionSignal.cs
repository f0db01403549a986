using Pix.EventStore;

namespace Pix.Projections;

/// <summary>How far readers of a projection see, and a way to wait, without polling, until it is far enough.</summary>
internal sealed class PositionSignal
{
    private readonly Lock _gate = new();
    private Position? _visible;
    private TaskCompletionSource? _moved;

    public void Publish(Position? visible)
    {
        TaskCompletionSource? moved;
        lock (_gate)
        {
            if (_visible == visible) return;
            _visible = visible;
            moved = _moved;
            _moved = null;
        }

        moved?.SetResult();
    }

    /// <summary>Readers see this position.</summary>
    public bool IsAt(Position position)
    {
        lock (_gate) return _visible is { } visible && visible >= position;
    }

    /// <summary>True once readers see this position; false when the timeout comes first.</summary>
    public async ValueTask<bool> WaitUntil(Position position, TimeSpan timeout, TimeProvider clock, CancellationToken cancel)
    {
        if (IsAt(position)) return true;
        using var patience = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        while (!IsAt(position, out var moved))
        {
            await moved.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancel.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested) return IsAt(position);
        }

        return true;
    }

    private bool IsAt(Position position, out Task moved)
    {
        lock (_gate)
        {
            if (IsAt(position))
            {
                moved = Task.CompletedTask;
                return true;
            }

            _moved ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            moved = _moved.Task;
            return false;
        }
    }
}

namespace Pix.EventStore;

/// <summary>The last durable position, and a way to wait, without polling, until it moves.</summary>
internal sealed class HeadSignal(Position head)
{
    private readonly Lock _gate = new();
    private Position _head = head;
    private TaskCompletionSource? _moved;
    private bool _closed;

    public Position Head
    {
        get
        {
            lock (_gate) return _head;
        }
    }

    public void Publish(Position head)
    {
        TaskCompletionSource? moved;
        lock (_gate)
        {
            _head = head;
            moved = _moved;
            _moved = null;
        }

        moved?.SetResult();
    }

    /// <summary>Ends when the head is behind this position; throws once the log is closed.</summary>
    public Task WaitBeyond(Position position, CancellationToken cancel)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            if (_head > position) return Task.CompletedTask;
            _moved ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _moved.Task.WaitAsync(cancel);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _moved?.SetException(new ObjectDisposedException(nameof(SqliteEventStore)));
            _moved = null;
        }
    }
}

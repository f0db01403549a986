namespace Pix.EventStore;

/// <summary>
/// An append on its way to the writer. Until the writer takes it, its caller may cancel it, and then it is not written; afterwards the
/// outcome stands.
/// </summary>
internal sealed class PendingAppend : TaskCompletionSource<AppendResult>
{
    private const int Queued = 0;
    private const int Taken = 1;
    private const int Cancelled = 2;

    private readonly CancellationTokenRegistration _registration;
    private int _state;

    public PendingAppend(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, int bytes, CancellationToken cancel)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Stream = stream;
        Expected = expected;
        Records = records;
        Bytes = bytes;
        if (cancel.CanBeCanceled)
            _registration = cancel.UnsafeRegister(static (pending, token) => ((PendingAppend)pending!).Cancel(token), this);
    }

    public StreamName Stream { get; }

    public Revision Expected { get; }

    public IReadOnlyList<NewRecord> Records { get; }

    public int Bytes { get; }

    /// <summary>The outcome, told to the caller once its group is durable.</summary>
    public AppendResult? Outcome { get; set; }

    public bool TryTake()
    {
        if (Interlocked.CompareExchange(ref _state, Taken, Queued) != Queued) return false;
        _registration.Unregister();
        return true;
    }

    private void Cancel(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Queued) == Queued) SetCanceled(token);
    }
}

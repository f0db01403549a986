namespace Pix.EventStore;

/// <summary>
/// Appends at the leader, over one call that is opened again when it ends. An append whose call broke off is sent again, unchanged: if it
/// was written after all, the server takes it for what it is.
/// </summary>
internal sealed class BatchAppender(NodeDirectory directory, GrpcClient client, TimeSpan deadline, TimeProvider clock) : IAsyncDisposable
{
    private const int Attempts = 3;
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile BatchAppendCall? _call;

    /// <summary>
    /// Answers what became of it; of a retry, perhaps without the position (<see cref="Position.Start"/>). Throws <see cref="GrpcFailure"/>
    /// when that is unknown.
    /// </summary>
    public async Task<AppendResult> Append(
        StreamName stream,
        Revision expected,
        IReadOnlyList<NewRecord> records,
        int bytes,
        CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Once it was sent, its outcome stands: only the first sending may be taken back.
            var append = await Send(
                () => new PendingAppend(stream, expected, records, bytes, attempt == 1 ? cancel : CancellationToken.None), cancel).ConfigureAwait(false);
            try
            {
                return await Answer(append).ConfigureAwait(false);
            }
            catch (GrpcFailure failure) when (attempt < Attempts && failure.IsPassing && failure.Status != GrpcStatus.DeadlineExceeded)
            {
                // Refused by who does not lead, or the connection broke: the same bytes to whoever leads now.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_call is { } call) await call.DisposeAsync().ConfigureAwait(false);
        _opening.Dispose();
    }

    private async Task<AppendResult> Answer(PendingAppend append)
    {
        try
        {
            return await append.Task.WaitAsync(deadline, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Taken: what still waits in the queue is not to be sent any more.
            append.TryTake();
            throw GrpcFailure.TooSlow(deadline);
        }
    }

    private async ValueTask<PendingAppend> Send(Func<PendingAppend> make, CancellationToken cancel)
    {
        while (true)
        {
            var append = make();
            var open = _call;
            if (open is not null && open.TrySend(append)) return append;
            await Open(open, cancel).ConfigureAwait(false);
        }
    }

    private async Task Open(BatchAppendCall? ended, CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_call != ended) return;
            var leader = await directory.Find(NodePreference.Leader, cancel).ConfigureAwait(false);
            _call = new BatchAppendCall(leader, client, deadline, directory.Learn);
            if (ended is not null) await ended.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _opening.Release();
        }
    }
}

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
    private Task _closing = Task.CompletedTask;

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
            var append = new PendingAppend(stream, expected, records, bytes, attempt == 1 ? cancel : CancellationToken.None);
            var call = await Send(append, cancel).ConfigureAwait(false);
            try
            {
                return await Answer(call, append).ConfigureAwait(false);
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
        await _closing.ConfigureAwait(false);
        _opening.Dispose();
    }

    private async Task<AppendResult> Answer(BatchAppendCall call, PendingAppend append)
    {
        try
        {
            return await append.Task.WaitAsync(deadline, clock).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            var failure = GrpcFailure.TooSlow(deadline);
            call.GiveUp(append, failure);
            throw failure;
        }
    }

    private async ValueTask<BatchAppendCall> Send(PendingAppend append, CancellationToken cancel)
    {
        for (var opened = 0; ; opened++)
        {
            var open = _call;
            if (open is not null && open.TrySend(append)) return open;

            // Calls that end before anything is sent on them are no reason to open more and more.
            if (opened == Attempts) throw open!.Retired!;
            await Open(open, cancel).ConfigureAwait(false);
        }
    }

    // One that takes no more may still be waiting for answers, which holds nobody up.
    private async Task Open(BatchAppendCall? retired, CancellationToken cancel)
    {
        await _opening.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_call != retired) return;
            var leader = await directory.Find(NodePreference.Leader, cancel).ConfigureAwait(false);
            _call = new BatchAppendCall(leader, client, deadline, directory.Learn);
            if (retired is not null) _closing = Task.WhenAll(_closing, retired.DisposeAsync().AsTask());
        }
        finally
        {
            _opening.Release();
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>
/// One long call to one node, on which appends follow each other without waiting; answers come in any order and are told apart by their
/// correlation id. When it ends, whatever waits for an answer fails: it may have been written.
/// </summary>
internal sealed class BatchAppendCall : IAsyncDisposable
{
    private const int BytesPerWrite = 256 * 1024;
    private readonly GrpcClient _client;
    private readonly TimeSpan _deadline;
    private readonly Action<NodeEndpoint, GrpcFailure> _learn;
    private readonly ConcurrentDictionary<Guid, PendingAppend> _waiting = new();
    private readonly Channel<Guid> _queue = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _abort = new();
    private readonly Lock _gate = new();
    private readonly Task _run;
    private bool _isDisposed;

    public BatchAppendCall(NodeEndpoint node, GrpcClient client, TimeSpan deadline, Action<NodeEndpoint, GrpcFailure> learn)
    {
        Node = node;
        _client = client;
        _deadline = deadline;
        _learn = learn;
        _run = Task.Run(Run);
    }

    public NodeEndpoint Node { get; }

    /// <summary>Why it takes no more appends; null while it does.</summary>
    public GrpcFailure? Retired { get; private set; }

    /// <summary>Sends it after those before; false when the call takes no more, and it was not sent.</summary>
    public bool TrySend(PendingAppend append)
    {
        var correlation = Guid.NewGuid();
        _waiting[correlation] = append;
        if (_queue.Writer.TryWrite(correlation)) return true;
        Forget(correlation);
        return false;
    }

    /// <summary>Nobody waits for this append's answer any more: who does not answer is not asked again on this call.</summary>
    public void GiveUp(PendingAppend append, GrpcFailure why)
    {
        append.TryTake();
        foreach (var (correlation, waiting) in _waiting)
        {
            if (waiting == append) Forget(correlation);
        }

        Retire(why);
    }

    /// <summary>Sends what is queued, waits for the answers, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        TakeNoMore(new GrpcFailure(GrpcStatus.Unavailable, "The log was closed."));
        await _run.ConfigureAwait(false);
        lock (_gate)
        {
            _isDisposed = true;
            _abort.Dispose();
        }
    }

    private async Task Run()
    {
        var failure = await ReadAnswers().ConfigureAwait(false);
        Retire(failure);
        foreach (var append in _waiting.Values) append.TrySetException(failure);
        _waiting.Clear();

        // The half that still writes ends with the other.
        await _abort.CancelAsync().ConfigureAwait(false);
    }

    // Learnt before anybody can find that this call takes no more: who opens the next one looks for the leader anew.
    private void Retire(GrpcFailure why)
    {
        if (Retired is null) _learn(Node, why);
        TakeNoMore(why);
    }

    private void TakeNoMore(GrpcFailure why)
    {
        lock (_gate)
        {
            if (Retired is not null) return;
            Retired = why;
            _queue.Writer.TryComplete();
            _abort.CancelAfter(_deadline);
        }

        CloseWhenAnswered();
    }

    // Closed by who has every answer: a server that is only told that there are no more appends may stop answering those it has, or never
    // end the call.
    private void CloseWhenAnswered()
    {
        lock (_gate)
        {
            if (Retired is not null && _waiting.IsEmpty && !_isDisposed) _ = _abort.CancelAsync();
        }
    }

    private async Task<GrpcFailure> ReadAnswers()
    {
        var method = new GrpcMethod("event_store.client.streams.Streams/BatchAppend", RequiresLeader: true, Timeout.InfiniteTimeSpan);
        using var content = new Appends(this);
        try
        {
            using var call = await _client.Start(Node, method, content, _abort.Token).ConfigureAwait(false);
            while (await call.MoveNext(_abort.Token).ConfigureAwait(false)) Answer(BatchAppendResp.Parser.ParseFrom(call.Current));
            return new GrpcFailure(GrpcStatus.Unavailable, "The server ended the call.");
        }
        catch (GrpcFailure failure)
        {
            return failure;
        }
        catch (Exception failure) when (failure is OperationCanceledException || GrpcClient.IsTransport(failure, _abort.Token))
        {
            return GrpcFailure.Unreachable(failure);
        }
    }

    private void Answer(BatchAppendResp response)
    {
        if (response.CorrelationId is null) return;
        var correlation = Uuids.Read(response.CorrelationId);
        if (!_waiting.TryGetValue(correlation, out var append)) return;
        try
        {
            append.TrySetResult(BatchAppendMessages.Read(response, append.Bytes));
        }
        catch (GrpcFailure failure)
        {
            // A node that is not ready says so of each append and goes on taking more: another may lead by now.
            if (failure.Status == GrpcStatus.Unavailable) Retire(failure);
            append.TrySetException(failure);
        }

        Forget(correlation);
    }

    private async Task Write(Stream body, CancellationToken cancel)
    {
        var frames = new FrameWriter();
        await body.FlushAsync(cancel).ConfigureAwait(false);
        while (await _queue.Reader.WaitToReadAsync(cancel).ConfigureAwait(false))
        {
            while (frames.Written.Length < BytesPerWrite && _queue.Reader.TryRead(out var correlation)) Add(frames, correlation);
            await body.WriteAsync(frames.Written, cancel).ConfigureAwait(false);
            await body.FlushAsync(cancel).ConfigureAwait(false);
            frames.Clear();
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, cancel).ConfigureAwait(false);
    }

    private void Add(FrameWriter frames, Guid correlation)
    {
        if (!_waiting.TryGetValue(correlation, out var append)) return;
        if (append.TryTake())
            foreach (var message in BatchAppendMessages.Write(correlation, append, _deadline)) frames.Add(message);
        else
            Forget(correlation);
    }

    private void Forget(Guid correlation)
    {
        _waiting.TryRemove(correlation, out _);
        CloseWhenAnswered();
    }

    /// <summary>The half of the call that writes: it lasts as long as the other.</summary>
    private sealed class Appends(BatchAppendCall call) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => call.Write(stream, call._abort.Token);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            call.Write(stream, cancellationToken);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

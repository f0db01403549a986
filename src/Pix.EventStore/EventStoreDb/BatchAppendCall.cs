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
    private readonly ConcurrentDictionary<Guid, PendingAppend> _waiting = new();
    private readonly Channel<Guid> _queue = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _abort = new();
    private readonly Task _run;

    public BatchAppendCall(NodeEndpoint node, GrpcClient client, TimeSpan deadline, Action<NodeEndpoint, GrpcFailure> ended)
    {
        Node = node;
        _client = client;
        _deadline = deadline;
        _run = Task.Run(() => Run(ended));
    }

    public NodeEndpoint Node { get; }

    /// <summary>Sends it after those before; false when the call has ended, and it was not sent.</summary>
    public bool TrySend(PendingAppend append)
    {
        var correlation = Guid.NewGuid();
        _waiting[correlation] = append;
        if (_queue.Writer.TryWrite(correlation)) return true;
        _waiting.TryRemove(correlation, out _);
        return false;
    }

    /// <summary>Sends what is queued, waits for the answers, and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await ((Task)_run.WaitAsync(_deadline)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _abort.CancelAsync().ConfigureAwait(false);
        await _run.ConfigureAwait(false);
        _abort.Dispose();
    }

    private async Task Run(Action<NodeEndpoint, GrpcFailure> ended)
    {
        var failure = await ReadAnswers().ConfigureAwait(false);

        // Learnt before anybody can find that this call has ended: who opens the next one looks for the leader anew.
        ended(Node, failure);
        _queue.Writer.TryComplete();
        foreach (var append in _waiting.Values) append.TrySetException(failure);
        _waiting.Clear();

        // The half that still writes ends with the other.
        await _abort.CancelAsync().ConfigureAwait(false);
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
        if (response.CorrelationId is null || !_waiting.TryRemove(Uuids.Read(response.CorrelationId), out var append)) return;
        try
        {
            append.TrySetResult(BatchAppendMessages.Read(response, append.Bytes));
        }
        catch (GrpcFailure failure)
        {
            append.TrySetException(failure);
        }
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
    }

    private void Add(FrameWriter frames, Guid correlation)
    {
        if (!_waiting.TryGetValue(correlation, out var append)) return;
        if (append.TryTake())
            foreach (var message in BatchAppendMessages.Write(correlation, append, _deadline)) frames.Add(message);
        else
            _waiting.TryRemove(correlation, out _);
    }

    /// <summary>The half of the call that writes: it lasts until there is nothing more to append.</summary>
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

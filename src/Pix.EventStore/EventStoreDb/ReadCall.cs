namespace Pix.EventStore;

/// <summary>Records as a server sends them. Whatever goes wrong is a <see cref="GrpcFailure"/>, of which the directory learns.</summary>
internal sealed class ReadCall(NodeEndpoint node, NodeDirectory directory, GrpcCall call) : IDisposable
{
    private readonly RecordReader _records = new();

    /// <summary>The last record taken; null when the last message was none.</summary>
    public Record? Current { get; private set; }

    /// <summary>Whether another message is here already.</summary>
    public bool HasNext => call.HasNext;

    /// <summary>Takes the next message; false at the end.</summary>
    public async ValueTask<bool> MoveNext(CancellationToken cancel)
    {
        try
        {
            if (!await call.MoveNext(cancel).ConfigureAwait(false)) return false;
            Current = _records.Read(call.Current);
            return true;
        }
        catch (GrpcFailure failure)
        {
            directory.Learn(node, failure);
            throw;
        }
    }

    public void Dispose() => call.Dispose();
}

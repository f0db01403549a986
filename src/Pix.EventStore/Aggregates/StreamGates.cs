namespace Pix.EventStore;

/// <summary>
/// One command at a time per stream in this process: two at once would only conflict, and two copies of one request would both be told
/// "appended" although only the first one's bytes are in the log. Streams share gates, by hash.
/// </summary>
internal sealed class StreamGates
{
    private const int Count = 4096;
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Passage> Enter(StreamName stream, CancellationToken cancel)
    {
        var gate = _gates[(uint)stream.GetHashCode() % Count];
        await gate.WaitAsync(cancel);
        return new Passage(gate);
    }

    public readonly struct Passage(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

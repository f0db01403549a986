using System.Diagnostics.CodeAnalysis;

namespace Pix.EventStore;

/// <summary>The streams used of late, safe for many threads; a stale entry costs a conflict, never a wrong append.</summary>
internal sealed class StreamCache<TLoaded>(int capacity)
{
    private readonly BoundedCache<StreamName, TLoaded> _entries = new(capacity);
    private readonly Lock _gate = new();

    public bool TryGet(StreamName stream, [MaybeNullWhen(false)] out TLoaded loaded)
    {
        lock (_gate) return _entries.TryGet(stream, out loaded);
    }

    public void Set(StreamName stream, TLoaded loaded)
    {
        lock (_gate) _entries.Add(stream, loaded);
    }
}

using System.Diagnostics.CodeAnalysis;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>The streams used of late, safe for many threads; a stale entry costs a conflict, never a wrong append.</summary>
internal sealed class StreamCache<TState, TEvent>(int capacity)
    where TState : IAggregate<TState, TEvent>
    where TEvent : IDomainEvent
{
    private readonly BoundedCache<StreamName, LoadedStream<TState, TEvent>> _entries = new(capacity);
    private readonly Lock _gate = new();

    public bool TryGet(StreamName stream, [MaybeNullWhen(false)] out LoadedStream<TState, TEvent> loaded)
    {
        lock (_gate) return _entries.TryGet(stream, out loaded);
    }

    /// <summary>Remembers a stream, unless it is remembered further on already: who read it before an append may come back after it.</summary>
    public void Set(StreamName stream, LoadedStream<TState, TEvent> loaded)
    {
        lock (_gate)
        {
            if (_entries.TryGet(stream, out var known) && known.Head.Revision.Value >= loaded.Head.Revision.Value) return;
            _entries.Add(stream, loaded);
        }
    }

    public void Remove(StreamName stream)
    {
        lock (_gate) _entries.Remove(stream);
    }
}

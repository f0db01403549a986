namespace Pix.Projections;

/// <summary>
/// The states that a projection folds, by key: loaded from its tables on demand, changed in memory, written by a flush. About
/// <paramref name="capacity"/> unchanged ones are kept, those used of late; a changed one is never let go before it is written.
/// </summary>
public sealed class StateTable<TKey, TState>(int capacity, IComparer<TKey> order, Func<TKey, TState?> load)
    where TKey : notnull
    where TState : class
{
    private readonly Dictionary<TKey, TState> _changed = [];
    private Dictionary<TKey, TState> _young = [];
    private Dictionary<TKey, TState> _old = [];

    /// <summary>States in memory.</summary>
    public int Count => _changed.Count + _young.Count + _old.Count;

    /// <summary>Whether as many have changed as are kept.</summary>
    public bool MustFlush => _changed.Count >= capacity;

    /// <summary>The state of a key, or null when it has none.</summary>
    public TState? Find(TKey key)
    {
        if (_changed.TryGetValue(key, out var state) || _young.TryGetValue(key, out state)) return state;
        if (!_old.Remove(key, out state)) state = load(key);
        if (state is not null) Keep(key, state);
        return state;
    }

    /// <summary>Gives a key its next state.</summary>
    public void Set(TKey key, TState state)
    {
        _young.Remove(key);
        _old.Remove(key);
        _changed[key] = state;
    }

    /// <summary>Writes each changed state once, ordered by key.</summary>
    public void WriteChanged(Action<TKey, TState> write)
    {
        foreach (var (key, state) in _changed.OrderBy(entry => entry.Key, order))
        {
            write(key, state);
            Keep(key, state);
        }

        _changed.Clear();
    }

    /// <summary>Drops what is in memory about a key, which is read again when it is asked for.</summary>
    public void Drop(TKey key)
    {
        _changed.Remove(key);
        _young.Remove(key);
        _old.Remove(key);
    }

    // Two generations, of which the older is dropped when the younger is full: cheap, and near enough to "used of late".
    private void Keep(TKey key, TState state)
    {
        if (_young.Count >= Math.Max(1, capacity / 2))
        {
            (_young, _old) = (_old, _young);
            _young.Clear();
        }

        _young[key] = state;
    }
}

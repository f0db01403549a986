using Pix.Domain;

namespace Pix.Projections;

/// <summary>The readers of one generation, lent for one read at a time; after its retirement the last one that comes back closes it.</summary>
internal sealed class GenerationReaders(string file, int generation, Referential? referential)
{
    private const int KeptOpen = 16;

    private readonly Lock _gate = new();
    private readonly Stack<ReadModelReader> _idle = new();
    private Action? _whenClosed;
    private int _lent;
    private bool _retired;

    public int Generation => generation;

    public Referential? Referential => referential;

    /// <summary>A reader, or null when another generation took this one's place.</summary>
    public ReadModelReader? TryTake()
    {
        lock (_gate)
        {
            if (_retired) return null;
            _lent++;
            if (_idle.TryPop(out var idle)) return idle;
        }

        try
        {
            return new ReadModelReader(file, generation, referential);
        }
        catch
        {
            GiveBack(null);
            throw;
        }
    }

    public void GiveBack(ReadModelReader? reader)
    {
        Action? whenClosed = null;
        lock (_gate)
        {
            _lent--;
            if (reader is not null && !_retired && _idle.Count < KeptOpen)
            {
                _idle.Push(reader);
                reader = null;
            }

            if (_retired && _lent == 0) (whenClosed, _whenClosed) = (_whenClosed, null);
        }

        reader?.Dispose();
        whenClosed?.Invoke();
    }

    /// <summary>Lends no more.</summary>
    public void Retire()
    {
        lock (_gate)
        {
            _retired = true;
            while (_idle.TryPop(out var reader)) reader.Dispose();
        }
    }

    /// <summary>After a retirement: runs an action, such as deleting the file, once the last reader is back, which may be now.</summary>
    public void WhenClosed(Action action)
    {
        lock (_gate)
        {
            if (_lent > 0)
            {
                _whenClosed = action;
                return;
            }
        }

        action();
    }
}

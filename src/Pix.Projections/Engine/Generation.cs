using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// One generation being folded: a projection, its file, and how far it has read. It never throws on an event: it stops there, says why, and
/// its file keeps the last good state.
/// </summary>
internal sealed class Generation : IDisposable
{
    // Changes between two flushes while the past is read, and events between two checkpoints when nothing changes.
    private const int FlushEvery = 100_000;

    private readonly Lock _gate = new();
    private readonly IProjection _projection;
    private readonly GenerationFile _file;
    private Checkpoint _read;
    private Checkpoint _written;
    private long _visible;
    private int _changes;
    private bool _disposed;

    private Generation(CatalogueEntry entry, Referential? referential, IProjection projection, GenerationFile file)
    {
        Entry = entry;
        Referential = referential;
        _projection = projection;
        _file = file;
        _projection.Open(file.Tables);
        _read = _written = file.ReadCheckpoint();
        _visible = _read.Position.Value;
    }

    public CatalogueEntry Entry { get; }

    public Referential? Referential { get; }

    public IReadOnlySet<Type> Handles => _projection.Handles;

    public bool HoldsPersonalData => _projection.HoldsPersonalData;

    /// <summary>How far it has read.</summary>
    public Checkpoint Read
    {
        get
        {
            lock (_gate) return _read;
        }
    }

    /// <summary>How far readers of its file see. Known without waiting for a flush.</summary>
    public Position Visible => new(Volatile.Read(ref _visible));

    /// <summary>Why it stopped, or null while it goes on.</summary>
    public ProjectionError? Error { get; private set; }

    public static Generation Create(string path, CatalogueEntry entry, GenerationIdentity identity, Referential? referential, IProjection projection) =>
        new(entry, referential, projection, GenerationFile.Create(path, identity, projection));

    /// <summary>Null when the file is missing, damaged or another's.</summary>
    public static Generation? TryOpen(
        string path, CatalogueEntry entry, GenerationIdentity identity, Referential? referential, IProjection projection) =>
        GenerationFile.TryOpen(path, identity, projection) is { } file ? new Generation(entry, referential, projection, file) : null;

    /// <summary>Folds what it has not read yet of a page; flushes when there is enough to write, and at the end of the past.</summary>
    public void Fold(DecodedPage page)
    {
        lock (_gate)
        {
            if (_disposed || Error is not null || page.Last < _read.Position) return;
            var index = 0;
            try
            {
                for (; index < page.Records.Count; index++) Fold(page, index);
                _read = _read with { Position = page.Last };
                if (IsFlushDue(page)) WriteLocked();
                if (_changes == 0) Volatile.Write(ref _visible, _read.Position.Value);
            }
            catch (Exception failure)
            {
                // Whatever it was, only this projection stops.
                Error = ProjectionError.Of(failure, index < page.Records.Count ? page.Records[index] : null);
            }
        }
    }

    /// <summary>Writes what changed, with the checkpoint.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (!_disposed && Error is null) Try(WriteLocked);
        }
    }

    /// <summary>The load is over: writes everything and makes the secondary indexes.</summary>
    public void Complete()
    {
        Flush();
        lock (_gate)
        {
            if (!_disposed && Error is null) Try(() => _file.Run(_projection.Indexes));
        }
    }

    /// <summary>Removes a person from the file; false when a reader keeps the old bytes in the write-ahead log.</summary>
    public bool Forget(PersonId person)
    {
        lock (_gate)
        {
            if (_disposed) return true;

            // What a stopped one has in memory is not to be written.
            if (Error is null) WriteLocked();
            _file.Write(_written, transaction => _projection.Forget(person, transaction));
            return _file.TryTruncateLog();
        }
    }

    /// <summary>Closes the file, after a last flush.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            if (Error is null) Try(WriteLocked);
            _disposed = true;
            _file.Dispose();
        }
    }

    private void Fold(DecodedPage page, int index)
    {
        var position = page.Records[index].Position;
        if (position <= _read.Position) return;
        if (page.Find(index, _projection.Handles) is { } recorded)
        {
            if (_projection.MustFlush) WriteLocked();
            _projection.Apply(recorded);
            _changes++;
        }

        _read = new Checkpoint(position, _read.Events + 1);
    }

    // Live, a page that changes nothing is not worth a write: readers see as far without it.
    private bool IsFlushDue(DecodedPage page) =>
        (page.IsCaughtUp && _changes > 0) || _changes >= FlushEvery || _read.Events - _written.Events >= FlushEvery;

    private void WriteLocked()
    {
        if (_read == _written && _changes == 0) return;
        _file.Write(_read, transaction => _projection.Flush(transaction));
        _written = _read;
        Volatile.Write(ref _visible, _read.Position.Value);
        _changes = 0;
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception failure)
        {
            Error = ProjectionError.Of(failure, null);
        }
    }
}

using Microsoft.Data.Sqlite;

namespace Pix.EventStore;

/// <summary>Read connections, lent for one page at a time.</summary>
internal sealed class SqliteReaderPool(string file, SqliteEventStoreOptions options) : IDisposable
{
    private const int KeptOpen = 8;

    private readonly Lock _gate = new();
    private readonly Stack<SqliteReader> _idle = new();
    private bool _closed;

    public T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader = null;
        try
        {
            reader = TakeIdle() ?? new SqliteReader(SqliteLogFile.OpenReadOnly(file, options));
            var result = read(reader);
            if (!TryKeep(reader)) reader.Dispose();
            return result;
        }
        catch (Exception failure)
        {
            reader?.Dispose();
            if (failure is SqliteException sqlite) throw SqliteFailures.Translate(sqlite, file);
            throw;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            while (_idle.TryPop(out var reader)) reader.Dispose();
        }
    }

    private SqliteReader? TakeIdle()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            return _idle.TryPop(out var reader) ? reader : null;
        }
    }

    private bool TryKeep(SqliteReader reader)
    {
        lock (_gate)
        {
            if (_closed || _idle.Count == KeptOpen) return false;
            _idle.Push(reader);
            return true;
        }
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pix.EventStore;

/// <summary>
/// A raw SQLite connection, for hot paths where an ADO.NET provider costs more than the work. Used by one thread at a time. Every failure is
/// a <see cref="SqliteException"/>.
/// </summary>
public sealed class SqliteConnectionHandle : IDisposable
{
    private readonly sqlite3 _database;

    static SqliteConnectionHandle() => Batteries_V2.Init();

    private SqliteConnectionHandle(string file, int flags, TimeSpan busyTimeout)
    {
        var code = raw.sqlite3_open_v2(file, out _database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(code, _database);
            _ = raw.sqlite3_busy_timeout(_database, (int)busyTimeout.TotalMilliseconds);
        }
        catch
        {
            _database.Dispose();
            throw;
        }
    }

    /// <summary>The handle itself, for what this class does not wrap.</summary>
    public sqlite3 Database => _database;

    /// <summary>Between BEGIN and COMMIT or ROLLBACK; some failures end a transaction by themselves.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_database) == 0;

    /// <summary>Opens for reading and writing; creates the file when it is missing.</summary>
    public static SqliteConnectionHandle Open(string file, TimeSpan busyTimeout) =>
        new(file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE, busyTimeout);

    /// <summary>Opens an existing file for reading.</summary>
    public static SqliteConnectionHandle OpenReadOnly(string file, TimeSpan busyTimeout) =>
        new(file, raw.SQLITE_OPEN_READONLY, busyTimeout);

    /// <summary>Prepares one statement, to be kept and run many times.</summary>
    public SqliteStatement Prepare(string sql) => new(_database, sql);

    /// <summary>Runs one or several statements and drops their rows.</summary>
    public void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(_database, sql), _database);

    /// <summary>The first column of the first row; 0 when it is null or there is no row.</summary>
    public long QueryInteger(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <inheritdoc />
    public void Dispose() => _database.Dispose();
}

using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pix.EventStore;

/// <summary>
/// A prepared statement. Parameters count from 1 and keep their values until they are bound again; columns count from 0 and are valid until
/// the next <see cref="Step"/> or <see cref="Reset"/>. A statement that is not reset holds its read transaction open.
/// </summary>
public sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <summary>Prepares on a raw handle, such as that of an ADO.NET connection.</summary>
    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out _statement), database);
    }

    /// <summary>Binds an integer.</summary>
    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(_statement, parameter, value));

    /// <summary>Binds bytes; none are an empty blob, not null.</summary>
    public void Bind(int parameter, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(_statement, parameter, value));

    /// <summary>Binds a text.</summary>
    public void Bind(int parameter, string value) =>
        Check(raw.sqlite3_bind_text(_statement, parameter, value.Length == 0 ? ""u8 : Encoding.UTF8.GetBytes(value)));

    /// <summary>Binds a text that is in UTF-8 already.</summary>
    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(_statement, parameter, utf8));

    /// <summary>Binds null.</summary>
    public void BindNull(int parameter) => Check(raw.sqlite3_bind_null(_statement, parameter));

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        try
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Ends the run, and with it the read transaction outside an explicit one.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    /// <summary>Runs it to its end.</summary>
    public void Execute()
    {
        while (Step())
        {
        }

        Reset();
    }

    /// <summary>The column is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>The column as an integer; 0 when it is null.</summary>
    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>The column's bytes, to be copied before the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    // As bytes, because a text may hold a zero character, where a C string would end.
    /// <summary>The column as a text; empty when it is null.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <inheritdoc />
    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }
}

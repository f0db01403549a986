using Microsoft.Data.Sqlite;

namespace Pix.EventStore;

/// <summary>The file of the embedded engine: how it is recognised, created and opened.</summary>
internal static class SqliteLogFile
{
    // The mark is "PixE".
    private static readonly SqliteFormat Format = new(0x50697845, 1, """
        CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            id BLOB NOT NULL,
            type INTEGER NOT NULL,
            metadata BLOB NOT NULL,
            data BLOB NOT NULL);
        CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
        """);

    /// <summary>The writer's connection; creates the log when there is none.</summary>
    public static SqliteConnectionHandle Open(string file, SqliteEventStoreOptions options) => Open(file, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return SqliteConnectionHandle.Open(file, options.BusyTimeout);
    }, connection =>
    {
        if (Format.Recognise(connection) == SqliteFileKind.Blank) Format.Create(connection, string.Empty);
        Require(connection, file);
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;");
        if (options.MaximumBytes is { } bytes) connection.Execute($"PRAGMA max_page_count = {bytes / connection.QueryInteger("PRAGMA page_size")};");
    });

    /// <summary>A connection that reads an existing log, beside its writer.</summary>
    public static SqliteConnectionHandle OpenReadOnly(string file, SqliteEventStoreOptions options)
    {
        if (!File.Exists(file)) throw new LogUnavailableException("log_missing", $"there is no log here ({file})");
        return Open(file, () => SqliteConnectionHandle.OpenReadOnly(file, options.BusyTimeout), connection => Require(connection, file));
    }

    private static SqliteConnectionHandle Open(string file, Func<SqliteConnectionHandle> open, Action<SqliteConnectionHandle> prepare)
    {
        SqliteConnectionHandle? connection = null;
        try
        {
            connection = open();
            prepare(connection);
            return connection;
        }
        catch (Exception failure)
        {
            connection?.Dispose();
            if (failure is SqliteException sqlite) throw SqliteFailures.Translate(sqlite, file);
            throw;
        }
    }

    private static void Require(SqliteConnectionHandle connection, string file)
    {
        switch (Format.Recognise(connection))
        {
            case SqliteFileKind.Known:
                return;
            case SqliteFileKind.Newer:
                throw new LogUnavailableException(
                    "log_newer", $"the log has a newer format than {Format.Version}, the last that this release reads: use a newer release ({file})");
            default:
                throw new LogUnavailableException("log_foreign", $"this SQLite file is not a log ({file})");
        }
    }
}

using Microsoft.Data.Sqlite;

namespace Pix.EventStore;

/// <summary>The file of the embedded engine: how it is recognised, created and opened.</summary>
internal static class SqliteLogFile
{
    // "PixE", in the file's header, so that no other SQLite file is taken for a log.
    private const long ApplicationId = 0x50697845;
    private const long FormatVersion = 1;

    private static readonly string Schema = $"""
        BEGIN IMMEDIATE;
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
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {FormatVersion};
        COMMIT;
        """;

    /// <summary>The writer's connection; creates the log when there is none.</summary>
    public static SqliteConnectionHandle Open(string file, SqliteEventStoreOptions options) => Open(file, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return SqliteConnectionHandle.Open(file, options.BusyTimeout);
    }, connection =>
    {
        if (IsBlank(connection))
        {
            connection.Execute("PRAGMA journal_mode = WAL;");
            connection.Execute(Schema);
        }

        Recognise(connection, file);
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;");
        if (options.MaximumBytes is { } bytes) connection.Execute($"PRAGMA max_page_count = {bytes / connection.QueryInteger("PRAGMA page_size")};");
    });

    /// <summary>A connection that reads an existing log, beside its writer.</summary>
    public static SqliteConnectionHandle OpenReadOnly(string file, SqliteEventStoreOptions options)
    {
        if (!File.Exists(file)) throw new LogUnavailableException("log_missing", $"there is no log here ({file})");
        return Open(file, () => SqliteConnectionHandle.OpenReadOnly(file, options.BusyTimeout), connection => Recognise(connection, file));
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

    // A file that was being created when the machine stopped has a header and nothing in it.
    private static bool IsBlank(SqliteConnectionHandle connection) =>
        connection.QueryInteger("PRAGMA application_id") == 0 && connection.QueryInteger("SELECT count(*) FROM sqlite_master") == 0;

    private static void Recognise(SqliteConnectionHandle connection, string file)
    {
        if (connection.QueryInteger("PRAGMA application_id") != ApplicationId)
            throw new LogUnavailableException("log_foreign", $"this SQLite file is not a log ({file})");
        var version = connection.QueryInteger("PRAGMA user_version");
        if (version > FormatVersion)
        {
            throw new LogUnavailableException(
                "log_newer", $"the log has format {version}, this release reads up to {FormatVersion}: use a newer release ({file})");
        }
    }
}

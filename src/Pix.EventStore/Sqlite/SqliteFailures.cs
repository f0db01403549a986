using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pix.EventStore;

/// <summary>Says in the port's words what SQLite says in codes.</summary>
internal static class SqliteFailures
{
    public static LogUnavailableException Translate(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => Unavailable("log_full", "there is no room left for the log", file, failure),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Unavailable("log_busy", "another process keeps the log locked", file, failure),
        raw.SQLITE_CONSTRAINT => Unavailable("log_busy", "another process wrote to the log at the same time", file, failure),
        raw.SQLITE_CORRUPT => Unavailable("log_corrupt", "the log is damaged: restore a backup", file, failure),
        raw.SQLITE_NOTADB => Unavailable("log_foreign", "this file is not a log", file, failure),
        _ => Unavailable("log_io_error", "the log cannot be read or written", file, failure),
    };

    private static LogUnavailableException Unavailable(string code, string sentence, string file, SqliteException failure) =>
        new(code, $"{sentence} ({file}: {failure.Message})", failure);
}

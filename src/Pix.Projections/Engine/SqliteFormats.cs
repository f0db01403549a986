using Microsoft.Data.Sqlite;
using Pix.EventStore;
using SQLitePCL;

namespace Pix.Projections;

/// <summary>How this folder's files are opened, and told from others.</summary>
internal static class SqliteFormats
{
    public static TimeSpan BusyTimeout { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The file holds something that is no database, or not a whole one.</summary>
    public static bool IsDamage(this SqliteException failure) => failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    public static void Stamp(SqliteConnectionHandle connection, long applicationId, long format) =>
        connection.Execute($"PRAGMA application_id = {applicationId}; PRAGMA user_version = {format};");

    public static bool IsBlank(SqliteConnectionHandle connection) =>
        connection.QueryInteger("PRAGMA application_id") == 0 && connection.QueryInteger("SELECT count(*) FROM sqlite_master") == 0;

    /// <summary>A database with its write-ahead log and shared memory.</summary>
    public static void Delete(string file)
    {
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(file + suffix);
    }

    public static long? IntegerOrNull(this SqliteStatement row, int column) => row.IsNull(column) ? null : row.Integer(column);

    public static string? TextOrNull(this SqliteStatement row, int column) => row.IsNull(column) ? null : row.Text(column);

    public static void BindOrNull(this SqliteStatement row, int parameter, string? text)
    {
        if (text is null) row.BindNull(parameter);
        else row.Bind(parameter, text);
    }

    public static void BindOrNull(this SqliteStatement statement, int parameter, long? value)
    {
        if (value is { } integer) statement.Bind(parameter, integer);
        else statement.BindNull(parameter);
    }
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pix.EventStore;

/// <summary>A consistent copy of a log that goes on being written.</summary>
internal static class SqliteBackup
{
    private const int PagesAtOnce = 1024;

    /// <summary>The number of events copied.</summary>
    public static long Copy(string source, string target, SqliteEventStoreOptions options, CancellationToken cancel)
    {
        if (File.Exists(target)) throw new IOException($"There is a file already: {target}");

        // Under another name until it is whole, so that what has the asked name is always a backup.
        var partial = target + ".partial";
        File.Delete(partial);
        try
        {
            var events = CopyPages(source, partial, options, cancel);
            File.Move(partial, target);
            return events;
        }
        catch (Exception failure)
        {
            File.Delete(partial);
            if (failure is SqliteException sqlite) throw SqliteFailures.Translate(sqlite, target);
            throw;
        }
    }

    private static long CopyPages(string source, string target, SqliteEventStoreOptions options, CancellationToken cancel)
    {
        using var from = SqliteLogFile.OpenReadOnly(source, options);
        using var to = SqliteConnectionHandle.Open(target, options.BusyTimeout);

        // One snapshot for the whole copy: without it, every append would make the copy start again.
        from.Execute("BEGIN");
        var events = from.QueryInteger("SELECT max(position) FROM events");
        using var backup = raw.sqlite3_backup_init(to.Database, "main", from.Database, "main");
        if (backup.IsInvalid) SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(to.Database), to.Database);
        int code;
        do
        {
            cancel.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesAtOnce);
        }
        while (code == raw.SQLITE_OK);
        if (code != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, to.Database);
        return events;
    }
}

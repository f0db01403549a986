using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pix.EventStore;

/// <summary>A consistent copy of a SQLite file that goes on being written.</summary>
internal static class SqliteBackup
{
    private const int PagesAtOnce = 1024;

    /// <summary>Copies into a new file; answers what <paramref name="count"/> counts in the copy. Fails with what SQLite fails with.</summary>
    public static long Copy(Func<SqliteConnectionHandle> openSource, string count, string target, TimeSpan busyTimeout, CancellationToken cancel)
    {
        if (File.Exists(target)) throw new IOException($"There is a file already: {target}");

        // Under another name until it is whole, so that what has the asked name is always a backup.
        var partial = target + ".partial";
        File.Delete(partial);
        try
        {
            var copied = CopyPages(openSource, count, partial, busyTimeout, cancel);
            File.Move(partial, target);
            return copied;
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    private static long CopyPages(
        Func<SqliteConnectionHandle> openSource, string count, string target, TimeSpan busyTimeout, CancellationToken cancel)
    {
        using var from = openSource();
        using var to = SqliteConnectionHandle.Open(target, busyTimeout);

        // One snapshot for the whole copy: without it, every write would make the copy start again.
        from.Execute("BEGIN");
        var copied = from.QueryInteger(count);
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
        return copied;
    }
}

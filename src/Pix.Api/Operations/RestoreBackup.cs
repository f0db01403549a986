using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// <c>restore DIR</c>: a backup into a data folder that holds no log and has no owner. Read models are built again at the next start.
/// </summary>
public static class RestoreBackup
{
    private const string Partial = ".partial";

    /// <summary>Verifies the backup, then copies it.</summary>
    public static async Task<OperationResult> Run(
        DataFolder backup,
        DataFolder folder,
        PixSettings settings,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        if (settings.LogOf(folder) is not LogConnection.Embedded log)
            return new OperationResult(false, "restore puts back an embedded log, but Pix:Log names a server, which restores its own backups (docs/operations.md).");

        if (!backup.HasLog || !File.Exists(backup.Keys)) return new OperationResult(false, $"{backup.Path} holds no backup: events.db and keys.db are expected.");
        using var ownership = Ownership.Of(folder, log, "restore");
        if (Directory.EnumerateFiles(log.Folder).Order().FirstOrDefault(file => IsPartOf(log, file)) is { } there)
            return new OperationResult(false, $"{log.Folder} holds {Path.GetFileName(there)} already: a backup is restored into a folder without log and keys.");

        var report = await LogVerification.Verify(new LogConnection.Embedded(backup.Log), progress, cancel);
        if (!report.IsSound) return new OperationResult(false, $"The backup in {backup.Path} does not hold:\n{string.Join('\n', report.Broken)}");

        // Of another log, or of another state of this one.
        if (Directory.Exists(folder.ReadModels)) Directory.Delete(folder.ReadModels, recursive: true);
        var keyFiles = KeyRingFiles.Copy(backup.KeyRing, backup.MasterKey, settings.KeyRingOf(folder), folder.MasterKey);

        // The log last, and each under another name until it is whole: what was interrupted holds no log, and can be restored again.
        File.Copy(backup.Keys, log.Keys + Partial, overwrite: true);
        foreach (var left in (string[])["-wal", "-shm"]) File.Delete(log.File + Partial + left);
        File.Copy(backup.Log, log.File + Partial, overwrite: true);
        var identity = await BeginEpoch(log.File + Partial, cancel);
        File.Move(log.Keys + Partial, log.Keys);
        File.Move(log.File + Partial, log.File);
        return new OperationResult(
            true,
            $"restored {Counted.Of(report.Events, "event")} of {Counted.Of(report.Streams, "stream")}, the persons' keys and {Counted.Of(keyFiles, "key file")} to {folder.Path} as epoch {identity.Epoch}; every chain holds, read models are rebuilt at the next start; who was erased after this backup was made must be erased again");
    }

    // What came after the backup was read, and written down, by somebody: its positions mean nothing in what comes now.
    private static async Task<LogIdentity> BeginEpoch(string file, CancellationToken cancel)
    {
        await using var store = SqliteEventStore.Open(file, SqliteEventStoreOptions.Default);
        var codec = new EventCodec(EventTypes.Pix, new NoPersonKeys(), PersonalSealing.RandomNonces);
        return await LogIdentity.BeginRestored(store, codec, TimeProvider.System, cancel);
    }

    private static bool IsPartOf(LogConnection.Embedded log, string file) =>
        !file.StartsWith(log.File + Partial, StringComparison.Ordinal)
        && !file.StartsWith(log.Keys + Partial, StringComparison.Ordinal)
        && (file.StartsWith(log.File, StringComparison.Ordinal) || file.StartsWith(log.Keys, StringComparison.Ordinal));
}

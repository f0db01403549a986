namespace Pix.Api;

/// <summary>
/// <c>restore DIR</c>: a backup into a data folder that holds no log and has no owner. Read models are built again at the next start.
/// </summary>
public static class RestoreBackup
{
    private const string Partial = ".partial";

    /// <summary>Verifies the backup, then copies it.</summary>
    public static async Task<OperationResult> Run(DataFolder backup, DataFolder folder, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        if (!backup.HasLog || !File.Exists(backup.Keys)) return new OperationResult(false, $"{backup.Path} holds no backup: events.db and keys.db are expected.");
        using var ownership = folder.Own("restore");
        if (Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order().FirstOrDefault(IsLogOrKeys) is { } there)
            return new OperationResult(false, $"{folder.Path} holds {there} already: a backup is restored into a folder without log and keys.");

        var report = await FolderVerification.Verify(backup, progress, cancel);
        if (!report.IsSound) return new OperationResult(false, $"The backup in {backup.Path} does not hold:\n{string.Join('\n', report.Broken)}");

        // Of another log, or of another state of this one.
        if (Directory.Exists(folder.ReadModels)) Directory.Delete(folder.ReadModels, recursive: true);
        var keyFiles = KeyRingFiles.Copy(backup, folder);

        // The log last, and each under another name until it is whole: what was interrupted holds no log, and can be restored again.
        File.Copy(backup.Keys, folder.Keys + Partial, overwrite: true);
        File.Copy(backup.Log, folder.Log + Partial, overwrite: true);
        File.Move(folder.Keys + Partial, folder.Keys);
        File.Move(folder.Log + Partial, folder.Log);
        return new OperationResult(
            true,
            $"restored {Counted.Of(report.Events, "event")} of {Counted.Of(report.Streams, "stream")}, the persons' keys and {Counted.Of(keyFiles, "key file")} to {folder.Path}; every chain holds, read models are rebuilt at the next start; who was erased after this backup was made must be erased again");
    }

    private static bool IsLogOrKeys(string? file) =>
        file is not null
        && !file.EndsWith(Partial, StringComparison.Ordinal)
        && (file.StartsWith("events.db", StringComparison.Ordinal) || file.StartsWith("keys.db", StringComparison.Ordinal));
}

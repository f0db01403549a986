using Pix.EventStore;

namespace Pix.Api;

/// <summary><c>backup DIR</c>: log, keys and key ring together, while the service goes on, then every chain of the copy recomputed.</summary>
public sealed class BackUp : IOperation
{
    /// <inheritdoc />
    public string Name => "backup";

    /// <inheritdoc />
    public async Task<OperationResult> Run(
        Node node,
        IReadOnlyDictionary<string, string> arguments,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        var copy = new DataFolder(arguments["folder"]);
        if (Directory.Exists(copy.Path) && Directory.EnumerateFileSystemEntries(copy.Path).Any())
            return new OperationResult(false, $"{copy.Path} is not empty: a backup needs a folder of its own.");
        PrivateFolder.Create(copy.Path);

        long keys;
        await node.ErasureGate.WaitAsync(cancel);
        try
        {
            // The log first: a key is durable before the event that uses it, so that the keys copied later open everything.
            await node.Store.BackupTo(copy.Log, cancel);
            keys = await node.Keys.BackupTo(copy.Keys, cancel);
        }
        finally
        {
            node.ErasureGate.Release();
        }

        var tokenKeys = KeyRingFiles.Copy(node.Folder, copy);
        var report = await FolderVerification.Verify(copy, progress, cancel);

        // What reading left: nobody wrote, so that they hold nothing.
        foreach (var left in (string[])["-wal", "-shm"]) File.Delete(copy.Log + left);
        return report.IsSound
            ? new OperationResult(
                true,
                $"backed up {Counted.Of(report.Events, "event")} of {Counted.Of(report.Streams, "stream")}, {Counted.Of(keys, "person's key", "persons' keys")} and {Counted.Of(tokenKeys, "key file")} to {copy.Path}; every chain of the copy holds")
            : new OperationResult(false, $"The copy in {copy.Path} does not hold:\n{string.Join('\n', report.Broken)}");
    }
}

/// <summary>The keys that are plain files: of tokens, and the master key where the configuration holds none.</summary>
internal static class KeyRingFiles
{
    /// <summary>Copies them, and answers how many.</summary>
    public static int Copy(DataFolder from, DataFolder to)
    {
        var copied = 0;
        if (Directory.Exists(from.KeyRing))
        {
            PrivateFolder.Create(to.KeyRing);
            foreach (var file in Directory.EnumerateFiles(from.KeyRing, "*.xml"))
            {
                File.Copy(file, Path.Combine(to.KeyRing, Path.GetFileName(file)), overwrite: true);
                copied++;
            }
        }

        if (!File.Exists(from.MasterKey)) return copied;
        File.Copy(from.MasterKey, to.MasterKey, overwrite: true);
        return copied + 1;
    }
}

/// <summary>A folder that only its own user may open: keys lie in it.</summary>
internal static class PrivateFolder
{
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>Recomputes every chain of a folder's log, also beside its owner.</summary>
internal static class FolderVerification
{
    public static async Task<VerificationReport> Verify(DataFolder folder, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        await using var store = SqliteEventStore.OpenReadOnly(folder.Log, SqliteEventStoreOptions.Default);
        var meter = new OperationMeter("events", progress) { Total = (await store.Head(cancel)).Value };
        return await Verification.Verify(store, meter, cancel);
    }
}

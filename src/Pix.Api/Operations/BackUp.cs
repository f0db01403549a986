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
        if (node.Engine is not { Store: SqliteEventStore log, Keys: SqlitePersonKeys personKeys })
        {
            return new OperationResult(
                false, $"backup copies the embedded log; this one is on {node.Engine.Connection.Shown}, which is backed up by its own means (docs/operations.md).");
        }

        var copy = new DataFolder(arguments["folder"]);
        if (Directory.Exists(copy.Path) && Directory.EnumerateFileSystemEntries(copy.Path).Any())
            return new OperationResult(false, $"{copy.Path} is not empty: a backup needs a folder of its own.");
        PrivateFolder.Create(copy.Path);

        long keys;
        await node.ErasureGate.WaitAsync(cancel);
        try
        {
            // The log first: a key is durable before the event that uses it, so that the keys copied later open everything.
            await log.BackupTo(copy.Log, cancel);
            keys = await personKeys.BackupTo(copy.Keys, cancel);
        }
        finally
        {
            node.ErasureGate.Release();
        }

        var tokenKeys = KeyRingFiles.Copy(node.Settings.KeyRingOf(node.Folder), node.Folder.MasterKey, copy.KeyRing, copy.MasterKey);
        var report = await LogVerification.Verify(new LogConnection.Embedded(copy.Log), progress, cancel);

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
    public static int Copy(string keyRing, string masterKey, string keyRingCopy, string masterKeyCopy)
    {
        var copied = 0;
        if (Directory.Exists(keyRing))
        {
            PrivateFolder.Create(keyRingCopy);
            foreach (var file in Directory.EnumerateFiles(keyRing, "*.xml"))
            {
                File.Copy(file, Path.Combine(keyRingCopy, Path.GetFileName(file)), overwrite: true);
                copied++;
            }
        }

        if (!File.Exists(masterKey)) return copied;
        File.Copy(masterKey, masterKeyCopy, overwrite: true);
        return copied + 1;
    }
}

/// <summary>Recomputes every chain of a log, also beside its owner.</summary>
internal static class LogVerification
{
    public static async Task<VerificationReport> Verify(LogConnection log, IProgress<OperationProgress> progress, CancellationToken cancel)
    {
        await using var store = LogEngine.OpenReadOnly(log, TimeProvider.System);
        var meter = new OperationMeter("events", progress) { Total = (await store.Head(cancel)).Value / store.PositionsPerEvent };
        return await Verification.Verify(store, meter, cancel);
    }
}

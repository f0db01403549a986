using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// <c>copy</c>: a log and its living keys from any engine to any other. It owns the folders of embedded logs meanwhile; nodes on a shared one
/// are to be stopped first.
/// </summary>
public static class CopyLog
{
    private const string Purpose = "copy";

    /// <summary>Copies, or goes on with a copy that was interrupted.</summary>
    public static async Task<OperationResult> Run(
        LogConnection from,
        LogConnection to,
        PixSettings settings,
        IProgress<OperationProgress> progress,
        CancellationToken cancel)
    {
        if (Refused(from, to) is { } refused) return new OperationResult(false, refused);
        using var source = Own(from);
        using var target = Own(to);
        var (key, differs) = MasterKeyOf(from, to, settings);
        if (differs is not null) return new OperationResult(false, differs);
        await using var before = LogEngine.Open(from, key, TimeProvider.System);
        await using var after = LogEngine.Open(to, key, TimeProvider.System);
        var copied = await new LogCopy(before.Store, before.Keys, after.Store, after.Keys, TimeProvider.System).Run(new Meter(progress), cancel);
        return new OperationResult(
            true,
            $"copied {Counted.Of(copied.Events, "event")} of {Counted.Of(copied.Streams, "stream")} ({copied.Written:N0} in this run) and {Counted.Of(copied.Keys, "person's key", "persons' keys")} from {from.Shown} to {to.Shown} as epoch {copied.Log.Epoch}; every chain holds");
    }

    private static string? Refused(LogConnection from, LogConnection to)
    {
        if (from is LogConnection.Embedded source)
        {
            if (!File.Exists(source.File) || !File.Exists(source.Keys)) return $"There is no log at {source.Shown}: the file and its keys.db are expected.";
            if (to is LogConnection.Embedded target && target.Folder == source.Folder)
                return $"Both logs would lie in {source.Folder}: each needs a folder of its own, for its keys.";
        }

        return from == to ? "Both are the same log." : null;
    }

    private static Ownership? Own(LogConnection log) => log is LogConnection.Embedded embedded ? new DataFolder(embedded.Folder).Own(Purpose) : null;

    // The same for both: names of streams hold pseudonyms that are made with it.
    private static (MasterKey Key, string? Differs) MasterKeyOf(LogConnection from, LogConnection to, PixSettings settings)
    {
        if (settings.MasterKey is { } configured) return (MasterKey.FromBase64(configured), null);
        if (FileBeside(from) is not { } file || !File.Exists(file))
            throw new SettingsException($"Pix:MasterKey is required: the one that {from.Shown} was written with.");
        var key = File.ReadAllText(file);
        if (FileBeside(to) is { } copy)
        {
            if (!File.Exists(copy)) File.Copy(file, copy);
            else if (File.ReadAllText(copy) != key) return (MasterKey.FromBase64(key), $"{copy} is another master key than {file}: copy into a folder of its own.");
        }

        return (MasterKey.FromBase64(key), null);
    }

    private static string? FileBeside(LogConnection log) => log is LogConnection.Embedded embedded ? new DataFolder(embedded.Folder).MasterKey : null;

    private sealed class Meter(IProgress<OperationProgress> progress) : IProgress<LogCopyProgress>
    {
        private readonly OperationMeter _meter = new("events", progress);

        public void Report(LogCopyProgress value)
        {
            _meter.Total = value.Total;
            _meter.Report(value.Events);
        }
    }
}

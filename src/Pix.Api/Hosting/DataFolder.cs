using System.Text.Json;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Where one process keeps everything: the log, the keys, the read models, the key ring of tokens, the operator's socket.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>The log, unless another is configured; in a backup it is always this one.</summary>
    public string Log => In("events.db");

    /// <summary>The persons' keys of that log, wrapped.</summary>
    public string Keys => In("keys.db");

    /// <summary>The master key, where the configuration holds none.</summary>
    public string MasterKey => In("master.key");

    /// <summary>Keys that protect tokens.</summary>
    public string KeyRing => In("keyring");

    /// <summary>Read models, one file per projection and generation.</summary>
    public string ReadModels => In("read");

    /// <summary>Mails that wait to be relayed, or notes of those that left.</summary>
    public string Outbox => In("outbox");

    /// <summary>Where files are received, which lose their name at once.</summary>
    public string Received => In("received");

    /// <summary>How far erasures were followed, on a log that is shared.</summary>
    public string Erasures => In("erasures.json");

    /// <summary>Where verbs reach a running owner.</summary>
    public string OperatorSocket => In("operator.sock");

    /// <summary>Whether the log of the default name is there.</summary>
    public bool HasLog => File.Exists(Log);

    private string Lock => In("owner.lock");

    private string OwnerNote => In("owner.json");

    /// <summary>
    /// Becomes the owner, until the ownership is disposed or the process dies: the operating system holds the lock. Throws
    /// <see cref="DataFolderOwnedException"/>, naming the owner, when another process is.
    /// </summary>
    public Ownership Own(string purpose)
    {
        PrivateFolder.Create(Path);
        FileStream held;
        try
        {
            held = new FileStream(Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DataFolderOwnedException(this, ReadOwner());
        }

        File.WriteAllText(OwnerNote, JsonSerializer.Serialize(new Owner(Environment.ProcessId, purpose), HostingJson.Default.Owner));
        return new Ownership(held, OwnerNote);
    }

    /// <summary>Who owns it, as they noted it; null when nobody does, or their note cannot be read.</summary>
    public Owner? ReadOwner()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(OwnerNote), HostingJson.Default.Owner);
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            return null; // The lock alone decides; the note only helps to name its holder.
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}

/// <summary>Who owns a data folder.</summary>
public sealed record Owner(int ProcessId, string Purpose);

/// <summary>The ownership of a data folder, given back by disposing.</summary>
public sealed class Ownership(FileStream held, string ownerNote) : IDisposable
{
    private Ownership? _log;

    /// <summary>Owns a data folder, and the folder of its embedded log where that lies elsewhere: two must not write to one file.</summary>
    public static Ownership Of(DataFolder folder, LogConnection log, string purpose)
    {
        var ownership = folder.Own(purpose);
        if (log is not LogConnection.Embedded embedded || embedded.Folder == System.IO.Path.GetFullPath(folder.Path)) return ownership;
        try
        {
            ownership._log = new DataFolder(embedded.Folder).Own(purpose);
            return ownership;
        }
        catch
        {
            ownership.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _log?.Dispose();
        File.Delete(ownerNote);
        held.Dispose();
    }
}

/// <summary>Another process owns the data folder.</summary>
public sealed class DataFolderOwnedException(DataFolder folder, Owner? owner) : Exception(
    $"The data folder {folder.Path} is owned by {(owner is null ? "another process" : $"process {owner.ProcessId} ({owner.Purpose})")}.");

[System.Text.Json.Serialization.JsonSerializable(typeof(Owner))]
internal sealed partial class HostingJson : System.Text.Json.Serialization.JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pix.EventStore;

/// <summary>
/// How far one node has followed the erasures of a log that it shares: a small file of its own, beside its read models, which are what it
/// has to make forget. Lost, or of another log or epoch, it is followed from the start.
/// </summary>
public sealed class ErasureCheckpointFile(string file) : IErasureCheckpoint
{
    /// <inheritdoc />
    public Position Followed(LogIdentity log)
    {
        if (!File.Exists(file)) return Position.Start;
        var stored = Read();
        return stored?.Log == log.Log && stored.Epoch == log.Epoch ? new Position(stored.Followed) : Position.Start;
    }

    /// <inheritdoc />
    public async Task SetFollowed(LogIdentity log, Position position)
    {
        // Whole under another name first, so that a crash leaves the one before.
        var partial = file + ".partial";
        await using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, new StoredCheckpoint(log.Log, log.Epoch, position.Value), StoredCheckpointJson.Default.StoredCheckpoint);
            stream.Flush(flushToDisk: true);
        }

        File.Move(partial, file, overwrite: true);
    }

    private StoredCheckpoint? Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), StoredCheckpointJson.Default.StoredCheckpoint);
        }
        catch (JsonException)
        {
            return null; // Damaged: following from the start again does everything that may be missing.
        }
    }
}

internal sealed record StoredCheckpoint(Guid Log, int Epoch, long Followed);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StoredCheckpoint))]
internal sealed partial class StoredCheckpointJson : JsonSerializerContext;

using System.Buffers;
using System.Text.Json;

namespace Pix.EventStore;

/// <summary>Who did it: an opaque id, never a name, and a role.</summary>
public sealed record Actor(string Id, string Role)
{
    /// <summary>The system itself, for what nobody asked for by hand.</summary>
    public static Actor System { get; } = new("pix", "system");
}

/// <summary>
/// What is recorded about an event beside what happened: when, by whom, in which conversation (<c>$correlationId</c>), by which command
/// (<c>$causationId</c>), and the digest of the request, so that a retry is told from another request under the same key.
/// </summary>
public sealed record EventMetadata(DateTimeOffset At, Actor Actor, Guid CorrelationId, Guid CommandId, string Digest)
{
    /// <summary>The JSON object, without its link.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(384);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("at"u8, At);
            json.WriteStartObject("actor"u8);
            json.WriteString("id"u8, Actor.Id);
            json.WriteString("role"u8, Actor.Role);
            json.WriteEndObject();
            json.WriteString("$correlationId"u8, CorrelationId);
            json.WriteString("$causationId"u8, CommandId);
            json.WriteString("digest"u8, Digest);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote, linked or not; members that it does not know are passed over.</summary>
    public static EventMetadata Read(ReadOnlyMemory<byte> metadata)
    {
        using var json = JsonDocument.Parse(metadata);
        var root = json.RootElement;
        var actor = root.GetProperty("actor"u8);
        return new EventMetadata(
            root.GetProperty("at"u8).GetDateTimeOffset(),
            new Actor(actor.GetProperty("id"u8).GetString()!, actor.GetProperty("role"u8).GetString()!),
            root.GetProperty("$correlationId"u8).GetGuid(),
            root.GetProperty("$causationId"u8).GetGuid(),
            root.GetProperty("digest"u8).GetString()!);
    }
}

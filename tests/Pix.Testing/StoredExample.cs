using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>An example as it is stored, always the same: keys, nonces and ids are fixed.</summary>
public static class StoredExample
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The record that this example makes under these keys.</summary>
    public static async Task<Record> Of(StoredEventExample example, PersonKeysInMemory keys)
    {
        var codec = new EventCodec(EventTypes.Pix, keys, nonce => nonce.Fill(7));
        var id = NameBasedGuid.Of("golden", EventTypes.Pix.Of(example.Event).Name);
        var (type, data) = await codec.Encode(example.Event, example.Stream, id, CancellationToken.None);
        var actor = new Actor(StoredEventExamples.Learner.ToString(), "learner");
        var metadata = new EventMetadata(example.Event.At, actor, NameBasedGuid.Of("correlation"), NameBasedGuid.Of("command"), new string('0', 64));
        var (linked, head) = StreamHead.Empty.Link(example.Stream, id, type, metadata.ToJson(), data);
        return new Record(new Position(1), example.Stream, head.Revision, id, type, linked.Data, linked.Metadata);
    }

    /// <summary>Stored JSON, indented and with its accents readable.</summary>
    public static string ForReading(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span)!.ToJsonString(Indented) + "\n";
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// Where the event being coded stands: System.Text.Json hands its converters no context, so the codec leaves it here, on the thread that
/// codes, for the time of one synchronous call.
/// </summary>
internal sealed class CodingScope(StreamName stream, Guid eventId, Func<PersonId, PersonKey>? keyOf, NonceSource nonces)
{
    [ThreadStatic]
    private static CodingScope? _current;

    public static CodingScope Current => _current ?? throw new InvalidOperationException("Personal data is coded by the event codec only.");

    public TResult Run<TArgument, TResult>(Func<TArgument, TResult> code, TArgument argument)
    {
        _current = this;
        try
        {
            return code(argument);
        }
        finally
        {
            _current = null;
        }
    }

    public SealedValue Seal(PersonId person, ReadOnlySpan<byte> clear) =>
        PersonalSealing.Seal(clear, (keyOf ?? throw new InvalidOperationException("Decoding seals nothing."))(person), stream, eventId, nonces);

    public SealedValue Sealed(byte[] bytes) => new(bytes, stream, eventId);
}

/// <summary>Writes a personal value sealed, and reads it sealed: <c>{ "person": id, "sealed": base64 }</c>.</summary>
internal sealed class PersonalConverter<T> : JsonConverter<Personal<T>>
    where T : class
{
    public override Personal<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        PersonId? person = null;
        byte[]? bytes = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("person"u8) && reader.Read()) person = new PersonId(reader.GetGuid());
            else if (reader.ValueTextEquals("sealed"u8) && reader.Read()) bytes = reader.GetBytesFromBase64();
            else reader.Skip();
        }

        return person is { } whose && bytes is not null
            ? new Personal<T>(whose) { Seal = CodingScope.Current.Sealed(bytes) }
            : throw new JsonException("A personal value needs person and sealed.");
    }

    public override void Write(Utf8JsonWriter writer, Personal<T> value, JsonSerializerOptions options)
    {
        var clear = value.Value ?? throw new JsonException("A value that was read back is not stored again.");
        writer.WriteStartObject();
        writer.WriteString("person"u8, value.Person.Value);
        var seal = CodingScope.Current.Seal(value.Person, JsonSerializer.SerializeToUtf8Bytes(clear, StoredEventsJson.TypeOf<T>()));
        writer.WriteBase64String("sealed"u8, seal.Bytes);
        writer.WriteEndObject();
    }
}

using System.Text.Json;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>An event as read back, with where it stands.</summary>
public sealed record RecordedEvent(Position Position, StreamName Stream, Revision Revision, Guid Id, IDomainEvent Event);

/// <summary>
/// Between events and records. Personal values are sealed on the way in and stay sealed on the way out, so that folding needs no key.
/// </summary>
public sealed class EventCodec(EventTypes types, IPersonKeys keys, NonceSource nonces)
{
    /// <summary>The stored names.</summary>
    public EventTypes Types => types;

    /// <summary>
    /// The stored type and data of an event. Makes the key of a person that it is the first to speak of, and throws
    /// <see cref="PersonKeyException"/> <c>person_erased</c> when that key was destroyed.
    /// </summary>
    public async ValueTask<(string Type, byte[] Data)> Encode(IDomainEvent happened, StreamName stream, Guid eventId, CancellationToken cancel)
    {
        var type = types.Of(happened);
        foreach (var personal in type.Personal)
        {
            if (personal(happened) is { } data && await keys.GetOrCreate(data.Person, cancel) is null)
                throw new PersonKeyException("person_erased", $"Person {data.Person} was erased: nothing is written about them any more.");
        }

        var scope = new CodingScope(stream, eventId, KeyOf, nonces);
        return (type.Name, scope.Run(static coded => JsonSerializer.SerializeToUtf8Bytes(coded.happened, coded.Json), (happened, type.Json)));
    }

    /// <summary>The event of a record; throws <see cref="EventTypesException"/> for a name of ours that is not known.</summary>
    public RecordedEvent Decode(Record record)
    {
        var (type, data) = types.Resolve(record.Type, record.Data);
        var scope = new CodingScope(record.Stream, record.Id, null, nonces);
        var happened = scope.Run(
            static coded => JsonSerializer.Deserialize(coded.data.Span, coded.Json)
                ?? throw new JsonException("A stored event is null."),
            (data, type.Json));
        return new RecordedEvent(record.Position, record.Stream, record.Revision, record.Id, (IDomainEvent)happened);
    }

    private PersonKey KeyOf(PersonId person) =>
        keys.Find(person).Key
        ?? throw new PersonKeyException("person_erased", $"Person {person} was erased while something was written about them.");
}

using System.Text.Json;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>A personal value made readable: the value, or the fact that its person was erased.</summary>
public readonly record struct Opened<T>(T? Value, bool IsErased)
    where T : class;

/// <summary>Opens personal values for who may show them.</summary>
public sealed class PersonalReader(IPersonKeys keys)
{
    /// <summary>
    /// Opens a value. A destroyed key means erased; a key that is neither there nor destroyed throws <see cref="PersonKeyException"/>
    /// <c>person_key_missing</c>: it was lost.
    /// </summary>
    public Opened<T> Open<T>(Personal<T> personal)
        where T : class
    {
        if (personal.Value is { } clear) return new Opened<T>(clear, false);
        var lookup = keys.Find(personal.Person);
        return lookup switch
        {
            { State: KeyState.Destroyed } => new Opened<T>(null, true),
            { Key: { } key } => new Opened<T>(
                JsonSerializer.Deserialize(PersonalSealing.Open((SealedValue)personal.Seal!, key), StoredEventsJson.TypeOf<T>()),
                false),
            _ => throw new PersonKeyException("person_key_missing", $"The key of person {personal.Person} is missing, though the person was not erased."),
        };
    }
}

namespace Pix.Domain;

/// <summary>
/// What an event says about a person and must be forgettable: names, birth facts, texts that people typed. The codec encrypts it under
/// the person's key; nothing personal may stand in an event outside such a property.
/// </summary>
public interface IPersonalData
{
    /// <summary>Whose it is.</summary>
    PersonId Person { get; }
}

/// <summary>
/// A personal value: in clear when just decided, sealed when read back. Folding never needs it open; who shows it asks the codec to open it.
/// </summary>
public sealed record Personal<T>(PersonId Person) : IPersonalData
    where T : class
{
    /// <summary>A value in clear.</summary>
    public Personal(PersonId person, T value)
        : this(person) => Value = value;

    /// <summary>The value in clear, or null while sealed.</summary>
    public T? Value { get; }

    /// <summary>What was stored, or null when in clear; only the codec that made it can open it.</summary>
    public object? Seal { get; init; }
}

/// <summary>A person's name.</summary>
public sealed record PersonName(string First, string Last);

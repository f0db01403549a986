using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Rewrites the stored bytes of an old shape into those of the next one, such as <c>X.v1</c> into <c>X.v2</c>.</summary>
public sealed record Upcaster(string From, string To, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Rewrite);

/// <summary>One stored name: its type, its JSON contract, and how to find the persons that an event of it speaks of.</summary>
public sealed record EventType(string Name, Type Type, JsonTypeInfo Json, IReadOnlyList<Func<object, IPersonalData?>> Personal);

/// <summary>
/// Every stored name. Making it checks the storage format and throws <see cref="EventTypesException"/>: no name twice, no version without
/// the one before it or an upcaster from it, no event without a name or a JSON contract.
/// </summary>
public sealed class EventTypes
{
    private readonly FrozenDictionary<string, EventType> _byName;
    private readonly FrozenDictionary<Type, EventType> _byType;
    private readonly FrozenDictionary<string, Upcaster> _upcasters;

    /// <summary>The names of these types and of what is upcast into them.</summary>
    public EventTypes(IEnumerable<Type> types, IJsonTypeInfoResolver json, System.Text.Json.JsonSerializerOptions options, IReadOnlyList<Upcaster> upcasters)
    {
        var all = types.Select(type => Describe(type, json, options)).ToList();
        RefuseDuplicates(all.Select(type => type.Name).Concat(upcasters.Select(upcaster => upcaster.From)));
        _byName = all.ToFrozenDictionary(type => type.Name);
        _byType = all.ToFrozenDictionary(type => type.Type);
        _upcasters = upcasters.ToFrozenDictionary(upcaster => upcaster.From);
        foreach (var name in _byName.Keys.Concat(_upcasters.Keys)) RefuseGap(name);
        foreach (var upcaster in upcasters) _ = Resolve(upcaster.To, default);
    }

    /// <summary>The project's own events.</summary>
    public static EventTypes Pix { get; } = new(
        new[] { typeof(LogCreated).Assembly, typeof(IDomainEvent).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IDomainEvent))),
        StoredEventsJson.Default,
        StoredEventsJson.Default.Options,
        []);

    /// <summary>Every type that is written today, by name.</summary>
    public IEnumerable<EventType> All => _byName.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>How an event is stored.</summary>
    public EventType Of(IDomainEvent happened) =>
        _byType.TryGetValue(happened.GetType(), out var type)
            ? type
            : throw new EventTypesException($"{happened.GetType().Name} is not a stored event.");

    /// <summary>The type behind a stored name, and its bytes brought to that type's shape; throws for a name that is not known.</summary>
    public (EventType Type, ReadOnlyMemory<byte> Data) Resolve(string name, ReadOnlyMemory<byte> data)
    {
        while (_upcasters.TryGetValue(name, out var upcaster))
        {
            name = upcaster.To;
            if (!data.IsEmpty) data = upcaster.Rewrite(data);
        }

        return _byName.TryGetValue(name, out var type)
            ? (type, data)
            : throw new EventTypesException($"The stored event '{name}' is not known to this version: a newer one wrote it.");
    }

    /// <summary>The type that a stored name becomes, or null when it is not known.</summary>
    public Type? TypeBehind(string name)
    {
        while (_upcasters.TryGetValue(name, out var upcaster)) name = upcaster.To;
        return _byName.GetValueOrDefault(name)?.Type;
    }

    private static EventType Describe(Type type, IJsonTypeInfoResolver json, System.Text.Json.JsonSerializerOptions options) => new(
        type.GetCustomAttribute<StoredAsAttribute>()?.Name ?? throw new EventTypesException($"{type.Name} has no stored name."),
        type,
        json.GetTypeInfo(type, options) ?? throw new EventTypesException($"{type.Name} has no JSON contract."),
        [.. type.GetProperties()
            .Where(property => property.PropertyType.IsAssignableTo(typeof(IPersonalData)))
            .Select(property => (Func<object, IPersonalData?>)(happened => (IPersonalData?)property.GetValue(happened)))]);

    private static void RefuseDuplicates(IEnumerable<string> names)
    {
        if (names.CountBy(name => name).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new EventTypesException($"The stored name '{twice}' stands twice.");
    }

    private void RefuseGap(string name)
    {
        if (name.LastIndexOf(".v", StringComparison.Ordinal) is not (> 0 and var dot) || !int.TryParse(name.AsSpan(dot + 2), out var version) || version < 1)
            throw new EventTypesException($"The stored name '{name}' does not end in a version, such as '.v1'.");
        var before = $"{name[..dot]}.v{version - 1}";
        if (version > 1 && !_byName.ContainsKey(before) && !_upcasters.ContainsKey(before))
            throw new EventTypesException($"'{name}' is known, but '{before}' is not: what was stored under it could not be read.");
    }
}

/// <summary>The storage format does not hold, or a stored event is not known: the reader stops rather than skip it.</summary>
public sealed class EventTypesException(string message) : Exception(message);

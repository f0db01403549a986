using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
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
    private readonly FrozenDictionary<string, ReadingPath> _byName;
    private readonly FrozenDictionary<Type, EventType> _byType;

    /// <summary>The names of these types and of what is upcast into them.</summary>
    public EventTypes(IEnumerable<Type> types, IJsonTypeInfoResolver json, JsonSerializerOptions options, IReadOnlyList<Upcaster> upcasters)
    {
        _byType = types.Select(type => Describe(type, json, options)).ToFrozenDictionary(type => type.Type);
        RefuseDuplicates(_byType.Values.Select(type => type.Name).Concat(upcasters.Select(upcaster => upcaster.From)));
        var written = _byType.Values.ToDictionary(type => type.Name);
        var steps = upcasters.ToDictionary(upcaster => upcaster.From);
        _byName = written.Keys.Concat(steps.Keys).ToFrozenDictionary(name => name, name => PathFrom(name, written, steps));
        foreach (var name in _byName.Keys) RefuseGap(name);
    }

    /// <summary>How events are written: accents as they are, for who reads them and for half the bytes; no browser takes this for HTML.</summary>
    public static JsonSerializerOptions Json { get; } = new(StoredEventsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The project's own events.</summary>
    public static EventTypes Pix { get; } = new(
        new[] { typeof(LogCreated).Assembly, typeof(IDomainEvent).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IDomainEvent))),
        StoredEventsJson.Default,
        Json,
        []);

    /// <summary>Every type that is written today, by name.</summary>
    public IEnumerable<EventType> All => _byType.Values.OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>How an event is stored.</summary>
    public EventType Of(IDomainEvent happened) =>
        _byType.TryGetValue(happened.GetType(), out var type)
            ? type
            : throw new EventTypesException($"{happened.GetType().Name} is not a stored event.");

    /// <summary>The type behind a stored name, and its bytes brought to that type's shape; throws for a name that is not known.</summary>
    public (EventType Type, ReadOnlyMemory<byte> Data) Resolve(string name, ReadOnlyMemory<byte> data) =>
        _byName.TryGetValue(name, out var path)
            ? (path.Type, path.Steps.Aggregate(data, (bytes, step) => step.Rewrite(bytes)))
            : throw new EventTypesException($"The stored event '{name}' is not known to this version: a newer one wrote it.");

    /// <summary>The type that a stored name becomes, or null when it is not known.</summary>
    public Type? TypeBehind(string name) => _byName.GetValueOrDefault(name)?.Type.Type;

    private static ReadingPath PathFrom(string name, Dictionary<string, EventType> written, Dictionary<string, Upcaster> steps)
    {
        var path = new List<Upcaster>();
        while (steps.TryGetValue(name, out var step))
        {
            if (path.Contains(step)) throw new EventTypesException($"The upcasters from '{name}' lead back to it.");
            path.Add(step);
            name = step.To;
        }

        return written.TryGetValue(name, out var type)
            ? new ReadingPath(type, path)
            : throw new EventTypesException($"An upcaster leads to '{name}', which no event bears.");
    }

    private static EventType Describe(Type type, IJsonTypeInfoResolver json, JsonSerializerOptions options) => new(
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
        if (version > 1 && !_byName.ContainsKey(before))
            throw new EventTypesException($"'{name}' is known, but '{before}' is not: what was stored under it could not be read.");
    }

    private sealed record ReadingPath(EventType Type, IReadOnlyList<Upcaster> Steps);
}

/// <summary>The storage format does not hold, or a stored event is not known: the reader stops rather than skip it.</summary>
public sealed class EventTypesException(string message) : Exception(message);

using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>A member of a stored event, by its path, such as <c>first.challenge</c> or <c>areas[].code</c>.</summary>
public sealed record JsonField(string Path, string Type, bool MayBeAbsent);

/// <summary>The members of a stored type and of what it is made of.</summary>
public static class JsonShape
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<JsonField> FieldsOf(Type type, string prefix = "")
    {
        foreach (var member in EventTypes.Json.GetTypeInfo(type).Properties)
        {
            var property = (PropertyInfo)member.AttributeProvider!;
            if (member.Get is null || property.SetMethod is null) continue;
            var path = prefix + member.Name;
            var (element, name) = Describe(member.PropertyType);
            yield return new JsonField(path, name, Nullability.Create(property).ReadState == NullabilityState.Nullable);
            if (element is not null) foreach (var inner in FieldsOf(element, name == "array of objects" ? $"{path}[]." : $"{path}.")) yield return inner;
        }
    }

    // The type whose own members are to be told too, and what the member is called.
    private static (Type? Made, string Name) Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsAssignableTo(typeof(IPersonalData))) return (null, $"personal ({Clear(type.GetGenericArguments()[0])})");
        if (type == typeof(ReadOnlyMemory<byte>)) return (null, "string (base64)");
        if (type == typeof(DateTimeOffset)) return (null, "string (instant)");
        if (type == typeof(DateOnly)) return (null, "string (date)");
        if (type == typeof(TimeOnly)) return (null, "string (time of day)");
        if (type == typeof(PixAmount)) return (null, "integer (units, 720720 to the pix)");
        if (type == typeof(Guid)) return (null, "string (UUID)");
        if (type == typeof(string)) return (null, "string");
        if (type == typeof(bool)) return (null, "boolean");
        if (type == typeof(int) || type == typeof(long)) return (null, "integer");
        if (type == typeof(PixAmount)) return (null, "integer (pix in units of 1/720720)");
        if (type.IsEnum) return (null, string.Join(" or ", Enum.GetNames(type).Select(name => $"`\"{JsonNamingPolicy.CamelCase.ConvertName(name)}\"`")));
        if (type.IsAssignableTo(typeof(IEnumerable)))
        {
            var (made, name) = Describe(type.GetGenericArguments()[0]);
            return (made, $"array of {name}s");
        }

        return IsIdentifier(type) ? Describe(type.GetProperty("Value")!.PropertyType) : (type, "object");
    }

    private static string Clear(Type type) => type == typeof(string)
        ? "string"
        : $"object: {string.Join(", ", FieldsOf(type).Select(field => field.Path))}";

    private static bool IsIdentifier(Type type) => type.IsValueType && EventTypes.Json.GetTypeInfo(type).Kind == JsonTypeInfoKind.None;
}

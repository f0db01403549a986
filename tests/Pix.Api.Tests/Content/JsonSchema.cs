using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>The part of JSON Schema 2020-12 that the samples' schemas use; a keyword it does not know is an error of the schema.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "then", "else"];

    public static JsonSchema Load(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return new JsonSchema(document.RootElement.Clone());
    }

    /// <summary>The place and reason of everything that does not hold.</summary>
    public IEnumerable<string> FaultsOf(JsonElement value) => FaultsOf(root, value, "$");

    private IEnumerable<string> FaultsOf(JsonElement schema, JsonElement value, string place)
    {
        if (schema.ValueKind == JsonValueKind.True) return [];
        if (schema.ValueKind == JsonValueKind.False) return [$"{place}: must not be there"];
        return schema.EnumerateObject()
            .Where(keyword => !Annotations.Contains(keyword.Name))
            .SelectMany(keyword => FaultsOf(schema, keyword.Name, keyword.Value, value, place));
    }

    private IEnumerable<string> FaultsOf(JsonElement schema, string keyword, JsonElement wanted, JsonElement value, string place) => keyword switch
    {
        "$ref" => FaultsOf(Resolve(wanted.GetString()!), value, place),
        "type" => When(!IsOfType(wanted.GetString()!, value), $"{place}: is not of type {wanted}"),
        "enum" => When(!wanted.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{place}: {value} is not one of {wanted}"),
        "const" => When(!JsonElement.DeepEquals(wanted, value), $"{place}: is not {wanted}"),
        "required" => Required(wanted, value, place),
        "properties" => Properties(wanted, value, place),
        "additionalProperties" => Additional(schema, value, place),
        "items" => Items(value).SelectMany((item, index) => FaultsOf(wanted, item, $"{place}[{index}]")),
        "minItems" => When(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < wanted.GetInt32(), $"{place}: has fewer than {wanted} items"),
        "maxItems" => When(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > wanted.GetInt32(), $"{place}: has more than {wanted} items"),
        "uniqueItems" => Items(value).CountBy(item => item.GetRawText()).Where(item => item.Value > 1).Select(item => $"{place}: repeats {item.Key}"),
        "minLength" => When(value.ValueKind == JsonValueKind.String && value.GetString()!.Length < wanted.GetInt32(), $"{place}: is too short"),
        "pattern" => When(
            value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, wanted.GetString()!, RegexOptions.ECMAScript),
            $"{place}: {value} does not match {wanted}"),
        "minimum" => When(value.ValueKind == JsonValueKind.Number && value.GetDecimal() < wanted.GetDecimal(), $"{place}: is less than {wanted}"),
        "maximum" => When(value.ValueKind == JsonValueKind.Number && value.GetDecimal() > wanted.GetDecimal(), $"{place}: is more than {wanted}"),
        "allOf" => wanted.EnumerateArray().SelectMany(one => FaultsOf(one, value, place)),
        "if" => schema.TryGetProperty(FaultsOf(wanted, value, place).Any() ? "else" : "then", out var branch) ? FaultsOf(branch, value, place) : [],
        _ => throw new NotSupportedException($"The keyword {keyword} is not known."),
    };

    private static IEnumerable<string> Required(JsonElement names, JsonElement value, string place) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : names.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{place}: {name} is missing");

    private IEnumerable<string> Properties(JsonElement properties, JsonElement value, string place) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : value.EnumerateObject().SelectMany(member =>
                properties.TryGetProperty(member.Name, out var schema) ? FaultsOf(schema, member.Value, $"{place}.{member.Name}") : []);

    // Only false is used, and it speaks of the names beside it.
    private static IEnumerable<string> Additional(JsonElement schema, JsonElement value, string place) =>
        value.ValueKind != JsonValueKind.Object
            ? []
            : value.EnumerateObject()
                .Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _))
                .Select(member => $"{place}: {member.Name} is unknown");

    private JsonElement Resolve(string reference) =>
        reference[2..].Split('/').Aggregate(root, (element, name) => element.GetProperty(name));

    private static List<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];

    private static IEnumerable<string> When(bool wrong, string fault) => wrong ? [fault] : [];

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => throw new NotSupportedException($"The type {type} is not known."),
    };
}

using System.Text.Json;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Reads a case's input, in which a field that is left out says the same as its usual value.</summary>
internal static class InputReader
{
    /// <summary>The elements of a list; none when it is missing.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement input, string name) =>
        input.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    /// <summary>The texts of a list; none when it is missing.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement input, string name) =>
        [.. input.List(name).Where(text => text.ValueKind == JsonValueKind.String).Select(text => text.GetString()!)];

    /// <summary>The whole numbers of a list; none when it is missing.</summary>
    public static IReadOnlyList<int> Numbers(this JsonElement input, string name) => [.. input.List(name).Select(number => number.GetInt32())];

    /// <summary>Whether a flag is set; null when it is missing.</summary>
    public static bool? Flag(this JsonElement input, string name) =>
        input.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    /// <summary>A number; null when it is missing.</summary>
    public static decimal? Number(this JsonElement input, string name) =>
        input.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDecimal() : null;
}

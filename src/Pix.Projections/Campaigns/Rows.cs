using System.Globalization;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>Instants as texts that sort: UTC, always of the same length.</summary>
internal static class Instants
{
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}

/// <summary>Texts as people look for them: without accents and capitals.</summary>
internal static class SearchText
{
    public static string Of(string text) => string.Join(' ', WordsOf(text));

    /// <summary>A name, by which lists are also sorted: last name first.</summary>
    public static string? Of(string? last, string? first) =>
        last is null && first is null ? null : Of(string.Join(' ', new[] { last, first }.OfType<string>()));

    /// <summary>The pattern of a <c>LIKE … ESCAPE '\'</c> that finds these words in this order.</summary>
    public static string Pattern(string sought) => $"%{string.Join('%', WordsOf(sought).Select(Escaped))}%";

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Treatments.ApplyT1);

    private static string Escaped(string word) => word
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>Counts by name, as JSON.</summary>
internal static class CountsJson
{
    public static string Write<TKey>(SortedDictionary<TKey, long> counts, Func<TKey, string> name)
        where TKey : notnull
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (key, count) in counts) json.WriteNumber(name(key), count);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    public static Dictionary<string, long> Read(string counts)
    {
        using var json = JsonDocument.Parse(counts);
        return json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetInt64());
    }
}

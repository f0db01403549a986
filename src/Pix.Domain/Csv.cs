using System.Globalization;
using System.Text;

namespace Pix.Domain;

/// <summary>
/// CSV as schools' spreadsheets open it (Rules 9.1, D12): UTF-8 with a byte-order mark, semicolons, lines ended by a line feed, texts in
/// double quotes unless they are made of digits and dashes only, decimal commas, and nothing that a spreadsheet would take for a formula.
/// </summary>
public static class Csv
{
    /// <summary>What a file begins with.</summary>
    public const string ByteOrderMark = "\uFEFF";

    private const int LongestName = 100;

    /// <summary>One line, ended.</summary>
    public static string Line(params IEnumerable<CsvCell> cells) => string.Join(';', cells.Select(cell => cell.Written)) + "\n";

    /// <summary>A file's name, such as <c>Resultats-Rentree_6e_B-{id}-2026-01-12-0930.csv</c>, at a local time (Rule 9.1).</summary>
    public static string FileName(string name, string id, DateTime local) =>
        string.Create(CultureInfo.InvariantCulture, $"Resultats-{Safe(name)}-{Safe(id)}-{local:yyyy-MM-dd-HHmm}.csv");

    // Letters without accents, digits, dashes and underscores: nothing that a file system or a header would read otherwise.
    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            safe.Append(char.IsAsciiLetterOrDigit(character) || character == '-' ? character : '_');
        }

        return safe.ToString(0, Math.Min(safe.Length, LongestName));
    }
}

/// <summary>A cell as it is written.</summary>
public readonly record struct CsvCell
{
    private CsvCell(string written) => Written = written;

    /// <summary>Its characters, quotes included.</summary>
    public string Written => field ?? "\"\"";

    /// <summary>A text; a missing one is empty.</summary>
    public static implicit operator CsvCell(string? text) => new(Quoted(text ?? string.Empty));

    /// <summary>A whole number.</summary>
    public static implicit operator CsvCell(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number, with a decimal comma and no useless zero.</summary>
    public static implicit operator CsvCell(decimal number) =>
        new(number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ','));

    private static string Quoted(string text)
    {
        if (IsProtected(text)) return $"\"'{Doubled(text)}\"";
        return text.Length > 0 && text.All(character => char.IsAsciiDigit(character) || character == '-') ? text : $"\"{Doubled(text)}\"";
    }

    private static string Doubled(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    private static bool IsProtected(string text) =>
        text is ['-' or '=' or '@' or '+', ..] && !(text is ['-', _, ..] && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
}

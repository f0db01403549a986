using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Pix.Api;

/// <summary>A line of a list: its number in the file, and its cells by column, trimmed; null when a cell is empty or its column is not there.</summary>
public sealed record CsvLine(int Number, Func<string, string?> Cell);

/// <summary>Reads lists that people hand in: semicolons, a line of headers, cells between quotes or not; lines without a word are left out.</summary>
internal static class CsvLines
{
    private const int LongestCell = 2000;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
        MissingFieldFound = null,
        DetectColumnCountChanges = false,
        MaxFieldSize = LongestCell,
    };

    /// <summary>
    /// Every line after the headers, one in memory at a time: its cells are to be read before the next line is. Throws
    /// <see cref="CsvListException"/> for columns that are not there and for a cell that does not end.
    /// </summary>
    public static IEnumerable<CsvLine> Of(TextReader text, IReadOnlyList<string> requiredColumns)
    {
        using var csv = new CsvReader(text, Format);
        if (!Read(csv)) throw new CsvListException("The file is empty: a line of headers is expected.") { Line = 1 };
        csv.ReadHeader();
        var missing = requiredColumns.Except(csv.HeaderRecord!).ToList();
        if (missing.Count > 0)
            throw new CsvListException($"The file has no column « {string.Join(" », « ", missing)} »: its separator is the semicolon.") { Line = 1 };
        while (Read(csv))
        {
            if (Enumerable.Range(0, csv.Parser.Count).All(cell => string.IsNullOrWhiteSpace(csv.Parser[cell]))) continue;
            yield return new CsvLine(csv.Parser.RawRow, column => csv.TryGetField<string>(column, out var cell) && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null);
        }
    }

    private static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new CsvListException($"line {csv.Parser.RawRow}: a cell has more than {LongestCell} characters.") { Line = csv.Parser.RawRow };
        }
    }
}

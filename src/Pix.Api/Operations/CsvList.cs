using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Pix.Api;

/// <summary>A line of a list: its number in the file, and its cells by column, trimmed; null when a cell is empty or its column is not there.</summary>
public sealed record CsvLine(int Number, Func<string, string?> Cell);

/// <summary>
/// A CSV file that somebody hands in: semicolons, a line of headers, UTF-8 with or without BOM. It is read line by line, and as often as it is
/// asked for: nobody changes it meanwhile.
/// </summary>
public sealed class CsvList : IDisposable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ";",
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
        MissingFieldFound = null,
        DetectColumnCountChanges = false,
    };

    private readonly Stream _file;

    private CsvList(Stream file) => _file = file;

    /// <summary>Over a file that was received.</summary>
    public static CsvList Of(Stream file) => new(file);

    /// <summary>Opens it; throws an <see cref="IOException"/> when it cannot be read.</summary>
    public static CsvList Open(string path) => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));

    /// <summary>The line of headers; none when the file is empty.</summary>
    public async Task<IReadOnlyList<string>> Headers()
    {
        using var csv = Read();
        return await csv.ReadAsync() && csv.ReadHeader() ? csv.HeaderRecord! : [];
    }

    /// <summary>Every line after the headers; throws <see cref="CsvListException"/> for columns that are not there.</summary>
    public async IAsyncEnumerable<CsvLine> Lines(IReadOnlyList<string> requiredColumns, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var csv = Read();
        if (!await csv.ReadAsync()) throw new CsvListException("The file is empty: a line of headers is expected.");
        csv.ReadHeader();
        var missing = requiredColumns.Except(csv.HeaderRecord!).ToList();
        if (missing.Count > 0) throw new CsvListException($"The file has no column « {string.Join(" », « ", missing)} »: its separator is the semicolon.");
        while (await csv.ReadAsync())
        {
            cancel.ThrowIfCancellationRequested();
            yield return new CsvLine(csv.Parser.RawRow, column => csv.TryGetField<string>(column, out var cell) && !string.IsNullOrWhiteSpace(cell) ? cell.Trim() : null);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private CsvReader Read()
    {
        _file.Position = 0;
        return new CsvReader(
            new StreamReader(_file, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true, leaveOpen: true), Format);
    }
}

/// <summary>A list cannot be taken over; the message says every line and reason.</summary>
public sealed class CsvListException(string message) : IOException(message)
{
    /// <summary>Refuses a list for these faults, the first hundred of which are told.</summary>
    public static CsvListException Of(IReadOnlyList<string> faults)
    {
        const int Told = 100;
        var more = faults.Count > Told ? $"\nand {Counted.Of(faults.Count - Told, "more fault")}" : string.Empty;
        return new CsvListException($"Nothing was written, the list has {Counted.Of(faults.Count, "fault")}:\n{string.Join('\n', faults.Take(Told))}{more}");
    }
}

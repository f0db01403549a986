using System.Text;

namespace Pix.Api;

/// <summary>A CSV file that an operator hands in: UTF-8 with or without BOM. It is read as often as it is asked for: nobody changes it meanwhile.</summary>
public sealed class CsvList : IDisposable
{
    private readonly FileStream _file;

    private CsvList(FileStream file) => _file = file;

    /// <summary>Opens it; throws an <see cref="IOException"/> when it cannot be read.</summary>
    public static CsvList Open(string path) => new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));

    /// <summary>Every line after the headers, as <see cref="CsvLines"/> reads them.</summary>
    public IEnumerable<CsvLine> Lines(IReadOnlyList<string> requiredColumns)
    {
        _file.Position = 0;
        return CsvLines.Of(
            new StreamReader(_file, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true, leaveOpen: true), requiredColumns);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}

/// <summary>A list cannot be taken over; the message says every line and reason.</summary>
public sealed class CsvListException(string message) : IOException(message)
{
    /// <summary>The line at which reading ended; null: it was read to its end.</summary>
    public int? Line { get; init; }

    /// <summary>Refuses a list for these faults, the first hundred of which are told.</summary>
    public static CsvListException Of(IReadOnlyList<string> faults)
    {
        const int Told = 100;
        var more = faults.Count > Told ? $"\nand {Counted.Of(faults.Count - Told, "more fault")}" : string.Empty;
        return new CsvListException($"Nothing was written, the list has {Counted.Of(faults.Count, "fault")}:\n{string.Join('\n', faults.Take(Told))}{more}");
    }
}

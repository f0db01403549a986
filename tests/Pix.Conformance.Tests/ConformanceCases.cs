using System.Text.Json;

namespace Pix.Conformance.Tests;

/// <summary>
/// Every case of every <c>*.json</c> of one folder: the one that <c>PIX_CONFORMANCE_CASES</c> names, else <c>cases/</c> beside the tests.
/// </summary>
public static class ConformanceCases
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Where the cases are read from.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("PIX_CONFORMANCE_CASES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(AppContext.BaseDirectory, "cases");

    /// <summary>All the cases, by file then in the file's order.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <summary>The areas that nothing answers yet, one a line; the file says how it is kept true.</summary>
    public static IReadOnlySet<string> AreasNotBuiltYet { get; } =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "areas-not-built-yet.txt"))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .ToHashSet();

    private static List<ConformanceCase> Read(string file) =>
        JsonSerializer.Deserialize<List<ConformanceCase>>(File.ReadAllText(file), Json)
        ?? throw new InvalidDataException($"{file} holds no cases.");
}

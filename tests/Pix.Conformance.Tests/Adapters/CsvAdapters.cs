using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Lines of CSV (Rules 9.1, D12).</summary>
public static class CsvAdapters
{
    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["csv.line"] = @case => @case.Expect(Csv.Line(@case.Input.List("values").Select(CellOf))),
    };

    private static CsvCell CellOf(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : value.GetString();
}

using Microsoft.Data.Sqlite;
using Pix.Projections;

namespace Pix.Api.Tests.Http;

/// <summary>Everything that a read model holds, row by row, but where it stands in the log.</summary>
internal static class ReadModelRows
{
    private static readonly string[] OfTheGeneration = ["generation", "checkpoint"];

    public static IReadOnlyList<string> Of(PixHost host, string projection) => host.Node.ReadModels.Read(projection, reader =>
        (IReadOnlyList<string>)[.. TablesOf(reader).SelectMany(table => Rows(reader, $"SELECT * FROM {table}").Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"))]);

    private static List<string> TablesOf(ReadModelReader reader) =>
        [.. Rows(reader, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").Except(OfTheGeneration)];

    private static List<string> Rows(ReadModelReader reader, string query)
    {
        using var command = new SqliteCommand(query, reader.Connection);
        using var row = command.ExecuteReader();
        var rows = new List<string>();
        while (row.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column =>
                row.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : $"{row.GetValue(column)}")));
        }

        return rows;
    }
}

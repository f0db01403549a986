using System.Text;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>What a generation's file holds, as text: every table but the checkpoint, each row's values quoted, ordered.</summary>
internal static class Tables
{
    public static string Dump(Fixture fixture, string projection, int generation)
    {
        using var connection = SqliteConnectionHandle.OpenReadOnly(Path.Combine(fixture.ReadFolder, $"{projection}.{generation}.db"), TimeSpan.FromSeconds(5));
        var dump = new StringBuilder();
        foreach (var (table, sql) in Schema(connection))
        {
            dump.AppendLine(sql);
            if (!sql.StartsWith("CREATE TABLE", StringComparison.Ordinal) || table == "checkpoint") continue;
            using var rows = connection.Prepare($"SELECT {string.Join(" || ',' || ", Columns(connection, table).Select(column => $"quote({column})"))} FROM {table} ORDER BY 1");
            while (rows.Step()) dump.AppendLine(rows.Text(0));
        }

        return dump.ToString();
    }

    private static List<(string Name, string Sql)> Schema(SqliteConnectionHandle connection)
    {
        using var rows = connection.Prepare("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
        var tables = new List<(string, string)>();
        while (rows.Step()) tables.Add((rows.Text(0), rows.Text(1)));
        return tables;
    }

    private static List<string> Columns(SqliteConnectionHandle connection, string table)
    {
        using var rows = connection.Prepare($"SELECT name FROM pragma_table_info('{table}')");
        var columns = new List<string>();
        while (rows.Step()) columns.Add(rows.Text(0));
        return columns;
    }
}

using Dapper;
using Microsoft.Data.Sqlite;

namespace Pix.Benchmarks;

/// <summary>A bare endpoint's body: of a given length, from one Dapper point query by the request's path.</summary>
internal static class PointQueryFloor
{
    /// <summary>A body of this length for each path.</summary>
    public static void Write(string file, IEnumerable<string> paths, int length)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Execute("PRAGMA journal_mode=WAL; CREATE TABLE bodies (path TEXT NOT NULL PRIMARY KEY, body BLOB NOT NULL)");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO bodies VALUES (@path, @body)", paths.Select(path => new { path, body = new byte[length] }), transaction);
        transaction.Commit();
    }

    /// <summary>Answers it. Connections are pooled by Microsoft.Data.Sqlite, as it does unless told otherwise.</summary>
    public static async Task Answer(HttpContext http, string file)
    {
        byte[] body;
        using (var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly"))
            body = connection.QueryFirst<byte[]>("SELECT body FROM bodies WHERE path = @path", new { path = http.Request.Path.Value });
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}

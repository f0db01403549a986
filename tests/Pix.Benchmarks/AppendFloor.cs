using System.Diagnostics;
using System.Globalization;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>
/// What the disk and SQLite allow: a tight loop of prepared inserts into the log's own schema, 100 events per durable transaction, with
/// nobody to answer. The engine's appends are measured against it, on the same folder.
/// </summary>
public static class AppendFloor
{
    private const int EventsPerTransaction = 100;

    /// <summary>Events per second, for so many events spread over so many streams.</summary>
    public static double EventsPerSecond(string folder, int events, int streams, int dataBytes, int metadataBytes)
    {
        using var connection = SqliteLogFile.Open(Path.Combine(folder, "floor.db"), SqliteEventStoreOptions.Default);
        using var insert = connection.Prepare(
            "INSERT INTO events (position, stream, revision, id, type, metadata, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        using var begin = connection.Prepare("BEGIN IMMEDIATE");
        using var commit = connection.Prepare("COMMIT");
        connection.Execute("INSERT INTO types (id, name) VALUES (1, 'AnswerRecorded.v1')");
        for (var stream = 1; stream <= streams; stream++)
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO streams (id, name) VALUES ({stream}, 'learner-{stream}')"));
        insert.Bind(5, 1);
        insert.Bind(6, new byte[metadataBytes]);
        insert.Bind(7, new byte[dataBytes]);

        var position = 0;
        var watch = Stopwatch.StartNew();
        while (position < events)
        {
            begin.Execute();
            for (var index = 0; index < EventsPerTransaction; index++)
            {
                insert.Bind(1, position + 1);
                insert.Bind(2, (position % streams) + 1);
                insert.Bind(3, position / streams);
                insert.Bind(4, Guid.NewGuid().ToByteArray(bigEndian: true));
                insert.Execute();
                position++;
            }

            commit.Execute();
        }

        return position / watch.Elapsed.TotalSeconds;
    }
}

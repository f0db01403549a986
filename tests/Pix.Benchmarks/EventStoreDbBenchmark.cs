using System.Diagnostics;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>
/// Appends and reads through the EventStoreDB engine, on a server that is given. The ratio is reading the whole log through the engine
/// against a loop that reads its frames and drops them. Our share is the processor time of this process in a second of the run, which
/// counts the HTTP client too.
/// </summary>
internal static class EventStoreDbBenchmark
{
    private const int Writers = 64;
    private const int BatchSize = 100;
    private const int Batches = 1_000;
    private const int Rounds = 3;
    private const int DataBytes = 400;
    private const int MetadataBytes = 250;

    public static async Task<BenchmarkResult> Run(string connectionString)
    {
        var connection = EventStoreDbConnection.Parse(connectionString);
        await using var store = EventStoreDbEventStore.Open(connection, TimeProvider.System);
        await Append(store, Writers, 20, 1);
        var one = await Measure(() => Append(store, 1, 500, 1));
        var many = await Measure(() => Append(store, Writers, 100, 1));
        var before = await store.Head(CancellationToken.None);
        var batches = await Measure(() => Append(store, 8, Batches / 8, BatchSize));
        var floors = new List<Measured>();
        var ours = new List<Measured>();
        for (var round = 0; round < Rounds; round++)
        {
            floors.Add(await Measure(() => ReadFrames(connection, before)));
            ours.Add(await Measure(() => Read(store, before)));
        }

        var floor = BenchmarkResult.Median(floors.Select(measured => measured.PerSecond));
        var own = BenchmarkResult.Median(ours.Select(measured => measured.PerSecond));
        return new BenchmarkResult(
            [
                ("append, 1 writer, events/s", one.PerSecond),
                ("append, 1 writer, our share of the time, %", one.Share),
                ($"append, {Writers} writers, events/s", many.PerSecond),
                ($"append, {Writers} writers, our share of the time, %", many.Share),
                ($"append, batches of {BatchSize}, events/s", batches.PerSecond),
                ($"append, batches of {BatchSize}, our share of the time, %", batches.Share),
                ("floor: frames of $all read and dropped, events/s", floor),
                ("read $all, events/s", own),
                ("read $all, our share of the time, %", BenchmarkResult.Median(ours.Select(measured => measured.Share))),
            ],
            own / floor);
    }

    private static async Task<long> Append(EventStoreDbEventStore store, int writers, int appends, int records)
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            var stream = new StreamName($"learner-{Guid.CreateVersion7()}");
            for (var index = 0; index < appends; index++)
            {
                var batch = Enumerable.Range(0, records)
                    .Select(_ => new NewRecord(Guid.CreateVersion7(), "AnswerRecorded.v1", new byte[DataBytes], new byte[MetadataBytes])).ToArray();
                if (await store.Append(stream, new Revision((index * (long)records) - 1), batch, CancellationToken.None) is not AppendResult.Appended)
                    throw new InvalidOperationException("An append did not land.");
            }
        })));
        return (long)writers * appends * records;
    }

    private static async Task<long> Read(EventStoreDbEventStore store, Position after)
    {
        var events = 0L;
        await foreach (var page in store.ReadAll(after, CancellationToken.None)) events += page.Records.Count;
        return events;
    }

    private static async Task<long> ReadFrames(EventStoreDbConnection connection, Position after)
    {
        using var client = new GrpcClient(connection, TimeProvider.System);
        using var directory = new NodeDirectory(connection, client);
        var node = await directory.Find(NodePreference.Leader, CancellationToken.None);
        var method = new GrpcMethod("event_store.client.streams.Streams/Read", RequiresLeader: true, connection.DefaultDeadline);
        using var call = await client.Start(node, method, ReadRequests.All(after, Streams.Prefixes), CancellationToken.None);
        var frames = 0L;
        while (await call.MoveNext(CancellationToken.None)) frames++;
        return frames;
    }

    private static async Task<Measured> Measure(Func<Task<long>> work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var events = await work();
        var share = (Environment.CpuUsage.TotalTime - processor) / watch.Elapsed;
        return new Measured(events / watch.Elapsed.TotalSeconds, 100 * share);
    }

    private sealed record Measured(double PerSecond, double Share);
}

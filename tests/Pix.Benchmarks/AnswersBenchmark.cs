using System.Text;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>
/// Answers over loopback by 32 connections, whole path to disk, against a bare endpoint that does one durable grouped insert per request.
/// Registrations and starts lie before the clock.
/// </summary>
internal static class AnswersBenchmark
{
    private const int WarmUps = 2;
    private const int Rounds = 3;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using var inserts = new GroupedInserts(Path.Combine(folder, "floor.db"));
        await using var bare = await Hosts.Bare(server => server.MapPost("/answers", async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            await inserts.Insert(body.ToArray());
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(BareReply);
        }));
        await using (node)
        await using (app)
        {
            var referential = (await node.Releases.Load(Streams.Referential, CancellationToken.None)).State.Active!;
            var load = new AnswerLoad(app, referential);
            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var (own, left) = await load.Run();
                var floor = await LoadGenerator.Run(Hosts.AddressOf(bare), async (client, _) =>
                {
                    if (Interlocked.Decrement(ref left) < 0) return false;
                    using var reply = await client.PostAsync("/answers", new ByteArrayContent(BareRequest));
                    await reply.Content.ReadAsByteArrayAsync();
                    return true;
                });
                if (round < WarmUps) continue; // The runtime compiles what is hot meanwhile.
                ours.Add(own);
                floors.Add(floor);
            }

            return new BenchmarkResult(
                [.. LoadResult.Rows("floor: one durable insert", floors), .. LoadResult.Rows("ours: POST …/answers", ours)],
                LoadResult.Ratio(ours, floors));
        }
    }

    // As long as an answer's request and reply usually are.
    private static byte[] BareRequest { get; } = Encoding.UTF8.GetBytes($"{{\"challengeId\":\"adresseWeb2-a\",\"value\":\"1,3\",\"elapsedSeconds\":12,\"x\":\"{new string('x', 20)}\"}}");

    private static byte[] BareReply { get; } = Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 2500)}\"}}");
}

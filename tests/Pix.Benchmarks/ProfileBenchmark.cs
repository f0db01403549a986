using System.Net.Http.Headers;
using Pix.Api;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>
/// The profile query by 32 connections, the host as shipped with live read models, against a bare endpoint that returns a body of the same
/// length from one Dapper point query. The learners played a whole competence before the clock.
/// </summary>
internal static class ProfileBenchmark
{
    private const int WarmUps = 2;
    private const int Rounds = 5;
    private const int Learners = 3000;
    private const int RequestsPerRound = 40_000;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using (node)
        await using (app)
        {
            var learners = await Play(node);
            await node.ReadModels.CaughtUp(CancellationToken.None);
            var tokens = app.Services.GetRequiredService<Tokens>();
            var requests = learners
                .Select(id => (Path: $"/learners/{id}/profile", Token: new AuthenticationHeaderValue("Bearer", tokens.Issue(id.ToString(), Roles.Learner, Tokens.DefaultLifetime))))
                .ToList();
            var file = Path.Combine(folder, "floor.db");
            PointQueryFloor.Write(file, requests.Select(request => request.Path), await LengthOfOne(app, requests[0]));
            await using var bare = await Hosts.Bare(server => server.MapGet("/learners/{learner}/profile", http => PointQueryFloor.Answer(http, file)));

            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var own = await Load(Hosts.AddressOf(app), requests);
                var floor = await Load(Hosts.AddressOf(bare), requests);
                if (round < WarmUps) continue; // The runtime compiles what is hot meanwhile.
                ours.Add(own);
                floors.Add(floor);
            }

            return new BenchmarkResult(
                [.. LoadResult.Rows("floor: one Dapper point query", floors), .. LoadResult.Rows("ours: GET …/profile", ours)],
                LoadResult.Ratio(ours, floors));
        }
    }

    // Both sides get the same requests, token included.
    private static Task<LoadResult> Load(Uri server, List<(string Path, AuthenticationHeaderValue Token)> requests)
    {
        var sent = -1;
        return LoadGenerator.Run(server, async (client, _) =>
        {
            var index = Interlocked.Increment(ref sent);
            if (index >= RequestsPerRound) return false;
            await Get(client, requests[index % requests.Count]);
            return true;
        });
    }

    private static async Task<byte[]> Get(HttpClient client, (string Path, AuthenticationHeaderValue Token) asked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, asked.Path) { Headers = { Authorization = asked.Token } };
        using var response = await client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static async Task<int> LengthOfOne(WebApplication app, (string Path, AuthenticationHeaderValue Token) asked)
    {
        using var client = new HttpClient { BaseAddress = Hosts.AddressOf(app) };
        return (await Get(client, asked)).Length;
    }

    private static async Task<IReadOnlyList<LearnerId>> Play(Node node)
    {
        var releases = (await node.Releases.Load(Streams.Referential, CancellationToken.None)).State;
        var competence = releases.Active!.Find(new CompetenceCode("1.1"))!;
        var learners = Enumerable.Range(0, Learners).Select(_ => new LearnerId(Guid.CreateVersion7())).ToList();
        await Parallel.ForEachAsync(learners, new ParallelOptions { MaxDegreeOfParallelism = LoadGenerator.Connections }, async (id, cancel) =>
        {
            var player = new NodePlayer(node, releases, id);
            await player.Register(cancel);
            await player.Decide((learner, now) => learner.StartTest(competence, releases.Active!, node.Settings.Rules, id.GetHashCode(), now), cancel);
            await player.AnswerAll(cancel);
        });
        return learners;
    }
}

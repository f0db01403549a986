using System.Text;
using Pix.Api;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Benchmarks;

/// <summary>
/// Public verification by code and score, by 32 connections, the host as shipped with live read models, against a bare endpoint that returns a body
/// of the same length from one Dapper point query. Sessions of 20 were published before the clock.
/// </summary>
internal static class CertificateBenchmark
{
    private const int WarmUps = 1;
    private const int Rounds = 3;
    private const int Sessions = 50;
    private const int CandidatesPerSession = 20;
    private const int RequestsPerRound = 20_000;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using (node)
        await using (app)
        {
            var requests = await Publish(node);
            await node.ReadModels.CaughtUp(CancellationToken.None);
            var file = Path.Combine(folder, "floor.db");
            using (var client = new HttpClient { BaseAddress = Hosts.AddressOf(app) })
                PointQueryFloor.Write(file, requests.Select(request => request.Path), (await Post(client, "/certificates/verify", requests[0].Body)).Length);
            await using var bare = await Hosts.Bare(server => server.MapPost("/certificates/{code}", http => PointQueryFloor.Answer(http, file)));

            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var own = await Load(Hosts.AddressOf(app), requests, _ => "/certificates/verify");
                var floor = await Load(Hosts.AddressOf(bare), requests, request => request.Path);
                if (round < WarmUps) continue; // The runtime compiles what is hot meanwhile.
                ours.Add(own);
                floors.Add(floor);
            }

            return new BenchmarkResult(
                [.. LoadResult.Rows("floor: one Dapper point query", floors), .. LoadResult.Rows("ours: POST /certificates/verify", ours)],
                LoadResult.Ratio(ours, floors));
        }
    }

    // Both sides get the same bodies.
    private static Task<LoadResult> Load(Uri server, IReadOnlyList<Request> requests, Func<Request, string> pathOf)
    {
        var sent = -1;
        return LoadGenerator.Run(server, async (client, _) =>
        {
            var index = Interlocked.Increment(ref sent);
            if (index >= RequestsPerRound) return false;
            var request = requests[index % requests.Count];
            await Post(client, pathOf(request), request.Body);
            return true;
        });
    }

    private static async Task<byte[]> Post(HttpClient client, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var response = await client.PostAsync(path, content);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static async Task<IReadOnlyList<Request>> Publish(Node node)
    {
        var requests = new List<Request>();
        AnswerStatus?[] right = [.. Enumerable.Repeat((AnswerStatus?)AnswerStatus.Ok, 15)];
        await Appended.To(node.Aggregates.Organisations, Streams.Organisation(SatSession.Centre), [SatSession.CentreRegistered, new CentreApproved(SatTest.Monday)]);
        foreach (var session in Enumerable.Range(1, Sessions).Select(number => new SatSession(number)))
        {
            var candidates = Enumerable.Range(1, CandidatesPerSession).ToList();
            await Appended.To(node.Aggregates.Sessions, Streams.Session(session.Id), [session.Opened(SatSession.Centre), .. candidates.Select(session.Enrolled)]);
            foreach (var candidate in candidates)
            {
                await Appended.To(node.Aggregates.Certifications, Streams.Certification(session.Test(candidate)), [.. session.Sat(candidate, right)]);
                var code = session.Code(candidate);
                requests.Add(new Request($"/certificates/{code}", Encoding.UTF8.GetBytes($$"""{"code":"{{code}}","score":{{session.State(candidate).Scoring!.Pix}}}""")));
            }

            await Appended.To(node.Aggregates.Sessions, Streams.Session(session.Id), [.. session.HandedIn(), session.Published(DateTimeOffset.UtcNow)]);
        }

        return requests;
    }

    private sealed record Request(string Path, byte[] Body);
}

using System.Net.Http.Headers;
using Pix.Api;
using Pix.Domain;

namespace Pix.Benchmarks;

/// <summary>
/// Results sent by 32 connections, each by a learner of their own who has finished the test of a campaign, against answers by as many connections
/// in the same host: <see cref="AnswersBenchmark.Play"/>. The tests lie before the clock.
/// </summary>
internal static class ShareBenchmark
{
    private const int WarmUps = 1;
    private const int Rounds = 3;
    private const int LearnersPerRound = 1536;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using (node)
        await using (app)
        {
            var stage = await CampaignStage.On(node);
            var campaign = await stage.Create(new CompetenceCode("1.1"));
            var bodies = new AnswersBenchmark.Bodies(stage.Releases.Active!);
            var tokens = app.Services.GetRequiredService<Tokens>();
            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var requests = (await Finish(node, stage, campaign))
                    .Select(id => (Path: $"/participations/{new ParticipationId(id, 1)}/sending", Token: new AuthenticationHeaderValue("Bearer", tokens.Issue(id.ToString(), Roles.Learner, Tokens.DefaultLifetime))))
                    .ToList();
                await node.ReadModels.CaughtUp(CancellationToken.None);
                var own = await Load(Hosts.AddressOf(app), requests);
                var (floor, _) = await AnswersBenchmark.Play(app, bodies, LearnersPerRound);
                if (round < WarmUps) continue; // The runtime compiles what is hot meanwhile.
                ours.Add(own);
                floors.Add(floor);
            }

            return new BenchmarkResult(
                [.. LoadResult.Rows("floor: POST …/answers", floors), .. LoadResult.Rows("ours: POST …/sending", ours)],
                LoadResult.Ratio(ours, floors));
        }
    }

    private static Task<LoadResult> Load(Uri server, List<(string Path, AuthenticationHeaderValue Token)> requests)
    {
        var sent = -1;
        return LoadGenerator.Run(server, async (client, _) =>
        {
            var index = Interlocked.Increment(ref sent);
            if (index >= requests.Count) return false;
            using var request = new HttpRequestMessage(HttpMethod.Post, requests[index].Path) { Headers = { Authorization = requests[index].Token } };
            using var response = await client.SendAsync(request);
            await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            return true;
        });
    }

    private static async Task<IReadOnlyList<LearnerId>> Finish(Node node, CampaignStage stage, CampaignId id)
    {
        var entrance = new CampaignEntrance(id, await stage.Campaign(id), IsRestricted: false, IsPupilDisabled: false);
        var learners = Enumerable.Range(0, LearnersPerRound).Select(_ => new LearnerId(Guid.CreateVersion7())).ToList();
        await Parallel.ForEachAsync(learners, new ParallelOptions { MaxDegreeOfParallelism = LoadGenerator.Connections }, async (learner, cancel) =>
        {
            var player = new NodePlayer(node, stage.Releases, learner);
            await player.Register(cancel);
            await player.Decide(
                (state, now) => state.Join(entrance, null, stage.Releases.Active!, node.Settings.Rules, learner.GetHashCode(), now), cancel);
            await player.AnswerAll(cancel);
        });
        return learners;
    }
}

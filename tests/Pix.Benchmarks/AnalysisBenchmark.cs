using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Pix.Api;

namespace Pix.Benchmarks;

/// <summary>
/// The analysis query by 32 connections, of campaigns of 100, 10,000 and 100,000 participants in turn, each reply whole; against a bare endpoint
/// that reads as many rows, which say as much, by one Dapper query, and serialises them.
/// </summary>
internal static class AnalysisBenchmark
{
    private const int WarmUps = 2;
    private const int Rounds = 5;
    private const int RequestsPerRound = 12_000;
    private static readonly int[] Sizes = [100, 10_000, 100_000];

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using (node)
        await using (app)
        {
            var stage = await CampaignStage.On(node);
            var paths = new List<string>();
            foreach (var size in Sizes)
            {
                var campaign = await stage.Create(new("1.1"), new("1.2"), new("1.3"), new("5.2"));
                await stage.Fill(campaign, size);
                paths.Add($"/campaigns/{campaign}/analysis?topics=all");
            }

            await node.ReadModels.CaughtUp(CancellationToken.None);
            var token = new AuthenticationHeaderValue("Bearer", app.Services.GetRequiredService<Tokens>().Issue(stage.Teacher, Roles.Teacher, Tokens.DefaultLifetime));
            var file = Path.Combine(folder, "floor.db");
            var (topics, bytes) = await WriteRows(file, app, paths, token);
            await using var bare = await Hosts.Bare(server => server.MapGet("/campaigns/{campaign}/analysis", http => Answer(http, file)));

            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            var halves = Sizes.Select(_ => new List<double>()).ToList();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var (own, middles) = await Load(Hosts.AddressOf(app), paths, token);
                var (floor, _) = await Load(Hosts.AddressOf(bare), paths, token);
                if (round < WarmUps) continue; // The runtime compiles what is hot meanwhile.
                ours.Add(own);
                floors.Add(floor);
                for (var size = 0; size < Sizes.Length; size++) halves[size].Add(middles[size]);
            }

            double[] p50 = [.. halves.Select(rounds => BenchmarkResult.Median(rounds))];
            return new BenchmarkResult(
                [
                    ("topics in a reply", topics),
                    ("bytes of a reply", bytes),
                    .. LoadResult.Rows("floor: as many rows by Dapper, as JSON", floors),
                    .. LoadResult.Rows("ours: GET …/analysis", ours),
                    .. Sizes.Select((size, index) => ($"ours, {size} participants, p50 in ms", p50[index])),
                ],
                LoadResult.Ratio(ours, floors))
            {
                Figures =
                {
                    ["slowestOverFastest"] = p50.Max() / p50.Min(),
                    ["p50Ms100"] = p50[0],
                    ["p50Ms10000"] = p50[1],
                    ["p50Ms100000"] = p50[2],
                },
            };
        }
    }

    // The campaigns take turns from one request to the next: whatever else the machine does slows all of them alike.
    private static async Task<(LoadResult Load, double[] P50)> Load(Uri server, List<string> paths, AuthenticationHeaderValue token)
    {
        var sent = -1;
        var latencies = new double[RequestsPerRound];
        var load = await LoadGenerator.Run(server, async (client, _) =>
        {
            var index = Interlocked.Increment(ref sent);
            if (index >= RequestsPerRound) return false;
            var started = Stopwatch.GetTimestamp();
            await Get(client, paths[index % paths.Count], token);
            latencies[index] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            return true;
        });
        return (load, [.. paths.Select((_, path) => BenchmarkResult.Median(latencies.Where((_, index) => index % paths.Count == path)))]);
    }

    private static async Task<byte[]> Get(HttpClient client, string path, AuthenticationHeaderValue token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = token } };
        using var response = await client.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    // What the replies say, a row per topic.
    private static async Task<(int Topics, int Bytes)> WriteRows(string file, WebApplication app, List<string> paths, AuthenticationHeaderValue token)
    {
        using var client = new HttpClient { BaseAddress = Hosts.AddressOf(app) };
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Execute($"PRAGMA journal_mode=WAL; CREATE TABLE topics (campaign TEXT NOT NULL, place INTEGER NOT NULL, {BareTopic.Columns}, PRIMARY KEY (campaign, place)) WITHOUT ROWID");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var (topics, bytes) = (0, 0);
        foreach (var path in paths)
        {
            var body = await Get(client, path, token);
            var reply = JsonSerializer.Deserialize<AnalysisView>(body, JsonSerializerOptions.Web)!;
            (topics, bytes) = (reply.Topics.Count, body.Length);
            for (var place = 0; place < topics; place++)
            {
                var values = new DynamicParameters(BareTopic.Of(reply.Topics[place]));
                values.Add("campaign", reply.CampaignId.ToString());
                values.Add("place", place);
                connection.Execute($"INSERT INTO topics VALUES (@campaign, @place, @{BareTopic.Columns.Replace(", ", ", @", StringComparison.Ordinal)})", values, transaction);
            }
        }

        transaction.Commit();
        return (topics, bytes);
    }

    // Connections are pooled by Microsoft.Data.Sqlite, as it does unless told otherwise.
    private static async Task Answer(HttpContext http, string file)
    {
        List<BareTopic> topics;
        using (var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly"))
        {
            topics = [.. connection.Query<BareTopic>(
                $"SELECT {BareTopic.Columns} FROM topics WHERE campaign = @campaign ORDER BY place", new { campaign = http.Request.RouteValues["campaign"] })];
        }

        await http.Response.WriteAsJsonAsync(topics);
    }

    /// <summary>A topic as a table can hold it: its tutorials are one text.</summary>
    private sealed class BareTopic
    {
        public const string Columns =
            "TubeId, Title, Description, CompetenceCode, Competence, Area, AreaColour, Score, Relevance, Reached, Difficulty, ValidatedTerm, Closeness, "
            + "Targeted, Validated, ValidatedByInference, Failed, FailedByInference, Untested, MasteredByAll, TutorialCount, Tutorials";

        public required string TubeId { get; init; }

        public required string Title { get; init; }

        public required string Description { get; init; }

        public required string CompetenceCode { get; init; }

        public required string Competence { get; init; }

        public required string Area { get; init; }

        public required string AreaColour { get; init; }

        public double Score { get; init; }

        public int Relevance { get; init; }

        public double Reached { get; init; }

        public double Difficulty { get; init; }

        public double ValidatedTerm { get; init; }

        public double Closeness { get; init; }

        public int Targeted { get; init; }

        public long Validated { get; init; }

        public long ValidatedByInference { get; init; }

        public long Failed { get; init; }

        public long FailedByInference { get; init; }

        public long Untested { get; init; }

        public bool MasteredByAll { get; init; }

        public int TutorialCount { get; init; }

        public required string Tutorials { get; init; }

        public static BareTopic Of(TopicView topic) => new()
        {
            TubeId = topic.TubeId,
            Title = topic.Title,
            Description = topic.Description,
            CompetenceCode = topic.CompetenceCode,
            Competence = topic.Competence,
            Area = topic.Area,
            AreaColour = topic.AreaColour,
            Score = (double)topic.Score!.Value,
            Relevance = topic.Relevance!.Value,
            Reached = (double)topic.Terms!.Reached,
            Difficulty = (double)topic.Terms.Difficulty,
            ValidatedTerm = (double)topic.Terms.Validated,
            Closeness = (double)topic.Terms.Closeness,
            Targeted = topic.Skills.Targeted,
            Validated = topic.Skills.Validated,
            ValidatedByInference = topic.Skills.ValidatedByInference,
            Failed = topic.Skills.Failed,
            FailedByInference = topic.Skills.FailedByInference,
            Untested = topic.Skills.Untested,
            MasteredByAll = topic.MasteredByAll,
            TutorialCount = topic.TutorialCount,
            Tutorials = JsonSerializer.Serialize(topic.Tutorials, JsonSerializerOptions.Web),
        };
    }
}

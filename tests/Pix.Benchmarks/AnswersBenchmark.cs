using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Pix.Api;
using Pix.Domain;
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
    private const int LearnersPerRound = 1536;

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
            var bodies = new Bodies(referential);
            var floors = new List<LoadResult>();
            var ours = new List<LoadResult>();
            for (var round = 0; round < WarmUps + Rounds; round++)
            {
                var (own, answers) = await Play(app, bodies, LearnersPerRound);
                var left = answers;
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

    /// <summary>So many learners play a competence; registrations and starts lie before the clock.</summary>
    public static async Task<(LoadResult Load, int Answers)> Play(WebApplication app, Bodies bodies, int learners)
    {
        var players = await Player.Start(app, bodies, learners);
        var load = await LoadGenerator.Run(Hosts.AddressOf(app), (client, connection) => Next(players[connection], client));
        return (load, players.Sum(queue => queue.Answers));
    }

    // As long as an answer's request and reply usually are.
    private static byte[] BareRequest { get; } = Encoding.UTF8.GetBytes($"{{\"challengeId\":\"adresseWeb2-a\",\"value\":\"1,3\",\"elapsedSeconds\":12,\"x\":\"{new string('x', 20)}\"}}");

    private static byte[] BareReply { get; } = Encoding.UTF8.GetBytes($"{{\"x\":\"{new string('x', 2500)}\"}}");

    private static MediaTypeHeaderValue Json { get; } = new("application/json");

    private static async Task<bool> Next(PlayerQueue queue, HttpClient client)
    {
        while (queue.Current is { } player)
        {
            if (player.Challenge is null)
            {
                queue.Advance();
                continue;
            }

            await player.Answer(client);
            queue.Answers++;
            return true;
        }

        return false;
    }

    private sealed class PlayerQueue(IReadOnlyList<Player> players)
    {
        private int _current;

        public int Answers { get; set; }

        public Player? Current => _current < players.Count ? players[_current] : null;

        public void Advance() => _current++;
    }

    /// <summary>Every request body, made before the clock: the client is to cost as little as the floor's.</summary>
    internal sealed class Bodies(Referential referential)
    {
        private readonly Dictionary<string, (byte[] Right, byte[] Wrong)> _bodies = referential.Competences
            .SelectMany(competence => referential.SkillsOf(competence.Code))
            .SelectMany(skill => skill.Skill.Challenges)
            .ToDictionary(
                challenge => challenge.Id.Value,
                challenge => (Body(challenge, AnswerMaker.Right(challenge)), Body(challenge, AnswerMaker.Wrong(challenge))));

        public byte[] Of(string challenge, bool right) => right ? _bodies[challenge].Right : _bodies[challenge].Wrong;

        private static byte[] Body(Challenge challenge, string value) =>
            JsonSerializer.SerializeToUtf8Bytes(new { challengeId = challenge.Id.Value, value, elapsedSeconds = 12 });
    }

    private sealed class Player(string token, string assessment, Bodies bodies, Random random)
    {
        private readonly string _path = $"/assessments/{assessment}/answers";

        public string? Challenge { get; private set; }

        private static ReadOnlySpan<byte> NextChallenge => "\"challenge\":{\"id\":\""u8;

        public static async Task<PlayerQueue[]> Start(WebApplication app, Bodies bodies, int learners)
        {
            var tokens = app.Services.GetRequiredService<Tokens>();
            using var client = new HttpClient { BaseAddress = Hosts.AddressOf(app) };
            var players = new Player[learners];
            await Parallel.ForEachAsync(
                Enumerable.Range(0, learners),
                new ParallelOptions { MaxDegreeOfParallelism = LoadGenerator.Connections },
                async (index, _) => players[index] = await Start(client, tokens, bodies, index));
            return [.. Enumerable.Range(0, LoadGenerator.Connections)
                .Select(connection => new PlayerQueue([.. players.Where((_, index) => index % LoadGenerator.Connections == connection)]))];
        }

        public async Task Answer(HttpClient client)
        {
            var right = random.Next(100) < 70;
            Challenge = ChallengeIn(await Post(client, token, _path, bodies.Of(Challenge!, right)));
        }

        private static async Task<Player> Start(HttpClient client, Tokens tokens, Bodies bodies, int index)
        {
            var id = Guid.CreateVersion7();
            var token = tokens.Issue(id.ToString(), Roles.Learner, Tokens.DefaultLifetime);
            await Post(client, token, "/learners", """{ "firstName": "Alex", "lastName": "Martin" }"""u8.ToArray());
            var started = await Post(client, token, $"/learners/{id}/assessments", """{ "competence": "1.1" }"""u8.ToArray());
            var assessment = JsonElement.Parse(started).GetProperty("assessmentId").GetString()!;
            return new Player(token, assessment, bodies, new Random(index)) { Challenge = ChallengeIn(started) };
        }

        private static async Task<byte[]> Post(HttpClient client, string token, string path, byte[] body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            };
            using var response = await client.SendAsync(request);
            var reply = await response.Content.ReadAsByteArrayAsync();
            return response.IsSuccessStatusCode ? reply : throw new InvalidOperationException(Encoding.UTF8.GetString(reply));
        }

        private static string? ChallengeIn(ReadOnlySpan<byte> reply)
        {
            var start = reply.IndexOf(NextChallenge);
            if (start < 0) return null;
            var rest = reply[(start + NextChallenge.Length)..];
            return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
        }
    }
}

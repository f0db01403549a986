using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api.Tests.Http;

/// <summary>A learner's client: what is called and what came back, in words of the field.</summary>
internal sealed class Player(PixHost host, string subject)
{
    private readonly string _token = host.Token(subject, Roles.Learner);

    /// <summary>The same learner, taking the same test, at another node.</summary>
    public Player(PixHost host, Player elsewhere)
        : this(host, elsewhere.Id.ToString()) =>
        (Test, Pending, Position) = (elsewhere.Test, elsewhere.Pending, elsewhere.Position);

    public LearnerId Id { get; } = new(Guid.TryParse(subject, out var id) ? id : NameBasedGuid.Of("learner", subject));

    public string Home => $"/learners/{Id}";

    /// <summary>The test that is being taken.</summary>
    public string Test { get; set; } = "";

    /// <summary>What the last reply said is pending, or null.</summary>
    public string? Pending { get; private set; }

    /// <summary>Where the last command was.</summary>
    public string? Position { get; private set; }

    /// <summary>Every body received, in order.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public Task<Reply> Register(object? body = null, string? key = null) => Post("/learners", body ?? new { }, key);

    public async Task<Reply> Start(string competence = "1.1", string? key = null)
    {
        var reply = await Post($"{Home}/assessments", new { competence }, key);
        return Follow(reply);
    }

    /// <summary>Takes up the test of a participation, where it has one.</summary>
    public void TakeUp(Reply participation)
    {
        if (participation["assessment"] is not { ValueKind: JsonValueKind.Object } assessment) return;
        Test = participation["assessmentId"].GetString()!;
        Pending = assessment.GetProperty("challenge") is { ValueKind: JsonValueKind.Object } challenge ? challenge.GetProperty("id").GetString() : null;
    }

    public async Task<Reply> Improve(string competence = "1.1", string? key = null) =>
        Follow(await Post($"{Home}/competences/{competence}/improvement", null, key));

    public Task<Reply> Reset(string competence = "1.1", string? key = null) => Post($"{Home}/competences/{competence}/reset", null, key);

    public async Task<Reply> Answer(object body, string? key = null, string? test = null)
    {
        var reply = await Post($"/assessments/{test ?? Test}/answers", body, key);
        if (reply.Status == HttpStatusCode.OK) Pending = PendingIn(reply);
        return reply;
    }

    /// <summary>Sends an answer, and does not always wait for the reply.</summary>
    public async Task HangUp(object body, string key, CancellationToken hangUp)
    {
        try
        {
            await host.Send(HttpMethod.Post, $"/assessments/{Test}/answers", body, _token, hangUp, ("Idempotency-Key", key));
        }
        catch (OperationCanceledException) when (hangUp.IsCancellationRequested)
        {
        }
    }

    public async Task<Reply> AnswerRight(int? elapsedSeconds = null, string? key = null) =>
        await Answer(new { challengeId = Pending, value = AnswerMaker.Right(await PendingChallenge()), elapsedSeconds }, key);

    public async Task<Reply> AnswerWrong(string? key = null) =>
        await Answer(new { challengeId = Pending, value = AnswerMaker.Wrong(await PendingChallenge()) }, key);

    public Task<Reply> Skip(string? key = null) => Answer(new { challengeId = Pending, skip = true }, key);

    public Task<Reply> Present(string? key = null) => Post($"/assessments/{Test}/presentation", null, key);

    public Task<Reply> ReadTest() => Get($"/assessments/{Test}");

    public Task<Reply> Report(string challenge, string category, string? text, string? key = null) =>
        Post($"/assessments/{Test}/problems", new { challengeId = challenge, category, text }, key);

    /// <summary>The profile as of this player's last command.</summary>
    public async Task<Reply> Profile() => (await Get($"{Home}/profile", ("Pix-Min-Position", Position!))).Ok();

    /// <summary>A competence's card of the profile as of this player's last command.</summary>
    public async Task<JsonElement> Card(string competence = "1.1") =>
        (await Profile())["competences"].EnumerateArray().Single(card => card.GetProperty("code").GetString() == competence);

    /// <summary>Plays to the end of the test and gives every reply.</summary>
    public async Task<IReadOnlyList<Reply>> PlayToTheEnd(Func<Player, Task<Reply>> act)
    {
        var replies = new List<Reply>();
        while (Pending is not null) replies.Add((await act(this)).Ok());
        return replies;
    }

    public async Task<Challenge> PendingChallenge()
    {
        var releases = (await host.Node.Releases.Load(Streams.Referential, CancellationToken.None)).State;
        return releases.Released.Keys
            .Select(version => releases.At(new ReferentialVersion(version))!.Find(new ChallengeId(Pending!)))
            .OfType<PlacedChallenge>()
            .Last()
            .Challenge;
    }

    public Task<Reply> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Reply> Post(string path, object? body, string? key = null) => Send(HttpMethod.Post, path, body, KeyHeader(key));

    public Task<Reply> Put(string path, object? body = null, string? key = null) => Send(HttpMethod.Put, path, body, KeyHeader(key));

    public Task<Reply> Delete(string path, string? key = null) => Send(HttpMethod.Delete, path, null, KeyHeader(key));

    public async Task<int> RecordedEvents() => (await host.HistoryOf(Id)).Count;

    private static (string Name, string Value)[] KeyHeader(string? key) => key is null ? [] : [("Idempotency-Key", key)];

    private static string? PendingIn(Reply reply) =>
        reply["challenge"] is { ValueKind: JsonValueKind.Object } challenge ? challenge.GetProperty("id").GetString() : null;

    private Reply Follow(Reply reply)
    {
        if (reply.Status is not (HttpStatusCode.OK or HttpStatusCode.Created)) return reply;
        Test = reply["assessmentId"].GetString()!;
        Pending = PendingIn(reply);
        return reply;
    }

    private async Task<Reply> Send(HttpMethod method, string path, object? body, (string Name, string Value)[] headers)
    {
        var reply = await host.Send(method, path, body, _token, headers);
        Received.Enqueue(reply.Text);
        if (method != HttpMethod.Get && reply.Position is not null) Position = reply.Position;
        return reply;
    }
}

using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>
/// A learner's client that plays one competence after the other, right and wrong in turns. A request without a reply is sent again, under the
/// same key, before anything else.
/// </summary>
internal sealed class TirelessClient(LearnerId learner, string token, IReadOnlyList<CompetenceCode> competences)
{
    private readonly Queue<CompetenceCode> _competences = new(competences);
    private Request? _unanswered;
    private string? _pending;
    private string _test = "";
    private int _sent;

    private sealed record Request(string Path, object Body, string Key, string? Challenge);

    public LearnerId Learner => learner;

    /// <summary>Every answer that was acknowledged: test, number, challenge.</summary>
    public HashSet<(string Test, int Number, string Challenge)> Acknowledged { get; } = [];

    /// <summary>Whether the last request was left without a reply.</summary>
    public bool IsLeftWithoutReply => _unanswered is not null;

    /// <summary>Plays until the server dies or nothing is left to play; tells of every acknowledged answer.</summary>
    public async Task Play(HttpClient server, Action acknowledged)
    {
        while (await Step(server, acknowledged) && HasMore())
        {
        }
    }

    /// <summary>Sends again what was left without a reply, nothing else.</summary>
    public async Task SendAgain(HttpClient server)
    {
        if (IsLeftWithoutReply) Assert.True(await Step(server, () => { }));
    }

    private bool HasMore() => _pending is not null || _competences.Count > 0;

    private async Task<bool> Step(HttpClient server, Action acknowledged)
    {
        _unanswered ??= Next();
        using var request = new HttpRequestMessage(HttpMethod.Post, _unanswered.Path) { Content = JsonContent.Create(_unanswered.Body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", _unanswered.Key);
        JsonElement reply;
        try
        {
            using var response = await server.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, text);
            reply = JsonDocument.Parse(text).RootElement;
        }
        catch (HttpRequestException)
        {
            return false; // The server is dead: whether it was recorded is not known.
        }

        Hear(reply);
        if (_unanswered.Challenge is not null) acknowledged();
        _unanswered = null;
        return true;
    }

    private Request Next()
    {
        var key = $"request {++_sent}";
        if (_pending is null) return new Request($"/learners/{learner}/assessments", new { competence = _competences.Dequeue().Value }, key, null);
        return new Request($"/assessments/{_test}/answers", new { challengeId = _pending, value = _sent % 3 == 0 ? "faux" : "juste" }, key, _pending);
    }

    private void Hear(JsonElement reply)
    {
        if (_unanswered!.Challenge is { } challenge) Assert.True(Acknowledged.Add((_test, reply.GetProperty("number").GetInt32(), challenge)));
        else _test = reply.GetProperty("assessmentId").GetString()!;
        _pending = reply.GetProperty("challenge") is { ValueKind: JsonValueKind.Object } next ? next.GetProperty("id").GetString() : null;
    }
}

using System.Net;
using System.Text;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Every refusal says why, and nothing is recorded.</summary>
public sealed class RefusalTests(RefusalTests.OneHost shared) : IClassFixture<RefusalTests.OneHost>, IAsyncLifetime
{
    private readonly PixHost _host = shared.Host;
    private Player _player = null!;
    private int _events;

    public async Task InitializeAsync()
    {
        _player = await _host.Register();
        await _player.Start(EveryType.Qroc.Value);
        _events = await _player.RecordedEvents();
    }

    public async Task DisposeAsync() => Assert.Equal(_events, await _player.RecordedEvents());

    [Fact]
    public async Task A_challenge_that_is_not_the_pending_one() =>
        (await _player.Answer(new { challengeId = "@qcu2#1", value = "1" })).Refused(409, "challenge_not_pending", ("pending_challenge", "@qroc2#1"));

    [Fact]
    public async Task A_second_answer()
    {
        var player = await _host.Register();
        await player.Start(EveryType.Qcu.Value);
        await player.AnswerRight();
        var events = await player.RecordedEvents();
        (await player.Answer(new { challengeId = "@qcu2#1", value = "1" })).Refused(409, "challenge_already_answered");
        Assert.Equal(events, await player.RecordedEvents());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "/answers")]
    [InlineData("POST", "/presentation")]
    [InlineData("POST", "/problems")]
    [InlineData("GET", "/answers/1/correction")]
    [InlineData("GET", "/files/a.txt")]
    public async Task A_test_that_does_not_exist(string method, string what)
    {
        foreach (var id in new[] { $"{_player.Id.Value:N}-2", $"{_player.Id.Value:N}-0", "nothing", $"{_player.Id.Value:D}-1", $"{_player.Id.Value:N}-01" })
        {
            object? body = what switch
            {
                "/answers" => new { challengeId = "@qroc2#1", value = "x" },
                "/problems" => new { challengeId = "@qroc2#1", category = "question" },
                _ => null,
            };
            (method == "GET" ? await _player.Get($"/assessments/{id}{what}") : await _player.Post($"/assessments/{id}{what}", body))
                .Refused(404, "assessment_unknown");
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{ "challengeId": 12, "value": "x" }""")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "elapsedSeconds": "12" }""")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "elapsedSeconds": 1.5 }""")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "elapsedSeconds": 99999999999 }""")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "focusLost": "no" }""")]
    [InlineData("""{ "challengeId": "\ud83d", "value": "x" }""")]
    public async Task A_body_that_is_not_the_documented_json(string body) =>
        (await _player.Answer(body)).Refused(400, "request_malformed");

    [Fact]
    public async Task No_body() =>
        (await _player.Post($"/assessments/{_player.Test}/answers", null)).Refused(400, "request_malformed");

    [Fact]
    public async Task A_body_of_another_type() =>
        (await _player.Post($"/assessments/{_player.Test}/answers", new StringContent("challengeId=1", Encoding.UTF8, "application/x-www-form-urlencoded")))
            .Refused(415, "unsupported_media_type");

    [Theory]
    [InlineData("""{ "value": "x" }""", "challengeId")]
    [InlineData("""{ "challengeId": " ", "value": "x" }""", "challengeId")]
    [InlineData("""{ "challengeId": "@qroc2#1" }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": null }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "skip": false }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "skip": true }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": true }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": ["a"] }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": { "a": 1 } }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "\ud83d" }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": { "\ud83d": "a" } }""", "value")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "elapsedSeconds": -1 }""", "elapsedSeconds")]
    [InlineData("""{ "challengeId": "@qroc2#1", "value": "x", "elapsedSeconds": 86401 }""", "elapsedSeconds")]
    public async Task An_answer_that_lacks_or_repeats_something(string body, string member)
    {
        var refused = (await _player.Answer(body)).Refused(422, "request_invalid");
        Assert.NotEmpty(refused["errors"].GetProperty(member).EnumerateArray());
    }

    [Theory]
    [InlineData("1.1", "b")]
    [InlineData("1.1", "")]
    [InlineData("1.1", "0")]
    [InlineData("1.1", "4")]
    [InlineData("1.1", "1,2")]
    [InlineData("1.2", "a,b")]
    [InlineData("1.2", "1,1")]
    [InlineData("1.2", "1,9")]
    [InlineData("2.1", "trois: x")]
    [InlineData("2.1", "un")]
    [InlineData("2.2", "trois: x")]
    [InlineData("2.2", "un: [a, b]")]
    public async Task A_value_of_the_wrong_form_for_the_challenge(string competence, string value)
    {
        var player = await _host.Register();
        await player.Start(competence);
        var events = await player.RecordedEvents();
        (await player.Answer(new { challengeId = player.Pending, value })).Refused(422, "answer_malformed");
        Assert.Equal(events, await player.RecordedEvents());
    }

    [Fact]
    public async Task A_value_that_is_too_long() =>
        (await _player.Answer(new { challengeId = "@qroc2#1", value = new string('x', 2001) }))
            .Refused(422, "answer_malformed", ("length", 2001), ("maximum_length", 2000));

    [Theory]
    [InlineData("1.1", "2")]
    [InlineData("1.2", "[3, 1]")]
    [InlineData("1.2", "\"1, 3\"")]
    [InlineData("2.1", """{ "deux": "autre secret 2.1", "un": "secret 2.1" }""")]
    [InlineData("2.2", """{ "un": "autre secret 2.2", "deux": "secret 2.2" }""")]
    public async Task A_right_value_is_taken_in_every_documented_form(string competence, string value)
    {
        var player = await _host.Register();
        await player.Start(competence);
        var reply = (await player.Answer($$"""{ "challengeId": "{{player.Pending}}", "value": {{value}} }""")).Ok();
        Assert.Equal("ok", reply["status"].GetString());
    }

    [Fact]
    public async Task A_competence_that_does_not_exist()
    {
        foreach (var code in new[] { "9.9", "nothing", "1", "1.1'; drop" })
        {
            (await _player.Start(code)).Refused(404, "competence_unknown", ("competence", code));
            (await _player.Reset(Uri.EscapeDataString(code))).Refused(404, "competence_unknown", ("competence", code));
            (await _player.Improve(Uri.EscapeDataString(code))).Refused(404, "competence_unknown", ("competence", code));
        }

        (await _player.Post($"{_player.Home}/assessments", new { })).Refused(422, "request_invalid");
    }

    [Fact]
    public async Task A_competence_without_challenges() =>
        (await _player.Start(EveryType.Empty.Value)).Refused(409, "competence_not_playable", ("competence", EveryType.Empty.Value));

    [Fact]
    public async Task An_account_that_does_not_exist()
    {
        var nobody = new Player(_host, Guid.NewGuid().ToString());
        (await nobody.Get(nobody.Home)).Refused(404, "learner_unknown");
        (await nobody.Get($"{nobody.Home}/profile")).Refused(404, "learner_unknown");
        (await nobody.Start()).Refused(404, "learner_unknown");
        (await nobody.Put($"{nobody.Home}/rules-of-the-game")).Refused(404, "learner_unknown");
        (await nobody.Get("/learners/nobody")).Refused(404, "not_found");
        Assert.Equal(0, await nobody.RecordedEvents());
    }

    [Fact]
    public async Task A_second_account_and_half_a_name()
    {
        (await _player.Register()).Refused(409, "learner_already_registered");
        var half = new Player(_host, "half of a name");
        (await half.Register(new { firstName = "Ada" })).Refused(422, "request_invalid");
        (await half.Register(new { firstName = " ", lastName = "Lovelace" })).Refused(422, "request_invalid");
        (await half.Register(new { firstName = "Ada", lastName = new string('x', 101) })).Refused(422, "request_invalid");
        Assert.Equal(0, await half.RecordedEvents());
        (await half.Register("")).Ok(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Characters_that_nobody_types_break_nothing()
    {
        (await _player.Answer("""{ "challengeId": "\u0000", "value": "x" }""")).Refused(409, "challenge_not_pending");
        var odd = new Player(_host, "odd \u0000 name");
        (await odd.Register("""{ "firstName": "A\u0000B", "lastName": "\u202e😀" }""")).Ok(HttpStatusCode.Created);
        (await odd.Start(EveryType.Qroc.Value)).Ok(HttpStatusCode.Created);
        (await odd.Answer($$"""{ "challengeId": "{{odd.Pending}}", "value": "\u0000😀" }""")).Ok();
        Assert.Equal("\u0000😀", (await odd.Get($"/assessments/{odd.Test}/answers/1/correction")).Ok()["value"].GetString());
        var account = (await odd.Get(odd.Home, ("Pix-Min-Position", odd.Position!))).Ok();
        Assert.Equal(("A\u0000B", "\u202e😀"), (account["firstName"].GetString(), account["lastName"].GetString()));
    }

    [Fact]
    public async Task An_address_or_a_method_that_does_not_exist()
    {
        (await _player.Get("/nowhere")).Refused(404, "not_found");
        (await _player.Delete(_player.Home)).Refused(405, "method_not_allowed");
    }

    [Fact]
    public async Task Everything_while_no_content_is_in_force()
    {
        await using var host = await PixHost.Empty();
        var player = await host.Register();
        (await player.Start()).Refused(409, "referential_missing");
        (await player.Get($"{player.Home}/profile")).Refused(409, "referential_missing");
        (await player.Get($"{player.Home}/tutorials")).Refused(409, "referential_missing");
        (await player.Put($"{player.Home}/tutorials/a")).Refused(409, "referential_missing");
        Assert.Equal(1, await player.RecordedEvents());
    }

    /// <summary>One host for all of them: each has a learner of its own.</summary>
    public sealed class OneHost : IAsyncLifetime
    {
        internal PixHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await PixHost.With(EveryType.Content);

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}

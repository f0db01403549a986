using System.Net;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>On any engine; each has a subclass.</summary>
public abstract class PlayContract : IAsyncLifetime
{
    private PixHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await Empty();
        await _host.Release(ReleaseFolder.Read(Samples.Referential));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private protected abstract Task<PixHost> Empty();

    [Fact]
    public async Task A_perfect_player_reaches_level_8_and_64_pix_and_the_test_stops_by_itself()
    {
        var player = await _host.Register();
        (await player.Start()).Ok(HttpStatusCode.Created);

        var replies = await player.PlayToTheEnd(one => one.AnswerRight());

        Assert.All(replies, reply => Assert.Equal("ok", reply["status"].GetString()));
        Assert.True(replies[^1]["completed"].GetBoolean());
        Assert.All(replies.SkipLast(1), reply => Assert.False(reply["completed"].GetBoolean()));
        var profile = await player.Profile();
        Assert.Equal((64, 1024), (profile["pix"].GetInt32(), profile["maxPix"].GetInt32()));
        Assert.Equal(16, profile["competences"].GetArrayLength());
        var card = await player.Card();
        Assert.Equal((8, 64, "completed"), (card.GetProperty("level").GetInt32(), card.GetProperty("pix").GetInt32(), card.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_perfect_player_is_told_of_every_level_they_climb_to()
    {
        var player = await _host.Register();
        await player.Start();

        var replies = await player.PlayToTheEnd(one => one.AnswerRight());

        var levels = replies.Select(reply => reply["levelUp"]).Where(up => up.ValueKind != System.Text.Json.JsonValueKind.Null).ToList();
        Assert.NotEmpty(levels);
        Assert.All(levels, up => Assert.Equal("1.1", up.GetProperty("competence").GetString()));
        Assert.All(levels, up => Assert.StartsWith("Mener une recherche", up.GetProperty("name").GetString()));
        var climbed = levels.ConvertAll(up => up.GetProperty("level").GetInt32());
        Assert.Equal(climbed.Distinct().Order(), climbed);
        Assert.Equal(8, climbed[^1]);
    }

    [Fact]
    public async Task Who_fails_everything_gets_nothing_and_the_test_stops_by_itself()
    {
        var player = await _host.Register();
        await player.Start();

        var replies = await player.PlayToTheEnd(one => one.AnswerWrong());

        Assert.All(replies, reply => Assert.Equal("ko", reply["status"].GetString()));
        Assert.Equal(0, (await player.Profile())["pix"].GetInt32());
        Assert.Equal("completed", (await player.Card()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Who_skips_everything_gets_nothing_and_the_test_stops_by_itself()
    {
        var player = await _host.Register();
        await player.Start();

        var replies = await player.PlayToTheEnd(one => one.Skip());

        Assert.All(replies, reply => Assert.Equal("aband", reply["status"].GetString()));
        Assert.All(replies, reply => Assert.NotEqual(0, reply["solution"].GetArrayLength()));
        Assert.Equal(0, (await player.Profile())["pix"].GetInt32());
    }

    [Fact]
    public async Task A_recap_comes_after_every_five_answers_and_at_the_end()
    {
        var player = await _host.Register();
        await player.Start();

        var replies = await player.PlayToTheEnd(one => one.AnswerRight());

        for (var number = 1; number <= replies.Count; number++)
        {
            var recap = replies[number - 1]["checkpoint"];
            var isLast = number == replies.Count;
            Assert.Equal(number % 5 == 0 || isLast, recap.ValueKind == System.Text.Json.JsonValueKind.Object);
            if (recap.ValueKind != System.Text.Json.JsonValueKind.Object) continue;
            var answers = recap.GetProperty("answers");
            Assert.Equal(number % 5 == 0 ? 5 : number % 5, answers.GetArrayLength());
            Assert.Equal(number, answers[answers.GetArrayLength() - 1].GetProperty("number").GetInt32());
            Assert.All(answers.EnumerateArray(), answer => Assert.NotEqual("", answer.GetProperty("instruction").GetString()));
            Assert.Equal(answers.GetArrayLength(), recap.GetProperty("right").GetInt32());
            Assert.Equal(0, recap.GetProperty("wrong").GetInt32());
            Assert.Equal(isLast, recap.GetProperty("progress").GetDecimal() == 1);
        }
    }

    [Fact]
    public async Task An_unfinished_test_is_gone_on_with_not_doubled()
    {
        var player = await _host.Register();
        var first = (await player.Start()).Ok(HttpStatusCode.Created);
        Assert.Equal($"/assessments/{first["assessmentId"]}", first.Location);
        await player.AnswerRight();
        var pending = player.Pending;
        var events = await player.RecordedEvents();

        var again = (await player.Start()).Ok();

        Assert.Equal(first["assessmentId"].GetString(), again["assessmentId"].GetString());
        Assert.Equal(pending, player.Pending);
        Assert.Equal(1, again["answers"].GetInt32());
        Assert.Equal(events, await player.RecordedEvents());
    }

    [Fact]
    public async Task A_test_goes_on_after_a_restart_where_it_stood()
    {
        var player = await _host.Register();
        await player.Start();
        await player.AnswerRight();
        await player.AnswerWrong();
        var before = await player.ReadTest();

        await _host.Restart();

        (await player.ReadTest()).IsSameAs(before);
        var account = (await player.Get(player.Home, ("Pix-Min-Position", player.Position!))).Ok();
        var open = Assert.Single(account["openTests"].EnumerateArray());
        Assert.Equal((player.Test, "1.1", 2), (open.GetProperty("assessmentId").GetString(), open.GetProperty("competence").GetString(), open.GetProperty("answers").GetInt32()));
        await player.PlayToTheEnd(one => one.AnswerRight());
        Assert.Equal("completed", (await player.ReadTest())["state"].GetString());
    }

    [Fact]
    public async Task A_correction_can_be_read_again_later()
    {
        var player = await _host.Register();
        await player.Start();
        var value = AnswerMaker.Wrong(await player.PendingChallenge());
        var answered = await player.AnswerWrong();
        await player.Skip();
        await _host.Restart();

        var correction = (await player.Get($"/assessments/{player.Test}/answers/1/correction")).Ok();

        Assert.Equal(value, correction["value"].GetString());
        Assert.Equal("ko", correction["status"].GetString());
        foreach (var shared in new[] { "solution", "hint", "blanks", "tutorialsToSucceed", "tutorialsToLearnMore" })
            Assert.Equal(answered[shared].ToString(), correction[shared].ToString());
        Assert.Equal(answered["correction"].GetString(), correction["explanation"].GetString());
        var skipped = (await player.Get($"/assessments/{player.Test}/answers/2/correction")).Ok();
        Assert.Equal(("aband", System.Text.Json.JsonValueKind.Null), (skipped["status"].GetString(), skipped["value"].ValueKind));
        (await player.Get($"/assessments/{player.Test}/answers/3/correction")).Refused(404, "answer_unknown", ("number", 3));
    }

    [Fact]
    public async Task A_finished_test_asks_no_more_and_cannot_be_started_again_at_once()
    {
        var player = await _host.Register();
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerRight());
        var events = await player.RecordedEvents();

        (await player.Answer(new { challengeId = "adresseWeb1-nobody", value = "1" })).Refused(409, "assessment_completed");
        (await player.Start()).Refused(409, "nothing_left_to_ask", ("competence", "1.1"));

        Assert.Equal(events, await player.RecordedEvents());
    }

    [Fact]
    public async Task The_rules_of_the_game_are_to_be_shown_until_they_were_read()
    {
        var player = await _host.Register();
        Assert.False((await player.Get(player.Home, ("Pix-Min-Position", player.Position!))).Ok()["rulesOfTheGameSeen"].GetBoolean());

        (await player.Put($"{player.Home}/rules-of-the-game")).Ok(HttpStatusCode.NoContent);
        (await player.Put($"{player.Home}/rules-of-the-game")).Ok(HttpStatusCode.NoContent);

        Assert.True((await player.Get(player.Home)).Ok()["rulesOfTheGameSeen"].GetBoolean());
        Assert.Single((await _host.HistoryOf(player.Id)).OfType<RulesOfTheGameSeen>());
    }
}

/// <summary>On the embedded log.</summary>
public sealed class PlayTests : PlayContract
{
    private protected override Task<PixHost> Empty() => PixHost.Empty();
}

/// <summary>On EventStoreDB.</summary>
public sealed class PlayOnEventStoreDbTests : PlayContract
{
    private protected override Task<PixHost> Empty() => PixHost.EmptyOnServer();
}

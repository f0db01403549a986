using System.Net;
using System.Text.Json;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>What becomes of a participation: improved, sent, retried, begun again, archived meanwhile (Rules 6.7, 7.7, 7.11, D10, D11).</summary>
public sealed class ParticipationTests : IAsyncLifetime
{
    private PixHost _host = null!;
    private School _school = null!;

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2", "@web3"));
        _school = await School.In(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Before_sending_what_failed_is_asked_again_at_once()
    {
        var player = await _host.Register();
        var (participation, joined) = await player.Enter(Code(await _school.Campaign()));
        (await player.Post($"{participation}/improvement", null)).Refused(409, "test_not_completed");
        await player.PlayToTheEnd(joined, CampaignPlay.Wrong);
        (await player.Post($"{participation}/retry", null)).Refused(409, "single_sending");

        var improving = (await player.Post($"{participation}/improvement", null, "k")).Ok();
        Assert.Equal(("started", "campaignImprovement"), (improving["status"].GetString(), improving["assessment.purpose"].GetString()));
        (await player.Post($"{participation}/improvement", null, "k")).IsSameAs(improving);
        await player.PlayToTheEnd(improving, CampaignPlay.Right);
        var sent = (await player.Post($"{participation}/sending", null, "s")).Ok();
        Assert.Equal((1, 100), (sent["sent.number"].GetInt32(), sent["sent.masteryPercent"].GetInt32()));
        (await player.Post($"{participation}/sending", null, "s")).IsSameAs(sent);
        (await player.Post($"{participation}/improvement", null)).Refused(409, "results_already_sent");
    }

    [Fact]
    public async Task A_retry_after_the_delay_replaces_what_was_sent_and_nothing_of_it_shows_before()
    {
        var campaign = await _school.Campaign(multipleSendings: true);
        var home = $"/campaigns/{campaign["campaignId"]}";
        var player = await _host.Register();
        var participation = await player.Take(Code(campaign), CampaignPlay.Wrong);
        (await player.Post($"{participation}/retry", null)).Refused(409, "retry_too_early", ("remaining_days", 4));
        (await player.Post($"{participation}/reset", null)).Refused(409, "campaign_reset_not_allowed");
        var first = await Entry(home);
        Assert.Equal(0, first.GetProperty("mastery").GetInt32());

        _host.Clock.Advance(TimeSpan.FromDays(4));
        var retried = (await player.Post($"{participation}/retry", null)).Ok();
        Assert.Equal(("started", 1), (retried["status"].GetString(), retried["sent.number"].GetInt32()));
        await player.PlayToTheEnd(retried, CampaignPlay.Right);
        var preparing = await Entry(home);
        Assert.Equal(("shared", true, 0), (preparing.GetProperty("state").GetString(), preparing.GetProperty("preparingNext").GetBoolean(), preparing.GetProperty("mastery").GetInt32()));
        Assert.Equal(0, (await Read($"{home}/analysis?topics=all"))["masteredByAll"].GetInt32());

        Assert.Equal(2, (await player.Post($"{participation}/sending", null)).Ok()["sent.number"].GetInt32());
        var after = await Entry(home);
        Assert.Equal((false, 100), (after.GetProperty("preparingNext").GetBoolean(), after.GetProperty("mastery").GetInt32()));
        Assert.Equal(1, (await Read($"{home}/analysis?topics=all"))["masteredByAll"].GetInt32());
        _host.Clock.Advance(TimeSpan.FromDays(4));
        (await player.Post($"{participation}/retry", null)).Refused(409, "everything_validated");
    }

    [Fact]
    public async Task A_retry_from_zero_forgets_the_topics_and_what_was_sent_counts_meanwhile()
    {
        var tubes = (await _host.Content()).Competences.SelectMany(competence => competence.Tubes).Select(tube => new CappedTube(tube.Id, 8));
        await _school.Release(new TargetProfile("encore", "Encore", "Pour recommencer.", 20, [.. tubes]) { AllowsReset = true });
        var campaign = (await _school.Create(new { type = "assessment", targetProfileId = "encore", name = "6e B", multipleSendings = true })).Ok(HttpStatusCode.Created);
        var player = await _host.Register();
        var participation = await player.Take(Code(campaign), CampaignPlay.Right);
        Assert.True((await player.Profile())["pix"].GetInt32() > 0);
        (await player.Post($"{participation}/reset", null)).Refused(409, "retry_too_early", ("remaining_days", 4));

        _host.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True((await player.Get(participation)).Ok()["retry.fromZero"].GetBoolean());
        var reset = (await player.Post($"{participation}/reset", null)).Ok();
        Assert.Equal(("started", 0, 100), (reset["status"].GetString(), reset["progress"].GetInt32(), reset["sent.masteryPercent"].GetInt32()));
        Assert.Equal(0, (await player.Profile())["pix"].GetInt32());
        Assert.Equal(100, (await Entry($"/campaigns/{campaign["campaignId"]}")).GetProperty("mastery").GetInt32());
        await player.PlayToTheEnd(reset, CampaignPlay.Wrong);
        Assert.Equal(0, (await player.Post($"{participation}/sending", null)).Ok()["sent.masteryPercent"].GetInt32());
        Assert.Equal(0, (await Entry($"/campaigns/{campaign["campaignId"]}")).GetProperty("mastery").GetInt32());
    }

    [Fact]
    public async Task Sending_while_the_campaign_is_archived_has_one_outcome()
    {
        var campaign = await _school.Campaign();
        var home = $"/campaigns/{campaign["campaignId"]}";
        var players = new List<(Player Player, string Participation)>();
        for (var index = 0; index < 4; index++)
        {
            var player = await _host.Register();
            var (participation, joined) = await player.Enter(Code(campaign));
            await player.PlayToTheEnd(joined, CampaignPlay.Right);
            players.Add((player, participation));
        }

        var archived = _school.Send(HttpMethod.Put, $"{home}/archive", new { });
        var sent = await Task.WhenAll(players.Select(one => one.Player.Post($"{one.Participation}/sending", null)));
        (await archived).Ok(HttpStatusCode.NoContent);

        foreach (var ((player, participation), reply) in players.Zip(sent))
        {
            if (reply.Status != HttpStatusCode.OK) reply.Refused(409, "campaign_archived");
            Assert.Equal(reply.Status == HttpStatusCode.OK ? "shared" : "toShare", (await player.Get(participation)).Ok()["status"].GetString());
            (await player.Post($"{participation}/sending", null)).Refused(409, reply.Status == HttpStatusCode.OK ? "results_already_sent" : "campaign_archived");
        }

        Assert.Equal(sent.Count(reply => reply.Status == HttpStatusCode.OK), (await Read(home))["campaign.received"].GetInt32());
    }

    [Fact]
    public async Task A_profile_is_collected_as_it_stands_and_sent_again_after_the_delay()
    {
        var campaign = (await _school.Create(new { type = "profilesCollection", name = "Profils de rentrée", multipleSendings = true })).Ok(HttpStatusCode.Created);
        var home = $"/campaigns/{campaign["campaignId"]}";
        var player = await _host.Register();
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerWrong());
        var (participation, joined) = await player.Enter(Code(campaign));
        Assert.Equal(("toShare", JsonValueKind.Null), (joined["status"].GetString(), joined["assessment"].ValueKind));
        (await player.Post($"{participation}/improvement", null)).Refused(409, "profile_not_improved_here");
        var waiting = await Entry(home);
        Assert.Equal(("toShare", JsonValueKind.Null), (waiting.GetProperty("state").GetString(), waiting.GetProperty("pix").ValueKind));

        Assert.Equal(0, (await player.Post($"{participation}/sending", null)).Ok()["sent.pix"].GetInt32());
        _host.Clock.Advance(TimeSpan.FromDays(7));
        (await player.Improve()).Ok(HttpStatusCode.Created);
        await player.PlayToTheEnd(one => one.AnswerRight());
        var pix = (await player.Profile())["pix"].GetInt32();
        Assert.True(pix > 0);
        Assert.Equal(0, (await Entry(home)).GetProperty("pix").GetInt32());

        (await player.Post($"{participation}/retry", null)).Ok();
        Assert.Equal((2, pix), Sent((await player.Post($"{participation}/sending", null)).Ok()));
        var sheet = await Read($"{home}/participants/{joined["participationId"].GetString()}");
        Assert.Equal((pix, false, JsonValueKind.Null), (sheet["profile.pix"].GetInt32(), sheet["profile.certifiable"].GetBoolean(), sheet["result"].ValueKind));
        Assert.Equal(pix, (await Entry(home)).GetProperty("pix").GetInt32());
        var export = (await Read($"{home}/results.csv")).Text;
        Assert.Contains("Nombre de pix total", export, StringComparison.Ordinal);
        Assert.Contains($";{pix};", export.Split('\n')[1], StringComparison.Ordinal);
        (await _school.Send(HttpMethod.Get, $"{home}/analysis")).Refused(409, "campaign_tests_nothing");
    }

    private static (int, int) Sent(Reply reply) => (reply["sent.number"].GetInt32(), reply["sent.pix"].GetInt32());

    private static string Code(Reply campaign) => campaign["code"].GetString()!;

    // The only participant, as of everybody's last command.
    private async Task<JsonElement> Entry(string home) => Assert.Single((await Read($"{home}/participants"))["items"].EnumerateArray());

    private async Task<Reply> Read(string path)
    {
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        return (await _school.Send(HttpMethod.Get, path)).Ok();
    }
}

using System.Net;
using System.Text.Json;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Campaigns and participations over HTTP, from the teacher's wish to the results that were sent.</summary>
public sealed class CampaignTests : IAsyncLifetime
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
    public async Task A_campaign_is_created_edited_and_archived()
    {
        var created = await _school.Campaign();
        Assert.Matches("^[A-HJKMNP-Z]{6}[2-9]{3}$", created["code"].GetString());
        Assert.EndsWith($"/campagnes/{created["code"]}", created["link"].GetString());
        Assert.Equal(3, created["target.skills"].GetInt32());
        var home = $"/campaigns/{created["campaignId"]}";

        (await _school.Send(HttpMethod.Put, $"{home}/settings", new { name = "6e C" }, ("If-Match", "\"0\""))).Ok();
        (await _school.Send(HttpMethod.Put, $"{home}/settings", new { name = "6e D" }, ("If-Match", "\"0\""))).Refused(409, "campaign_changed");
        (await _school.Send(HttpMethod.Put, $"{home}/archive", new { })).Ok(HttpStatusCode.NoContent);
        var read = (await _school.Send(HttpMethod.Get, $"{home}/settings")).Ok();
        Assert.Equal(("6e C", true), (read["name"].GetString(), read["archived"].GetBoolean()));
        (await _school.Send(HttpMethod.Delete, $"{home}/archive")).Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_link_is_drawn_to_be_scanned()
    {
        var home = $"/campaigns/{(await _school.Campaign())["campaignId"]}";
        var svg = (await _school.Send(HttpMethod.Get, $"{home}/qr-code.svg")).Ok();
        Assert.Equal(("image/svg+xml", true), (svg.MediaType, svg.Text.Contains("<svg", StringComparison.Ordinal)));
        Assert.Equal(0x89, (await _school.Send(HttpMethod.Get, $"{home}/qr-code.png")).Ok().Body[0]);
    }

    [Fact]
    public async Task A_wish_that_cannot_be_granted_is_told_why()
    {
        (await _school.Create(new { type = "assessment", name = "6e B" })).Refused(422, "campaign_target_missing");
        (await _school.Create(new { type = "assessment", name = "6e B", targetProfileId = "autre" })).Refused(404, "target_profile_unknown");
        (await _school.Create(new { name = "6e B" })).Refused(422, "campaign_type_missing");
    }

    [Fact]
    public async Task The_same_creation_under_the_same_key_is_one_campaign_and_eight_at_once_have_eight_codes()
    {
        var body = new { type = "assessment", targetProfileId = School.Profile, name = "6e B" };
        var once = (await _school.Create(body, "k")).Ok(HttpStatusCode.Created);
        (await _school.Create(body, "k")).IsSameAs(once);
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await _school.Campaign())["code"].GetString()));
        Assert.Equal(8, codes.Distinct().Count());
    }

    [Fact]
    public async Task Another_schools_teacher_is_kept_out()
    {
        var campaign = (await _school.Campaign())["campaignId"];
        var other = await School.In(_host);
        (await other.Send(HttpMethod.Get, $"/campaigns/{campaign}/settings")).Refused(403, "forbidden");
        (await other.Send(HttpMethod.Post, $"{_school.Home}/campaigns", new { name = "6e B" })).Refused(403, "forbidden");
    }

    [Fact]
    public async Task A_learner_enters_plays_sends_once_and_reads_what_was_sent()
    {
        var code = (await _school.Campaign())["code"].GetString()!;
        var player = await _host.Register();
        var found = (await player.Get($"/campaigns/by-code/{code.ToLowerInvariant()}")).Ok();
        Assert.Equal(("Bien chercher", JsonValueKind.Null), (found["title"].GetString(), found["closed"].ValueKind));

        var joined = (await player.Post($"/campaigns/by-code/{code}/participations", new { }, "k")).Ok(HttpStatusCode.Created);
        (await player.Post($"/campaigns/by-code/{code}/participations", new { }, "k")).Ok(HttpStatusCode.Created);
        (await player.Post($"/campaigns/by-code/{code}/participations", new { })).Ok();
        var participation = $"/participations/{joined["participationId"].GetString()}";
        (await player.Post($"{participation}/sending", null)).Refused(409, "test_not_completed");

        await player.PlayToTheEnd(joined, CampaignPlay.Right);
        Assert.Equal("toShare", (await player.Get(participation)).Ok()["status"].GetString());
        var sent = await Task.WhenAll(player.Post($"{participation}/sending", null), player.Post($"{participation}/sending", null));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], sent.Select(reply => reply.Status).Order());
        var read = (await player.Get(participation)).Ok();
        Assert.Equal(("shared", 3, 100), (read["status"].GetString(), read["results.validated"].GetInt32(), read["sent.masteryPercent"].GetInt32()));
        (await player.Post($"{participation}/retry", null)).Refused(409, "single_sending");
        (await (await _host.Register()).Get(participation)).Refused(403, "forbidden");
        Assert.Equal(1, (await player.Get($"{player.Home}/participations")).Ok()["participations"].GetArrayLength());
    }

    [Fact]
    public async Task An_archived_campaign_lets_nobody_in_and_a_wrong_code_leads_nowhere()
    {
        var created = await _school.Campaign();
        (await _school.Send(HttpMethod.Put, $"/campaigns/{created["campaignId"]}/archive", new { })).Ok(HttpStatusCode.NoContent);
        var player = await _host.Register();
        Assert.Equal("campaign_archived", (await player.Get($"/campaigns/by-code/{created["code"]}")).Ok()["closed.code"].GetString());
        (await player.Post($"/campaigns/by-code/{created["code"]}/participations", new { })).Refused(409, "campaign_archived");
        (await player.Get("/campaigns/by-code/ABCDEF234")).Refused(404, "campaign_code_unknown");
        (await player.Get("/campaigns/by-code/rien")).Refused(404, "campaign_code_unknown");
    }

    [Fact]
    public async Task A_school_that_manages_its_pupils_lets_only_them_in()
    {
        var school = await School.In(_host, managesPupils: true);
        var code = (await school.Campaign())["code"];
        var player = await _host.Register();
        (await player.Post($"/campaigns/by-code/{code}/participations", new { })).Refused(409, "pupil_not_attached");
    }
}

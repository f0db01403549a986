using System.Net;
using Pix.Api.Tests.Pupils;
using Pix.Domain;
using Pix.Testing;
using Xunit;
using PupilsOf = Pix.Api.Tests.Pupils.School;

namespace Pix.Api.Tests.Http;

/// <summary>A campaign of a school that manages its pupils: who enters, once, and what is left of who is erased (Rules 7.6, 10.8).</summary>
public sealed class PupilCampaignTests : IAsyncLifetime
{
    private static readonly Eleve Zoe = new("1", "Zoé", "Lefèvre");
    private static readonly Eleve Noe = new("2", "Noé", "Durand");
    private PixHost _host = null!;
    private School _school = null!;
    private PupilsOf _pupils = null!;
    private string _imported = "";
    private string _home = "";
    private string _code = "";

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2", "@web3"));
        _school = await School.In(_host, managesPupils: true);
        _pupils = new PupilsOf(_host, _school.Id, await _host.Join(_school.Id, MemberRole.Administrator));
        _imported = (await _pupils.Import(Zoe, Noe)).Position;
        var campaign = await _school.Campaign(multipleSendings: true);
        (_home, _code) = ($"/campaigns/{campaign["campaignId"]}", campaign["code"].GetString()!);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Who_is_attached_enters_as_that_pupil_and_the_others_have_not_started()
    {
        var player = await _host.Register();
        var found = (await player.Get($"/campaigns/by-code/{_code}")).Ok();
        Assert.Equal((true, false, "pupil_not_attached"), (found["restricted"].GetBoolean(), found["attached"].GetBoolean(), found["closed.code"].GetString()));
        (await player.Post($"/campaigns/by-code/{_code}/participations", new { })).Refused(409, "pupil_not_attached");

        await Attach(player, Zoe);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await player.Get($"/campaigns/by-code/{_code}")).Ok()["closed"].ValueKind);
        await player.Enter(_code);
        Assert.Equal(
            ["Durand 4B notStarted", "Lefèvre 4B inProgress"],
            (await Read($"{_home}/participants"))["items"].EnumerateArray()
                .Select(item => $"{item.GetProperty("lastName").GetString()} {item.GetProperty("class").GetString()} {item.GetProperty("state").GetString()}"));
    }

    [Fact]
    public async Task A_pupil_has_one_place_in_a_campaign_whatever_account_is_theirs()
    {
        var (first, second) = (await _host.Register(), await _host.Register());
        var pupil = await Attach(first, Zoe);
        await first.Enter(_code);
        (await _pupils.Detach(pupil)).Ok(HttpStatusCode.NoContent);
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        await Attach(second, Zoe);
        (await second.Post($"/campaigns/by-code/{_code}/participations", new { })).Refused(409, "participation_with_another_account");
        Assert.Equal(1, (await Read(_home))["campaign.participants"].GetInt32());
    }

    [Fact]
    public async Task Who_the_school_left_out_neither_enters_nor_retries_and_sends_what_is_finished()
    {
        var (zoe, noe) = (await _host.Register(), await _host.Register());
        await Attach(zoe, Zoe);
        await Attach(noe, Noe);
        var (participation, joined) = await zoe.Enter(_code);
        await zoe.PlayToTheEnd(joined, CampaignPlay.Wrong);
        await _pupils.Import(new Eleve("3", "Ana", "Petit"));

        (await noe.Post($"/campaigns/by-code/{_code}/participations", new { })).Refused(409, "pupil_disabled");
        (await zoe.Post($"{participation}/sending", null)).Ok();
        _host.Clock.Advance(TimeSpan.FromDays(4));
        (await zoe.Post($"{participation}/retry", null)).Refused(409, "pupil_disabled");
    }

    [Fact]
    public async Task Who_is_erased_leaves_the_counts_and_no_name_on_any_page_or_export()
    {
        var player = new Player(_host, Guid.NewGuid().ToString());
        (await player.Register(new { firstName = "Zoé", lastName = "Lefèvre" })).Ok(HttpStatusCode.Created);
        await Attach(player, Zoe);
        var participation = (await player.Take(_code, CampaignPlay.Right))["/participations/".Length..];
        var tube = (await Read($"{_home}/analysis?topics=all"))["topics"][0].GetProperty("tubeId").GetString();
        string[] named =
        [
            $"{_home}/participants", $"{_home}/participants/{participation}", $"{_home}/analysis/participants?tube={tube}", $"{_home}/results.csv",
            $"{_home}/report.csv?class=4B", $"{_school.Home}/pupils",
        ];
        string[] counted = [_home, $"{_home}/results", $"{_home}/analysis?topics=all", $"{_home}/participants/{participation}/analysis"];
        foreach (var page in named) Assert.Contains("Lefèvre", Plain((await Read(page)).Text), StringComparison.Ordinal);
        var before = new List<string>();
        foreach (var page in counted) before.Add((await Read(page)).Text);

        var erased = await new ErasePerson().Run(
            _host.Node, new Dictionary<string, string> { ["learner"] = player.Id.ToString() }, new Progress<OperationProgress>(), CancellationToken.None);
        Assert.True(erased.Succeeded, erased.Sentence);

        foreach (var page in named.Concat(counted)) Assert.DoesNotContain("Lefèvre", Plain((await Read(page)).Text), StringComparison.Ordinal);
        foreach (var (page, text) in counted.Zip(before)) Assert.Equal(text, (await Read(page)).Text);
        var sheet = await Read($"{_home}/participants/{participation}");
        Assert.Equal((true, 100), (sheet["erased"].GetBoolean(), sheet["result.mastery"].GetInt32()));
        Assert.Equal(3, (await Read($"{_home}/results.csv")).Text.Split('\n').Length);
    }

    [Fact]
    public async Task The_academy_counts_pupils_participants_and_results_received_once_each()
    {
        var (zoe, noe) = (await _host.Register(), await _host.Register());
        await Attach(zoe, Zoe);
        await Attach(noe, Noe);
        var participation = await zoe.Take(_code, CampaignPlay.Wrong);
        await noe.Enter(_code);
        _host.Clock.Advance(TimeSpan.FromDays(4));
        await zoe.PlayToTheEnd((await zoe.Post($"{participation}/retry", null)).Ok(), CampaignPlay.Right);
        (await zoe.Post($"{participation}/sending", null)).Ok();

        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        var dashboard = (await _host.Send(HttpMethod.Get, "/academy/dashboard?province=19", null, _host.Token("dane", Roles.Academy))).Ok();
        Assert.Equal(
            (2, 2, 1), (dashboard["total.pupils"].GetInt32(), dashboard["total.participants"].GetInt32(), dashboard["total.resultsReceived"].GetInt32()));
        Assert.Equal(dashboard["total"].GetRawText(), dashboard["kinds"][0].GetProperty("figures").GetRawText());
    }

    [Fact]
    public async Task The_pupils_page_says_who_is_attached_positioned_and_when_they_last_answered()
    {
        var player = await _host.Register();
        await Attach(player, Zoe);
        await player.Take(_code, CampaignPlay.Right);
        var page = await Read($"{_school.Home}/pupils?division=4B&page=1&pageSize=1");
        Assert.Equal((2, 1, 1), (page["total"].GetInt32(), page["pageSize"].GetInt32(), page["items"].GetArrayLength()));
        (await _school.Send(HttpMethod.Get, $"{_school.Home}/pupils?pageSize=101")).Refused(422, "page_malformed");

        var (noe, zoe) = ((await Read($"{_school.Home}/pupils"))["items"][0], (await Read($"{_school.Home}/pupils"))["items"][1]);
        Assert.Equal((false, true), (noe.GetProperty("attached").GetBoolean(), zoe.GetProperty("attached").GetBoolean()));
        Assert.Equal((1, false), (zoe.GetProperty("competencesPositioned").GetInt32(), zoe.GetProperty("certifiable").GetBoolean()));
        Assert.Equal(_host.Clock.GetUtcNow(), zoe.GetProperty("lastActivityAt").GetDateTimeOffset());
    }

    // JSON may escape letters.
    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Unescape(text.Replace("\\\"", "\"", StringComparison.Ordinal));

    private async Task<Guid> Attach(Player player, Eleve pupil) => (await _host.Send(
        HttpMethod.Post,
        $"{player.Home}/pupils",
        new { organisationId = _school.Id.Value, firstName = pupil.FirstName, lastName = pupil.LastName, birthDate = "2012-06-23" },
        _host.Token(player.Id.ToString(), Roles.Learner),
        ("Pix-Min-Position", _imported))).Ok()["pupilId"].GetGuid();

    // As of everybody's last command.
    private async Task<Reply> Read(string path)
    {
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        return (await _school.Send(HttpMethod.Get, path)).Ok();
    }
}

using System.Net;
using System.Text.Json;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>What a teacher reads, over the real host: one learner has sent everything right, another has finished without sending, a third is on the way.</summary>
public sealed class CampaignReadingTests : IAsyncLifetime
{
    private PixHost _host = null!;
    private School _school = null!;
    private Reply _campaign = null!;
    private string _home = "";
    private (Player Learner, string Participation) _sent;
    private (Player Learner, string Participation) _finished;
    private (Player Learner, string Participation) _onTheWay;

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2", "@web3", "@mail1", "@mail2").Tutorial("tuto"));
        _school = await School.In(_host);
        _campaign = await _school.Campaign(multipleSendings: true);
        _home = $"/campaigns/{_campaign["campaignId"]}";
        _sent = await Play("Ada", "Zay", "juste", int.MaxValue);
        (await _sent.Learner.Post($"/participations/{_sent.Participation}/sending", null)).Ok();
        _finished = await Play("Bob", "Yvon", "faux", int.MaxValue);
        _onTheWay = await Play("Cleo", "Xu", "juste", 1);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_campaign_is_found_with_its_counts_and_read_with_its_figures()
    {
        var list = await Read($"{_school.Home}/campaigns?search=6E&owner=AC-REIMS&sort=-received");
        Assert.Equal((1, "6e B", 3, 1), (list["total"].GetInt32(), Item(list, 0, "name").GetString(), Item(list, 0, "participants").GetInt32(), Item(list, 0, "received").GetInt32()));
        Assert.Equal(0, (await Read($"{_school.Home}/campaigns?status=archived"))["total"].GetInt32());
        Assert.Equal(0, (await Read($"{_school.Home}/campaigns?owner=personne"))["total"].GetInt32());
        Assert.Equal(100, (await Read(_home))["meanMastery"].GetInt32());
        (await _school.Send(HttpMethod.Get, $"{_school.Home}/campaigns?status=autre")).Refused(422, "parameter_malformed");
    }

    [Fact]
    public async Task Who_is_where_is_seen_by_state_and_name()
    {
        var list = await Read($"{_home}/participants");
        Assert.Equal(
            ["Xu inProgress", "Yvon toShare", "Zay shared"],
            list["items"].EnumerateArray().Select(item => $"{item.GetProperty("lastName").GetString()} {item.GetProperty("state").GetString()}"));
        Assert.InRange(Item(list, 0, "progress").GetDecimal(), 0.2m, 0.8m);
        Assert.Equal((1m, 1m), (Item(list, 1, "progress").GetDecimal(), Item(list, 2, "progress").GetDecimal()));
        Assert.Equal(100, Item(list, 2, "mastery").GetInt32());
        Assert.Equal(1, (await Read($"{_home}/participants?state=toShare"))["total"].GetInt32());
        Assert.Equal(1, (await Read($"{_home}/participants?search=zay%20a"))["total"].GetInt32());
    }

    [Fact]
    public async Task A_sheet_says_what_was_sent_per_competence_and_topic()
    {
        var sheet = await Read($"{_home}/participants/{_sent.Participation}");
        Assert.Equal((5, 5, 5, 100), (
            sheet["result.validated"].GetInt32(), sheet["result.evaluated"].GetInt32(), sheet["result.targeted"].GetInt32(), sheet["result.mastery"].GetInt32()));
        Assert.Equal(2, sheet["result.topics"].GetArrayLength());
        (await _school.Send(HttpMethod.Get, $"{_home}/participants/{new Guid():N}-1")).Refused(404, "participation_unknown");
    }

    [Fact]
    public async Task What_everybody_masters_is_no_recommendation_until_somebody_sends_otherwise()
    {
        var analysis = await Read($"{_home}/analysis");
        Assert.Equal((0, 2), (analysis["topics"].GetArrayLength(), analysis["masteredByAll"].GetInt32()));
        Assert.Equal(2, (await Read($"{_home}/analysis?topics=all"))["topics"].GetArrayLength());

        (await _finished.Learner.Post($"/participations/{_finished.Participation}/sending", null)).Ok();
        analysis = await Read($"{_home}/analysis");
        Assert.Equal(2, analysis["topics"].GetArrayLength());
        var scores = analysis["topics"].EnumerateArray().Select(topic => topic.GetProperty("score").GetDecimal()).ToList();
        Assert.Equal(scores.Order(), scores);
        var first = analysis["topics"][0];
        var terms = first.GetProperty("terms").EnumerateObject().Sum(term => term.Value.GetDecimal());
        Assert.InRange(first.GetProperty("score").GetDecimal() - terms, -0.02m, 0.02m);
        Assert.Equal(scores.OrderDescending(), (await Read($"{_home}/analysis?sort=-relevance"))["topics"].EnumerateArray().Select(topic => topic.GetProperty("score").GetDecimal()));

        var groups = (await Read($"{_home}/analysis/participants?tube={first.GetProperty("tubeId").GetString()}"))["groups"];
        Assert.Equal(["failed", "mastered"], groups.EnumerateArray().Select(group => group.GetProperty("group").GetString()));
    }

    [Fact]
    public async Task An_analysis_that_did_not_change_is_not_sent_again()
    {
        var tag = await TagOf($"{_home}/analysis");
        (await Send($"{_home}/analysis", ("If-None-Match", tag))).Ok(HttpStatusCode.NotModified);
        Assert.NotEqual(tag, await TagOf($"{_home}/analysis?sort=-relevance"));
        (await _finished.Learner.Post($"/participations/{_finished.Participation}/sending", null)).Ok();
        (await Send($"{_home}/analysis", ("If-None-Match", tag), ("Pix-Min-Position", _finished.Learner.Position!))).Ok();
    }

    [Fact]
    public async Task Nothing_of_what_was_not_sent_is_visible_beyond_progress()
    {
        string[] pages =
        [
            _home, $"{_home}/results", $"{_home}/analysis?topics=all", $"{_home}/analysis/participants?tube={await SomeTopic()}", $"{_home}/results.csv",
            $"{_school.Home}/campaigns", $"{_home}/report.csv?class=6B", $"{_home}/progress?since={_campaign["campaignId"]}",
            $"{_school.Home}/progress?from=2026-01-01&to=2026-12-31",
        ];
        var before = new List<string>();
        foreach (var page in pages) before.Add(WithoutOnTheWay((await Read(page)).Text));
        while (_onTheWay.Learner.Pending is not null) (await Answer(_onTheWay.Learner, "faux")).Ok();
        var after = new List<string>();
        foreach (var page in pages) after.Add(WithoutOnTheWay((await Read(page)).Text));
        Assert.Equal(before, after);

        foreach (var (_, participation) in new[] { _finished, _onTheWay })
        {
            var sheet = await Read($"{_home}/participants/{participation}");
            Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (sheet["result"].ValueKind, sheet["profile"].ValueKind));
            (await _school.Send(HttpMethod.Get, $"{_home}/participants/{participation}/analysis")).Refused(409, "results_not_sent");
            Assert.DoesNotContain(participation, (await Read($"{_home}/analysis/participants?tube={await SomeTopic()}")).Text, StringComparison.Ordinal);
        }

        var unsent = (await Read($"{_home}/participants"))["items"].EnumerateArray().Where(item => item.GetProperty("state").GetString() != "shared").ToList();
        Assert.Equal(2, unsent.Count);
        foreach (var hidden in new[] { "mastery", "pix", "certifiable", "sharedAt" })
            Assert.All(unsent, item => Assert.Equal(JsonValueKind.Null, item.GetProperty(hidden).ValueKind));
    }

    [Fact]
    public async Task The_export_is_byte_for_byte_as_the_rules_say()
    {
        var reply = await Read($"{_home}/results.csv");
        Assert.Equal(("text/csv", true), (reply.MediaType, reply.Body.AsSpan().StartsWith<byte>([0xEF, 0xBB, 0xBF])));
        Golden.Verify("CampaignExport", reply.Text.TrimStart('\uFEFF')
            .Replace(_campaign["campaignId"].GetString()!, "ID", StringComparison.Ordinal)
            .Replace(_campaign["code"].GetString()!, "CODE", StringComparison.Ordinal), "csv");
        Assert.Equal(reply.Body, (await Send($"{_home}/results", ("Accept", "text/csv"))).Ok().Body);
    }

    [Fact]
    public async Task Progress_between_two_campaigns_compares_what_was_sent_to_both()
    {
        var later = await _school.Campaign();
        var joined = (await _sent.Learner.Post($"/campaigns/by-code/{later["code"]}/participations", new { })).Ok(HttpStatusCode.Created);
        (await _sent.Learner.Post($"/participations/{joined["participationId"]}/sending", null)).Ok();
        var progress = await Read($"/campaigns/{later["campaignId"]}/progress?since={_campaign["campaignId"]}");
        Assert.Equal((1, 5, 100, 100), (
            progress["people"].GetInt32(), progress["compared"].GetInt32(), progress["masteryBefore"].GetInt32(), progress["masteryAfter"].GetInt32()));
        (await _school.Send(HttpMethod.Get, $"{_home}/progress?since={Guid.NewGuid()}")).Refused(404, "other_campaign_unknown");
        (await _school.Send(HttpMethod.Get, $"{_home}/progress")).Refused(422, "parameter_missing");
        Assert.Equal(0, (await Read($"{_school.Home}/progress?from=2026-01-01&to=2026-12-31&class=6B"))["people"].GetInt32());
    }

    private static JsonElement Item(Reply list, int index, string name) => list["items"][index].GetProperty(name);

    // Only the progress of who is on the way may change.
    private static string WithoutOnTheWay(string text) => string.Join('\n', text.Split('\n').Where(line => !line.Contains("Xu", StringComparison.Ordinal)));

    private async Task<string> SomeTopic() => (await Read($"{_home}/analysis?topics=all"))["topics"][0].GetProperty("tubeId").GetString()!;

    private async Task<string> TagOf(string path)
    {
        await Read(path);
        using var client = new HttpClient { BaseAddress = _host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", _host.Token(_school.Teacher, Roles.Teacher));
        using var response = await client.SendAsync(request);
        return response.Headers.ETag!.Tag;
    }

    private Task<Reply> Send(string path, params (string Name, string Value)[] headers) => _school.Send(HttpMethod.Get, path, null, headers);

    // As of everybody's last command.
    private async Task<Reply> Read(string path)
    {
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None);
        return (await Send(path)).Ok();
    }

    private async Task<(Player Learner, string Participation)> Play(string first, string last, string value, int answers)
    {
        var learner = new Player(_host, Guid.NewGuid().ToString());
        (await learner.Register(new { firstName = first, lastName = last })).Ok(HttpStatusCode.Created);
        var joined = (await learner.Post($"/campaigns/by-code/{_campaign["code"]}/participations", new { })).Ok(HttpStatusCode.Created);
        learner.Test = joined["assessmentId"].GetString()!;
        var pending = joined["assessment.challenge.id"].GetString();
        (await learner.Answer(new { challengeId = pending, value })).Ok();
        for (var answered = 1; answered < answers && learner.Pending is not null; answered++) (await Answer(learner, value)).Ok();
        return (learner, joined["participationId"].GetString()!);
    }

    private static Task<Reply> Answer(Player learner, string value) => learner.Answer(new { challengeId = learner.Pending, value });
}

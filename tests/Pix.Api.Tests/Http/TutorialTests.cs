using System.Net;
using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class TutorialTests : IAsyncLifetime
{
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.WithSamples();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Who_failed_a_skill_is_recommended_what_helps_to_succeed()
    {
        var player = await _host.Register();
        Assert.Empty(await Recommended(player));
        await player.Start();
        var answered = await player.AnswerWrong();

        var helps = answered["tutorialsToSucceed"].EnumerateArray().Select(tutorial => tutorial.GetProperty("id").GetString()!).ToList();

        Assert.NotEmpty(helps);
        Assert.Subset((await Recommended(player)).ToHashSet(), helps.ToHashSet());
    }

    [Fact]
    public async Task A_saved_tutorial_is_on_the_list_until_it_is_removed_and_is_recommended_no_more()
    {
        var player = await _host.Register();
        await player.Start();
        var saved = (await player.AnswerWrong())["tutorialsToSucceed"][0].GetProperty("id").GetString()!;

        (await player.Put($"{player.Home}/tutorials/{saved}")).Ok(HttpStatusCode.NoContent);

        Assert.Equal([(saved, false)], await Saved(player));
        Assert.DoesNotContain(saved, await Recommended(player));
        (await player.Delete($"{player.Home}/tutorials/{saved}")).Ok(HttpStatusCode.NoContent);
        Assert.Empty(await Saved(player));
        Assert.Contains(saved, await Recommended(player));
        (await player.Delete($"{player.Home}/tutorials/{saved}")).Ok(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_tutorial_is_found_useful_and_that_can_be_taken_back()
    {
        var player = await _host.Register();

        (await player.Put($"{player.Home}/tutorials/tutoUrl", new { useful = true })).Ok(HttpStatusCode.NoContent);
        Assert.Equal([("tutoUrl", true)], await Saved(player));
        (await player.Put($"{player.Home}/tutorials/tutoUrl")).Ok(HttpStatusCode.NoContent);
        Assert.Equal([("tutoUrl", true)], await Saved(player));
        (await player.Put($"{player.Home}/tutorials/tutoUrl", new { useful = false })).Ok(HttpStatusCode.NoContent);
        Assert.Equal([("tutoUrl", false)], await Saved(player));

        Assert.Equal(3, await player.RecordedEvents() - 1);
    }

    [Fact]
    public async Task A_tutorial_that_no_release_has_is_refused()
    {
        var player = await _host.Register();
        (await player.Put($"{player.Home}/tutorials/nothing")).Refused(404, "tutorial_unknown", ("tutorial", "nothing"));
        Assert.Equal(1, await player.RecordedEvents());
    }

    private static async Task<List<string>> Recommended(Player player) =>
        [.. (await player.Get($"{player.Home}/tutorials")).Ok()["recommended"].EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];

    private static async Task<List<(string Id, bool Useful)>> Saved(Player player) =>
        [.. (await player.Get($"{player.Home}/tutorials")).Ok()["saved"].EnumerateArray().Select(one =>
            (one.GetProperty("tutorial").GetProperty("id").GetString()!, one.GetProperty("useful").GetBoolean()))];
}

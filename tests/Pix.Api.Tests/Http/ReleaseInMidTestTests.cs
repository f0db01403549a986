using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class ReleaseInMidTestTests : IAsyncLifetime
{
    private static readonly ReferentialBuilder Before = ReferentialBuilder.Of("@web1", "@web2", "@web3");
    private static readonly ReferentialBuilder After = ReferentialBuilder.Of("@web1", "@web2", "@web3", "@chat1", "@chat2").As(2)
        .Challenges("@web2", one => one with { Instruction = "Tout autre chose", Accepted = ["nouveau"], Correction = "Nouvelle correction" });

    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(Before);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_release_between_question_and_answer_changes_neither()
    {
        var player = await _host.Register();
        await player.Start();
        Assert.Equal("@web2#1", player.Pending);
        var before = await player.ReadTest();

        await _host.Release(After.Draft());

        (await player.ReadTest()).IsSameAs(before);
        var answered = (await player.Answer(new { challengeId = "@web2#1", value = "juste" })).Ok();
        Assert.Equal("ok", answered["status"].GetString());
        Assert.Equal("juste", answered["solution"][0].GetString());
        Assert.Equal("Épreuve @web2", (await player.Get($"/assessments/{player.Test}/answers/1/correction"))["instruction"].GetString());
    }

    [Fact]
    public async Task A_challenge_that_the_release_dropped_is_still_answered()
    {
        var player = await _host.Register();
        await player.Start();
        await _host.Release(After.Without("@web2").Draft());

        Assert.Equal("ok", (await player.Answer(new { challengeId = "@web2#1", value = "juste" })).Ok()["status"].GetString());
        await player.PlayToTheEnd(one => one.AnswerRight());

        var card = await player.Card();
        Assert.Equal("completed", card.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_next_challenge_comes_from_the_new_release()
    {
        var player = await _host.Register();
        await player.Start();
        await _host.Release(After.Draft());

        var replies = await player.PlayToTheEnd(one => one.AnswerRight());

        Assert.Contains(replies.SkipLast(1), reply => reply["challenge"].GetProperty("id").GetString()!.StartsWith("@chat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_profile_says_under_which_release_it_was_folded_and_switches_when_it_has_caught_up()
    {
        var player = await _host.Register();
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerRight());
        var before = await player.Profile();
        Assert.Equal(("1", 1), (before.Referential, before["referential"].GetInt32()));

        var activated = await _host.ReleaseWithoutProfiles(After.Without("@web3").Draft());

        (await player.Profile()).IsSameAs(before);
        await _host.Node.ReadModels.ActivateReferential(activated, CancellationToken.None);
        var after = await player.Profile();
        Assert.Equal(("2", 2), (after.Referential, after["referential"].GetInt32()));
        Assert.NotEqual(before["pix"].GetInt32(), after["pix"].GetInt32());
    }

    [Fact]
    public async Task A_finished_test_starts_again_where_a_release_left_something_to_ask()
    {
        var player = await _host.Register();
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerRight());
        (await player.Start()).Refused(409, "nothing_left_to_ask");

        await _host.Release(After.Draft());

        (await player.Start()).Ok(System.Net.HttpStatusCode.Created);
        Assert.StartsWith("@chat", player.Pending);
    }
}

using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Two nodes on one log, each with a data folder, a memory and read models of its own.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const string FirstName = "Clothilde";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private PixHost _one = null!;
    private PixHost _other = null!;

    public async Task InitializeAsync()
    {
        _one = await PixHost.EmptyOnServer();
        await _one.Release(ReferentialBuilder.Of("@web1", "@web2", "@web3", "@web4", "@mail1", "@mail2", "@mail3").Draft());
        _other = await _one.StartPeer();
        await _other.Node.ReadModels.CaughtUp(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _other.DisposeAsync();
        await _one.DisposeAsync();
    }

    [Fact]
    public async Task Who_starts_on_one_and_answers_on_the_other_sees_their_answer_on_the_first()
    {
        var here = await _one.Register();
        await here.Start();
        while (here.Pending is not null)
        {
            var there = At(_other, here);
            await there.AnswerRight();
            var profile = (await here.Get($"{here.Home}/profile", ("Pix-Min-Position", there.Position!))).Ok();
            Assert.True(profile["pix"].GetInt32() > 0);
            var test = (await here.ReadTest()).Ok();
            Assert.Equal(there.Pending, test["challenge"].ValueKind == System.Text.Json.JsonValueKind.Null ? null : test["challenge.id"].GetString());
            here = At(_one, there);
        }

        Assert.Equal("completed", (await here.ReadTest())["state"].GetString());
    }

    [Fact]
    public async Task Their_test_shows_the_answer_also_while_projections_are_paused_and_their_profile_once_they_go_on()
    {
        var here = await _one.Register();
        await here.Start();
        foreach (var host in new[] { _one, _other }) host.Node.ReadModels.Pause(ProfileReader.ReadModel);
        var there = At(_other, here);
        await there.AnswerRight();

        var test = (await here.Get($"/assessments/{here.Test}", ("Pix-Min-Position", there.Position!))).Ok();
        Assert.Equal(there.Pending, test["challenge.id"].GetString());
        var reading = here.Get($"{here.Home}/profile", ("Pix-Min-Position", there.Position!));
        Assert.False(reading.IsCompleted);
        _one.Node.ReadModels.Resume(ProfileReader.ReadModel);
        Assert.True((await reading).Ok()["pix"].GetInt32() > 0);
    }

    [Fact]
    public async Task Two_that_answer_for_one_learner_at_once_lose_and_double_nothing()
    {
        var player = await _one.Register();
        await player.Start();
        var answers = 0;
        while (player.Pending is not null)
        {
            var (here, there) = (At(_one, player), At(_other, player));
            var replies = await Task.WhenAll(Task.Run(() => here.AnswerRight()), Task.Run(() => there.AnswerRight()));
            Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
            Assert.Single(replies, reply => reply.Status == HttpStatusCode.Conflict);
            answers++;
            player = replies[0].Status == HttpStatusCode.OK ? here : there;
        }

        var history = await _other.HistoryOf(player.Id);
        Assert.Equal(answers, history.OfType<AnswerRecorded>().Count());
        Assert.Equal(Enumerable.Range(1, answers), history.OfType<AnswerRecorded>().Select(answer => answer.Number));
        Assert.True((await Verification.Verify(_one.Node.Store, null, CancellationToken.None)).IsSound);
    }

    [Fact]
    public async Task One_request_sent_to_both_at_once_is_carried_out_once_and_answered_alike()
    {
        var player = await _one.Register();
        await player.Start();
        var (here, there) = (At(_one, player), At(_other, player));
        var replies = await Task.WhenAll(Task.Run(() => here.AnswerRight(key: "sent twice")), Task.Run(() => there.AnswerRight(key: "sent twice")));
        replies[1].Ok().IsSameAs(replies[0].Ok());
        Assert.Single((await _one.HistoryOf(player.Id)).OfType<AnswerRecorded>());
    }

    [Fact]
    public async Task A_refusal_from_what_a_node_remembers_is_confirmed_first()
    {
        var here = await _one.Register();
        await here.Start();
        var there = At(_other, here);
        var asked = here.Pending!;
        (await there.ReadTest()).Ok();
        await here.AnswerRight();

        // Remembered there: the first challenge is pending, so that this one would be refused.
        there = At(_other, here);
        Assert.NotEqual(asked, there.Pending);
        (await there.AnswerRight()).Ok();

        (await here.Reset()).Refused(409, "reset_too_early");
        (await At(_other, here).Reset()).Refused(409, "reset_too_early");
    }

    [Fact]
    public async Task A_name_registered_on_one_is_read_on_the_other_and_once_erased_on_neither()
    {
        var here = new Player(_one, Guid.NewGuid().ToString());
        (await here.Register(new { firstName = FirstName, lastName = "Durand" })).Ok(HttpStatusCode.Created);
        foreach (var host in new[] { _one, _other })
            Assert.Contains(FirstName, (await At(host, here).Get(here.Home, ("Pix-Min-Position", here.Position!))).Ok().Text);

        var erased = await new ErasePerson().RunToResult(
            _other.Node, new Dictionary<string, string> { ["learner"] = here.Id.ToString() }, new Progress<OperationProgress>(), CancellationToken.None);
        Assert.True(erased.Succeeded, erased.Sentence);

        var position = (await _other.Node.Learners.Load(Streams.Learner(here.Id), CancellationToken.None)).Position;
        var registered = (await _one.HistoryOf(here.Id)).OfType<LearnerRegistered>().Single();
        foreach (var host in new[] { _one, _other })
        {
            await host.Node.Erasures.WaitUntil(position, CancellationToken.None).WaitAsync(Patience);
            var account = (await At(host, here).Get(here.Home, ("Pix-Min-Position", PositionToken.Write(host.Node.Log, position)))).Ok();
            Assert.True(account["erased"].GetBoolean());
            Assert.DoesNotContain(FirstName, account.Text);
            Assert.True(host.Node.Personal.Open(registered.Name!).IsErased);
            Assert.Empty(Cli.Names.FilesWith(FirstName, host.Folder.Path));
        }
    }

    [Fact]
    public async Task A_release_activated_on_one_becomes_the_others_too()
    {
        var here = await _one.Register();
        await here.Start();
        await here.AnswerRight();
        await _one.Release(ReferentialBuilder.Of("@web1", "@web2", "@web3", "@web4", "@web5").As(2).Draft());

        var there = At(_other, here);
        (await there.AnswerRight()).Ok();
        await FoldedUnder(_other, 2).WaitAsync(Patience);
        var profile = (await there.Get($"{here.Home}/profile", ("Pix-Min-Position", there.Position!))).Ok();
        Assert.Equal("2", profile.Referential);
        Assert.Equal(profile.Text, (await here.Get($"{here.Home}/profile", ("Pix-Min-Position", there.Position!))).Ok().Text);
    }

    [Fact]
    public async Task A_log_that_cannot_be_reached_is_told_on_every_node_and_what_was_asked_can_be_sent_again()
    {
        var here = await _one.Register();
        await here.Start();
        var there = At(_other, here);
        await _one.Server.Stop();
        foreach (var player in new[] { here, there })
        {
            Assert.Equal("1", (await player.Skip(key: "asked while it was gone")).Refused(503, "log_unreachable").RetryAfter);
            Assert.Equal("1", (await player.ReadTest()).Refused(503, "log_unreachable").RetryAfter);
        }

        var unready = await _one.Send(HttpMethod.Get, "/health/ready", null, null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.Status);
        Assert.Contains(unready["checks"].EnumerateArray(), check => check.GetProperty("name").GetString() == "log" && !check.GetProperty("ok").GetBoolean());

        await _one.Server.Restart();
        (await there.Skip(key: "asked while it was gone")).Ok();
        (await here.Skip(key: "asked while it was gone")).Ok();
        Assert.Single((await _one.HistoryOf(here.Id)).OfType<AnswerRecorded>());
    }

    [Fact]
    public async Task A_node_that_is_thrown_away_is_built_again_from_the_log()
    {
        var here = await _one.Register();
        await here.Start();
        await here.PlayToTheEnd(one => one.AnswerRight());
        await using var third = await _one.StartPeer();
        var profile = (await At(third, here).Get($"{here.Home}/profile", ("Pix-Min-Position", here.Position!)));
        while (profile.Status == HttpStatusCode.ServiceUnavailable)
        {
            await third.Node.ReadModels.CaughtUp(CancellationToken.None).WaitAsync(Patience);
            profile = await At(third, here).Get($"{here.Home}/profile", ("Pix-Min-Position", here.Position!));
        }

        Assert.Equal((await here.Profile()).Text, profile.Ok().Text);
    }

    // The same learner, as they are, at another node.
    private static Player At(PixHost host, Player player) => new(host, player);

    private static async Task FoldedUnder(PixHost host, int version)
    {
        while (true)
        {
            var status = await host.Node.ReadModels.Status(CancellationToken.None);
            if (status.Any(projection => projection.Referential?.Value == version)) return;
            await Task.Yield();
        }
    }
}

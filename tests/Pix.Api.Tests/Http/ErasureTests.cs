using System.Text;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>On any engine; each has a subclass.</summary>
public abstract class ErasureContract : IAsyncLifetime
{
    private const string FirstName = "Clothilde";
    private PixHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await Empty();
        await _host.Release(ReferentialBuilder.Of("@web1", "@web2", "@web3").Draft());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private protected abstract Task<PixHost> Empty();

    [Fact]
    public async Task Who_was_erased_has_no_name_left_anywhere_and_their_score_replays()
    {
        var player = await Played();
        var profile = await player.Profile();
        Assert.True(profile["pix"].GetInt32() > 0);
        var erased = await Erase(player);

        var account = (await player.Get(player.Home, ("Pix-Min-Position", erased))).Ok();

        Assert.True(account["erased"].GetBoolean());
        Assert.DoesNotContain(FirstName, account.Text);
        Assert.Equal(profile.Text, (await player.Get($"{player.Home}/profile", ("Pix-Min-Position", erased))).Ok().Text);
        var correction = (await player.Get($"/assessments/{player.Test}/answers/1/correction")).Ok();
        Assert.Equal(("ok", System.Text.Json.JsonValueKind.Null), (correction["status"].GetString(), correction["value"].ValueKind));
        await AssertScoreReplays(player, profile["pix"].GetInt32());
        await _host.Restart();
        await AssertScoreReplays(player, profile["pix"].GetInt32());
        Assert.True((await Verification.Verify(_host.Node.Store, null, CancellationToken.None)).IsSound);
    }

    [Fact]
    public async Task Nothing_in_the_log_opens_the_name_of_who_was_erased()
    {
        var player = await Played();
        var registered = (await _host.HistoryOf(player.Id)).OfType<LearnerRegistered>().Single();
        Assert.Equal(FirstName, _host.Node.Personal.Open(registered.Name!).Value!.First);
        await Erase(player);

        var after = (await _host.HistoryOf(player.Id)).OfType<LearnerRegistered>().Single();

        var opened = _host.Node.Personal.Open(after.Name!);
        Assert.Equal((true, null), (opened.IsErased, opened.Value));
        await foreach (var record in _host.Node.Store.ReadStream(Streams.Learner(player.Id), Revision.First, CancellationToken.None))
            Assert.DoesNotContain(FirstName, Encoding.UTF8.GetString(record.Data.Span) + Encoding.UTF8.GetString(record.Metadata.Span));
    }

    [Fact]
    public async Task Nothing_is_decided_any_more_for_who_was_erased()
    {
        var player = await Played();
        await Erase(player);
        (await player.Start()).Refused(409, "learner_erased");
        (await player.Register()).Refused(409, "learner_already_registered");
        (await player.Put($"{player.Home}/rules-of-the-game")).Refused(409, "learner_erased");
    }

    [Fact]
    public async Task A_retry_of_who_was_erased_is_still_answered_the_same()
    {
        var player = new Player(_host, "erased");
        var registered = await player.Register(new { firstName = FirstName, lastName = "Durand" }, "key");
        await player.Start();
        var body = new { challengeId = player.Pending, value = "juste" };
        var answered = (await player.Answer(body, "answer")).Ok();
        await Erase(player);

        (await player.Register(new { firstName = FirstName, lastName = "Durand" }, "key")).IsSameAs(registered);
        (await player.Answer(body, "answer")).IsSameAs(answered);
    }

    private async Task<Player> Played()
    {
        var player = new Player(_host, Guid.NewGuid().ToString());
        (await player.Register(new { firstName = FirstName, lastName = "Durand" }, "key")).Ok(System.Net.HttpStatusCode.Created);
        Assert.Contains(FirstName, (await player.Get(player.Home, ("Pix-Min-Position", player.Position!))).Ok().Text);
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerRight());
        return player;
    }

    private async Task<string> Erase(Player player)
    {
        var command = new Command(Guid.CreateVersion7(), string.Empty, Actor.System, Guid.CreateVersion7());
        var decided = await _host.Node.Learners.Decide(Streams.Learner(player.Id), command, (learner, now) => learner.Erase(now), CancellationToken.None);
        await _host.Node.Erasures.WaitUntil(decided.Position, CancellationToken.None);
        return PositionToken.Write(_host.Node.Log, decided.Position);
    }

    private async Task AssertScoreReplays(Player player, int pix)
    {
        var positioning = (await _host.HistoryOf(player.Id)).Aggregate(Positioning.Initial, (state, happened) => state.Evolve(happened));
        Assert.Equal(pix, Profile.Of(positioning, await _host.Content()).Pix(PixHost.Rules.Maximum));
    }
}

/// <summary>On the embedded log.</summary>
public sealed class ErasureTests : ErasureContract
{
    private protected override Task<PixHost> Empty() => PixHost.Empty();
}

/// <summary>On EventStoreDB.</summary>
public sealed class ErasureOnEventStoreDbTests : ErasureContract
{
    private protected override Task<PixHost> Empty() => PixHost.EmptyOnServer();
}

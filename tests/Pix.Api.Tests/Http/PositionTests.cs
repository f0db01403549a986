using Pix.EventStore;
using Pix.Projections;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class PositionTests : IAsyncLifetime
{
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2", "@web3", "@web4", "@mail1", "@mail2", "@mail3", "@mail4"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_profile_read_with_the_position_of_the_last_answer_always_shows_it()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 24), new ParallelOptions { MaxDegreeOfParallelism = 24 }, async (_, _) =>
        {
            var player = await _host.Register();
            await player.Start();
            while (player.Pending is not null)
            {
                Assert.Equal("started", (await player.Card()).GetProperty("status").GetString());
                var before = (await player.Profile())["pix"].GetInt32();
                await player.AnswerRight();
                Assert.True((await player.Profile())["pix"].GetInt32() > before);
            }

            Assert.Equal("completed", (await player.Card()).GetProperty("status").GetString());
        });
    }

    [Fact]
    public async Task Every_command_says_where_the_log_was_also_when_it_wrote_nothing()
    {
        var player = await _host.Register();
        var started = await player.Start();
        var resumed = await player.Start();
        Assert.NotNull(started.Position);
        Assert.Equal(started.Position, resumed.Position);
        Assert.Equal(started.Position, (await player.Answer(new { challengeId = "@other#1", value = "x" })).Position);
        Assert.NotEqual(started.Position, (await player.AnswerRight()).Position);
    }

    [Fact]
    public async Task A_read_model_that_stays_behind_is_told_after_five_seconds()
    {
        var player = await _host.Register();
        await player.Start();
        await player.Profile();
        _host.Node.ReadModels.Pause(ProfileReader.ReadModel);
        await player.AnswerRight();

        var timers = _host.Clock.SetTimers;
        var reading = player.Get($"{player.Home}/profile", ("Pix-Min-Position", player.Position!));
        await _host.Clock.SetsMoreTimersThan(timers);
        _host.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(reading.IsCompleted);
        _host.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var refused = (await reading).Refused(503, "read_model_behind");
        Assert.Equal("1", refused.RetryAfter);
        _host.Node.ReadModels.Resume(ProfileReader.ReadModel);
        Assert.True((await player.Profile())["pix"].GetInt32() > 0);
    }

    [Fact]
    public async Task A_read_that_waits_is_answered_as_soon_as_the_read_model_has_caught_up()
    {
        var player = await _host.Register();
        await player.Start();
        _host.Node.ReadModels.Pause(ProfileReader.ReadModel);
        await player.AnswerRight();
        var timers = _host.Clock.SetTimers;
        var reading = player.Profile();
        await _host.Clock.SetsMoreTimersThan(timers);

        _host.Node.ReadModels.Resume(ProfileReader.ReadModel);

        Assert.True((await reading)["pix"].GetInt32() > 0);
    }

    [Fact]
    public async Task A_position_of_another_log_is_refused()
    {
        var player = await _host.Register();
        var foreign = PositionToken.Write(new LogIdentity(Guid.NewGuid(), 1), new Position(1));
        var moved = PositionToken.Write(_host.Node.Log with { Epoch = 2 }, new Position(1));
        foreach (var path in new[] { player.Home, $"{player.Home}/profile" })
        {
            (await player.Get(path, ("Pix-Min-Position", foreign))).Refused(409, "other_log");
            (await player.Get(path, ("Pix-Min-Position", moved))).Refused(409, "other_log");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("not a token!")]
    [InlineData("AAAA")]
    public async Task A_position_that_is_none_is_refused(string rubbish)
    {
        var player = await _host.Register();
        (await player.Get(player.Home, ("Pix-Min-Position", rubbish))).Refused(422, "position_malformed");
        (await player.Get($"{player.Home}/profile", ("Pix-Min-Position", rubbish))).Refused(422, "position_malformed");
    }
}

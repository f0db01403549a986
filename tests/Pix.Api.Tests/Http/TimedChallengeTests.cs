using System.Text.Json;
using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class TimedChallengeTests : IAsyncLifetime
{
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(EveryType.Content);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_timed_challenge_shows_nothing_of_its_question_before_it_is_presented()
    {
        var player = await _host.Register();
        var announced = (await player.Start(EveryType.Timed.Value))["challenge"];
        Assert.Equal((60, false, 60), TimerOf(announced));
        Assert.Equal(JsonValueKind.Null, announced.GetProperty("instruction").ValueKind);
        _host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("Épreuve @timed2", (await player.ReadTest()).Text);

        var presented = (await player.Present()).Ok();

        Assert.Equal("Épreuve @timed2", presented["instruction"].GetString());
        Assert.Equal((60, true, 60), TimerOf(presented.Json));
        _host.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal((60, true, 40), TimerOf((await player.ReadTest())["challenge"]));
        Assert.Equal((60, true, 40), TimerOf((await player.Present()).Json));
    }

    [Fact]
    public async Task A_right_answer_past_the_timer_and_its_tolerance_is_late_whatever_the_client_says()
    {
        var late = await _host.Register();
        await late.Start(EveryType.Timed.Value);
        var inTime = await _host.Register();
        await inTime.Start(EveryType.Timed.Value);
        await late.Present();
        await inTime.Present();

        _host.Clock.Advance(TimeSpan.FromSeconds(65));
        Assert.Equal("ok", (await inTime.AnswerRight(elapsedSeconds: 1)).Ok()["status"].GetString());
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("timedout", (await late.AnswerRight(elapsedSeconds: 1)).Ok()["status"].GetString());

        Assert.Equal(0, (await late.Profile())["pix"].GetInt32());
        Assert.NotEqual(0, (await inTime.Profile())["pix"].GetInt32());
    }

    [Fact]
    public async Task Who_says_that_they_took_longer_than_the_timer_is_late()
    {
        var player = await _host.Register();
        await player.Start(EveryType.Timed.Value);
        Assert.Equal("timedout", (await player.AnswerRight(elapsedSeconds: 61)).Ok()["status"].GetString());
        Assert.Equal(0, (await player.Profile())["pix"].GetInt32());
    }

    private static (int Seconds, bool Presented, int Remaining) TimerOf(JsonElement challenge)
    {
        var timer = challenge.GetProperty("timer");
        return (timer.GetProperty("seconds").GetInt32(), timer.GetProperty("presented").GetBoolean(), timer.GetProperty("remainingSeconds").GetInt32());
    }
}

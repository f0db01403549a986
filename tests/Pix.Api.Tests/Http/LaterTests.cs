using System.Net;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>What a learner does days after a test: improve, reset, read tutorials.</summary>
public sealed class LaterTests : IAsyncLifetime
{
    private static readonly ReferentialBuilder Content = ReferentialBuilder.Of("@web1", "@web2", "@web3", "@mail1", "@mail2").Variants("@web2", 2).Variants("@mail2", 2);
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(Content);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_failed_may_be_improved_after_seven_calendar_days_and_not_before()
    {
        var player = await Failed();

        // Noon on the seventh day is enough, though the failure was in the evening.
        for (var day = 0; day < 7; day++)
        {
            (await player.Improve()).Refused(409, "improvement_too_early", ("competence", "1.1"), ("remaining_days", 7 - day));
            Assert.Equal(7 - day, (await player.Card()).GetProperty("daysBeforeImproving").GetInt32());
            Assert.False((await player.Card()).GetProperty("improvable").GetBoolean());
            _host.Clock.Advance(TimeSpan.FromDays(1) - (day == 0 ? TimeSpan.FromHours(7) : TimeSpan.Zero));
        }

        var card = await player.Card();
        Assert.Equal((true, 0), (card.GetProperty("improvable").GetBoolean(), card.GetProperty("daysBeforeImproving").GetInt32()));
        Assert.True(card.GetProperty("improvableSkills").GetInt32() > 0);
        var improving = (await player.Improve()).Ok(HttpStatusCode.Created);
        Assert.Equal("improvement", improving["purpose"].GetString());
        (await player.Improve()).Ok();
        await player.PlayToTheEnd(one => one.AnswerRight());
        Assert.True((await player.Card()).GetProperty("pix").GetInt32() > 0);
    }

    [Fact]
    public async Task A_competence_may_be_reset_after_four_calendar_days_and_not_before()
    {
        var player = await _host.Register();
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerRight());
        var best = (await player.Card()).GetProperty("pix").GetInt32();
        Assert.True(best > 0);
        for (var day = 0; day < 4; day++)
        {
            (await player.Reset()).Refused(409, "reset_too_early", ("competence", "1.1"), ("remaining_days", 4 - day));
            Assert.False((await player.Card()).GetProperty("resettable").GetBoolean());
            _host.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.True((await player.Card()).GetProperty("resettable").GetBoolean());
        (await player.Reset()).Ok(HttpStatusCode.NoContent);

        var card = await player.Card();
        Assert.Equal((0, "notStarted"), (card.GetProperty("pix").GetInt32(), card.GetProperty("status").GetString()));
        (await player.Reset()).Refused(409, "nothing_to_reset", ("competence", "1.1"));
        var before = player.Test;
        (await player.Start()).Ok(HttpStatusCode.Created);
        Assert.NotEqual(before, player.Test);
    }

    [Fact]
    public async Task A_reset_gives_up_the_open_test()
    {
        var player = await _host.Register();
        await player.Start();
        await player.AnswerRight();
        _host.Clock.Advance(TimeSpan.FromDays(4));
        var pending = player.Pending;

        (await player.Reset()).Ok(HttpStatusCode.NoContent);

        (await player.Answer(new { challengeId = pending, value = "juste" })).Refused(409, "assessment_aborted");
        var test = await player.ReadTest();
        Assert.Equal(("aborted", System.Text.Json.JsonValueKind.Null), (test["state"].GetString(), test["challenge"].ValueKind));
    }

    [Fact]
    public async Task There_is_nothing_to_improve_before_a_test_is_finished_or_at_the_highest_level()
    {
        var player = await _host.Register();
        (await player.Improve()).Refused(409, "competence_not_completed", ("competence", "1.1"));
        await player.Start();
        (await player.Improve()).Refused(409, "competence_not_completed", ("competence", "1.1"));
        await player.PlayToTheEnd(one => one.AnswerRight());
        (await player.Improve()).Refused(409, "nothing_to_improve", ("competence", "1.1"));
    }

    private async Task<Player> Failed()
    {
        _host.Clock.Advance(TimeSpan.FromHours(10));
        var player = await _host.Register();
        await player.Start();
        await player.PlayToTheEnd(one => one.AnswerWrong());
        return player;
    }
}

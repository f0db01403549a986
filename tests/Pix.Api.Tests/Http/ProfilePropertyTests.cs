using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Whatever a learner does, and whatever happens to the server, the profile endpoint says what their stream says.</summary>
public sealed class ProfilePropertyTests : IAsyncLifetime
{
    private const int Histories = 25;
    private static readonly string[] Competences = ["1.1", "1.2"];
    private static readonly Type[] MustHappen = [typeof(AnswerRecorded), typeof(AssessmentCompleted), typeof(CompetenceReset), typeof(ImprovementStarted)];

    private static readonly string[] Figures =
    [
        "code", "status", "level", "pix", "pixAheadOfNextLevel", "improvable", "improvableSkills", "daysBeforeImproving", "resettable", "daysBeforeReset",
    ];

    private readonly HashSet<Type> _happened = [];
    private PixHost _host = null!;

    private enum Act
    {
        Start,
        Right,
        Wrong,
        Skip,
        Reset,
        Improve,
        Wait,
        Restart,
    }

    public async Task InitializeAsync() => _host = await PixHost.With(ReferentialBuilder
        .Of("@web1", "@web2", "@web3", "@mail1", "@mail2").Variants("@web2", 3).Variants("@mail2", 3).Variants("@web1", 3).Variants("@web3", 3)
        .With(new CompetenceCode("1.2"), "@data1", "@data2", "@data3"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void The_profile_always_equals_what_is_folded_from_the_stream()
    {
        var steps = Gen.ArrayOf(
            from act in Gen.Frequency(
                (4, Gen.Constant(Act.Start)),
                (10, Gen.Elements(Act.Right, Act.Wrong, Act.Skip)),
                (2, Gen.Elements(Act.Reset, Act.Improve)),
                (3, Gen.Constant(Act.Wait)))
            from competence in Gen.Elements(Competences)
            from days in Gen.Choose(1, 8)
            select (act, competence, days));
        var histories = from before in steps from after in steps select ((Act Act, string Competence, int Days)[])[.. before, (Act.Restart, "", 0), .. after];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Histories), Prop.ForAll(Arb.From(histories), EqualsTheStream));
        Assert.Empty(MustHappen.Except(_happened));
    }

    private async Task EqualsTheStream((Act Act, string Competence, int Days)[] steps)
    {
        var player = await _host.Register();
        foreach (var (act, competence, days) in steps)
        {
            if (await Do(act, competence, days, player) is { } reply)
                Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent or HttpStatusCode.Conflict, reply.Text);
            await AssertEqualsTheStream(player);
        }
    }

    private async Task<Reply?> Do(Act act, string competence, int days, Player player)
    {
        switch (act)
        {
            case Act.Start:
                return await player.Start(competence);
            case Act.Right when player.Pending is not null:
                return await player.AnswerRight();
            case Act.Wrong when player.Pending is not null:
                return await player.AnswerWrong();
            case Act.Skip when player.Pending is not null:
                return await player.Skip();
            case Act.Reset:
                return await player.Reset(competence);
            case Act.Improve:
                return await player.Improve(competence);
            case Act.Wait:
                _host.Clock.Advance(TimeSpan.FromDays(days));
                return null;
            case Act.Restart:
                await _host.Restart();
                return null;
            default:
                return null;
        }
    }

    private async Task AssertEqualsTheStream(Player player)
    {
        var history = await _host.HistoryOf(player.Id);
        _happened.UnionWith(history.Select(happened => happened.GetType()));
        var folded = Profile.Of(history.Aggregate(Positioning.Initial, (state, happened) => state.Evolve(happened)), await _host.Content());
        var read = await player.Profile();
        Assert.Equal(folded.Pix(PixHost.Rules.Maximum), read["pix"].GetInt32());
        Assert.Equal(folded.MissingForCertification, read["missingForCertification"].GetInt32());
        Assert.Equal(
            folded.Competences.Select(competence => Said(competence.Code.Value, competence.At(_host.Clock.GetUtcNow(), PixHost.Rules))),
            read["competences"].EnumerateArray().Select(Said));
    }

    private static string Said(string code, Scorecard card) => string.Join(
        ' ',
        [
            code, char.ToLowerInvariant($"{card.Status}"[0]) + $"{card.Status}"[1..], card.Score.Level, card.Score.Pix, card.Score.PixAheadOfNextLevel,
            card.IsImprovable, card.ImprovableSkills, $"{card.DaysBeforeImproving}", card.IsResettable, $"{card.DaysBeforeReset}",
        ]);

    private static string Said(JsonElement card) => string.Join(' ', Figures.Select(name => card.GetProperty(name).ToString()));
}

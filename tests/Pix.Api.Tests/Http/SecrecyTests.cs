using Xunit;

namespace Pix.Api.Tests.Http;

public sealed class SecrecyTests : IAsyncLifetime
{
    private static readonly string[] OnlyAfterTheAnswer = ["solution", "correction", "explanation", "rightChoices", "accepted", "hint", "wrongAnswers"];
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(EveryType.Content);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task No_reply_holds_the_solution_before_the_answer()
    {
        var player = await _host.Register();
        foreach (var competence in EveryType.Playable)
        {
            await player.Start(competence.Value);
            await player.Start(competence.Value);
            await player.ReadTest();
            await player.Present();
            await player.ReadTest();
            await player.Get(player.Home);
            await player.Get($"{player.Home}/tutorials");
            (await player.Answer(new { challengeId = player.Pending, value = true })).Refused(422, "request_invalid");
            (await player.Answer(new { challengeId = "@other#1", value = "1" })).Refused(409, "challenge_not_pending");
            (await player.Get($"/assessments/{player.Test}/answers/1/correction")).Refused(404, "answer_unknown");
            (await player.Report(player.Pending!, "question", "?")).Ok(System.Net.HttpStatusCode.Created);
            Assert.All(player.Received, body =>
            {
                Assert.DoesNotContain(EveryType.Secret(competence), body);
                Assert.All(OnlyAfterTheAnswer, name => Assert.DoesNotContain($"\"{name}\":", body));
            });

            player.Received.Clear();
            Assert.Contains(EveryType.Secret(competence), (await player.AnswerWrong()).Ok().Text);
            player.Received.Clear();
        }
    }

    [Fact]
    public async Task The_next_challenge_of_a_reply_is_sent_without_its_solution()
    {
        await using var host = await PixHost.WithSamples();
        var player = await host.Register();
        var asked = (await player.Start())["challenge"];
        while (player.Pending is not null)
        {
            var names = asked.EnumerateObject().Select(member => member.Name).ToList();
            Assert.Empty(names.Intersect(OnlyAfterTheAnswer));
            asked = (await player.AnswerRight()).Ok()["challenge"];
        }
    }
}

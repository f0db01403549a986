using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>The same request under the same key is answered the same, for good.</summary>
public sealed class RetryTests : IAsyncLifetime
{
    private static readonly ReferentialBuilder Content =
        ReferentialBuilder.Of("@web1", "@web2", "@web3", "@web4", "@mail1", "@mail2", "@mail3", "@mail4").Timed("@web3", "@mail3");

    // Another wording for everything that was asked, and skills that come and go.
    private static readonly ReferentialBuilder Next = new[] { "@web1", "@web2", "@mail1", "@mail2" }
        .Aggregate(Content.As(2), (content, skill) => content.Challenges(skill, one => one with { Instruction = "Autre", Correction = "Autre" }))
        .Without("@web4")
        .With(ReferentialBuilder.DefaultCompetence, "@chat1", "@chat2");

    private static readonly int[] MicrosecondsOfPatience = [0, 200, 700, 1500];

    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.With(Content);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_command_of_a_test_is_answered_the_same_after_later_events_a_restart_and_a_release()
    {
        var player = new Player(_host, "retrying");
        var sent = new List<(Func<Task<Reply>> Again, Reply Reply)>();
        async Task Send(Func<Task<Reply>> act, HttpStatusCode expected)
        {
            sent.Add((act, (await act()).Ok(expected)));
        }

        await Send(() => player.Register(new { firstName = "Ada", lastName = "Lovelace" }, "k"), HttpStatusCode.Created);
        await Send(() => player.Start(key: "k"), HttpStatusCode.Created);
        for (var number = 1; player.Pending is { } challenge; number++)
        {
            var (key, test, timed) = ($"k{number}", player.Test, (await player.PendingChallenge()).TimerSeconds is not null);
            if (timed) await Send(() => player.Post($"/assessments/{test}/presentation", null, key), HttpStatusCode.OK);
            _host.Clock.Advance(TimeSpan.FromSeconds(3));
            await Send(() => player.Report(challenge, "question", "Que veut-on ?", key), HttpStatusCode.Created);
            object body = number % 3 == 0 ? new { challengeId = challenge, skip = true } : new { challengeId = challenge, value = number % 2 == 0 ? "juste" : "autre" };
            await Send(() => player.Answer(body, key, test), HttpStatusCode.OK);
        }

        Assert.True(sent.Count > 8);
        await AllTheSame();
        await _host.Restart();
        await AllTheSame();
        await _host.Release(Next.Draft());
        await AllTheSame();
        _host.Clock.Advance(TimeSpan.FromDays(8));
        await Send(() => player.Improve(key: "i"), HttpStatusCode.Created);
        await Send(() => player.Reset(key: "r"), HttpStatusCode.NoContent);
        await Send(() => player.Start(key: "after the reset"), HttpStatusCode.Created);
        await _host.Restart();
        await AllTheSame();

        async Task AllTheSame()
        {
            var events = await player.RecordedEvents();
            foreach (var (again, reply) in sent) (await again()).IsSameAs(reply);
            Assert.Equal(events, await player.RecordedEvents());
        }
    }

    [Fact]
    public async Task A_recap_that_goes_over_a_release_is_answered_the_same()
    {
        string[] skills = ["@a2", "@b2", "@c2", "@d2", "@e2", "@f2", "@g2"];
        var content = ReferentialBuilder.Of(skills).As(2);
        await _host.Release(content.Draft());
        var player = await _host.Register();
        await player.Start();
        for (var number = 1; number <= 3; number++) await player.AnswerRight();
        var worded = skills.Aggregate(content.As(3), (one, skill) => one.Challenges(skill, challenge => challenge with { Instruction = "Autre" }));
        await _host.Release(worded.Draft());
        await player.AnswerRight();
        var body = new { challengeId = player.Pending, value = "juste" };
        var first = (await player.Answer(body, "five")).Ok();
        var asked = first["checkpoint"].GetProperty("answers").EnumerateArray().Select(answer => answer.GetProperty("instruction").GetString()).ToList();
        Assert.Equal(4, asked.Count(instruction => instruction!.StartsWith("Épreuve", StringComparison.Ordinal)));
        Assert.Equal("Autre", asked[^1]);

        await _host.Release(content.As(4).Without("@a2", "@b2", "@c2").Draft());

        (await player.Answer(body, "five")).IsSameAs(first);
    }

    [Fact]
    public async Task Twenty_copies_of_one_request_make_one_event_and_get_one_reply()
    {
        var player = await _host.Register();
        await player.Start();
        var body = new { challengeId = player.Pending, value = "juste" };
        var events = await player.RecordedEvents();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => player.Answer(body, "same")));

        Assert.All(replies, reply => reply.Ok().IsSameAs(replies[0]));
        Assert.Equal(events + 1, await player.RecordedEvents());
    }

    [Fact]
    public async Task Of_twenty_answers_at_once_under_keys_of_their_own_one_counts()
    {
        var player = await _host.Register();
        await player.Start();
        var body = new { challengeId = player.Pending, value = "juste" };
        var events = await player.RecordedEvents();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => player.Answer(body, $"{number}")));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        foreach (var reply in replies.Where(reply => reply.Status != HttpStatusCode.OK)) reply.Refused(409, "challenge_already_answered");
        Assert.Equal(events + 1, await player.RecordedEvents());
    }

    [Fact]
    public async Task Whoever_hangs_up_and_sends_again_doubles_nothing()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 16), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
        {
            var player = await _host.Register();
            await player.Start();
            var answers = 0;
            for (; player.Pending is { } challenge; answers++)
            {
                var body = new { challengeId = challenge, value = "juste" };
                foreach (var patience in MicrosecondsOfPatience)
                {
                    using var hangUp = new CancellationTokenSource(TimeSpan.FromMicroseconds(patience));
                    await player.HangUp(body, $"{challenge}", hangUp.Token);
                }

                (await player.Answer(body, $"{challenge}")).Ok();
            }

            var recorded = (await _host.HistoryOf(player.Id)).OfType<AnswerRecorded>().ToList();
            Assert.Equal(Enumerable.Range(1, answers), recorded.Select(answer => answer.Number));
        });
        Assert.True((await Verification.Verify(_host.Node.Store, null, CancellationToken.None)).IsSound);
    }

    [Fact]
    public async Task Twenty_registrations_under_one_key_open_one_account()
    {
        var token = _host.Token("someone in charge", Roles.Operator);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            _host.Send(HttpMethod.Post, "/learners", new { firstName = "Ada", lastName = "Lovelace" }, token, ("Idempotency-Key", "one"))));

        Assert.All(replies, reply => reply.Ok(HttpStatusCode.Created).IsSameAs(replies[0]));
        Assert.Equal($"/learners/{replies[0]["learnerId"]}", replies[0].Location);
        Assert.Single(await _host.HistoryOf(new LearnerId(replies[0]["learnerId"].GetGuid())));
        var other = await _host.Send(HttpMethod.Post, "/learners", new { }, token, ("Idempotency-Key", "two"));
        Assert.NotEqual(replies[0].Location, other.Ok(HttpStatusCode.Created).Location);
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        var player = await _host.Register();
        await player.Start();
        var challenge = player.Pending;
        await player.Answer(new { challengeId = challenge, value = "juste" }, "key");
        var events = await player.RecordedEvents();

        (await player.Answer(new { challengeId = challenge, value = "Juste" }, "key")).Refused(422, "idempotency_key_reused");
        (await player.Answer(new { challengeId = challenge, skip = true }, "key")).Refused(422, "idempotency_key_reused");
        (await player.Answer(new { challengeId = challenge, value = "juste", elapsedSeconds = 4 }, "key")).Refused(422, "idempotency_key_reused");

        Assert.Equal(events, await player.RecordedEvents());
    }

    [Fact]
    public async Task Two_clients_with_the_same_key_do_not_meet()
    {
        var (one, other) = (new Player(_host, "one"), new Player(_host, "other"));
        var registered = await Task.WhenAll(one.Register(key: "key"), other.Register(key: "key"));
        Assert.All(registered, reply => reply.Ok(HttpStatusCode.Created));
        Assert.NotEqual(registered[0].Text, registered[1].Text);
        (await one.Start(key: "key")).Ok(HttpStatusCode.Created);
        (await other.Start(key: "key")).Ok(HttpStatusCode.Created);
        Assert.NotEqual(one.Test, other.Test);
        var (inOnes, inOthers) = (one.Pending!, other.Pending!);

        (await one.Answer(new { challengeId = inOnes, value = "juste" }, "key")).Ok();
        (await other.Answer(new { challengeId = inOthers, skip = true }, "key")).Ok();

        Assert.Equal("aband", (await other.Get($"/assessments/{other.Test}/answers/1/correction"))["status"].GetString());
    }

    [Fact]
    public async Task A_key_has_1_to_200_characters()
    {
        var player = await _host.Register();
        (await player.Start(key: new string('k', 201))).Refused(422, "idempotency_key_malformed", ("maximum_length", 200));
        (await player.Start(key: "")).Refused(422, "idempotency_key_malformed");
        Assert.Equal(1, await player.RecordedEvents());
        (await player.Start(key: new string('k', 200))).Ok(HttpStatusCode.Created);
    }
}

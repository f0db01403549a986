using System.Net;
using System.Text.Json;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>One candidate's test and the jury's work on it, over HTTP.</summary>
public sealed class CertificationTests : IAsyncLifetime
{
    private PixHost _host = null!;
    private Player _candidate = null!;
    private SessionStage _session = null!;

    private string Test => $"/certifications/{_session.Test}";

    private string Dossier => $"/jury{Test}";

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(SessionStage.Content);
        _candidate = await _host.Register();
        _session = new SessionStage(_host, _candidate);
        await _session.Open();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_profile_that_is_not_certifiable_is_told_what_is_missing_and_keeps_its_authorisation()
    {
        (await Start()).Refused(409, "profile_not_certifiable", ("missing_competences", 5));
        await Learn();
        (await Start()).Ok(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_candidate_who_starts_from_two_machines_starts_once_and_the_loser_is_told_why()
    {
        await Learn();
        var replies = await Task.WhenAll(Start(), Start());
        var winner = Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Conflict).Refused(409, "candidate_not_authorised_to_resume");
        (await Answer(Guid.NewGuid(), winner["question.id"].GetString()!)).Refused(409, "certification_elsewhere");
        (await Answer(winner["sitting"].GetGuid(), winner["question.id"].GetString()!)).Ok();
        Assert.Single((await _session.History()).OfType<CertificationStarted>());
    }

    [Fact]
    public async Task A_resumed_test_goes_on_where_it_was_with_a_new_authorisation_only()
    {
        await Learn();
        var first = (await Start()).Ok(HttpStatusCode.Created);
        (await Answer(first["sitting"].GetGuid(), first["question.id"].GetString()!)).Ok();
        await _session.Authorise();
        var resumed = (await Start()).Ok(HttpStatusCode.Created);
        Assert.Equal(2, resumed["number"].GetInt32());
        (await Answer(first["sitting"].GetGuid(), resumed["question.id"].GetString()!)).Refused(409, "certification_elsewhere");
    }

    [Fact]
    public async Task No_reply_of_a_test_says_a_solution_or_whether_an_answer_is_right()
    {
        await Learn();
        var replies = await TakeToTheEnd("faux");
        Assert.All(replies, reply => Assert.All(
            ["juste", "\"solution\":", "\"status\":", "\"accepted\":", "\"correction\":"],
            secret => Assert.DoesNotContain(secret, reply.Text, StringComparison.Ordinal)));
        Assert.True(replies[^1]["ended"].GetBoolean());
        Assert.Equal(ScoringStatus.Rejected, Assert.Single((await _session.History()).OfType<CertificationScored>()).Status);
    }

    [Fact]
    public async Task Nothing_gets_in_after_the_deadline_and_a_retry_is_told_the_same()
    {
        await Learn();
        var started = (await Start()).Ok(HttpStatusCode.Created);
        _host.Clock.Advance(started["deadline"].GetDateTimeOffset() - _host.Clock.GetUtcNow() + TimeSpan.FromTicks(1));
        var late = await Answer(started["sitting"].GetGuid(), started["question.id"].GetString()!, key: "late");
        late.Refused(409, "certification_time_over");
        (await Answer(started["sitting"].GetGuid(), started["question.id"].GetString()!, key: "late")).IsSameAs(late);
        (await Answer(started["sitting"].GetGuid(), started["question.id"].GetString()!)).Refused(409, "certification_over", ("reason", "time"));
        Assert.Empty((await _session.History()).OfType<CertificationAnswerRecorded>());
    }

    [Fact]
    public async Task Finalising_while_a_candidate_answers_lets_the_answer_in_or_refuses_it()
    {
        await Learn();
        var started = (await Start()).Ok(HttpStatusCode.Created);
        var answering = Answer(started["sitting"].GetGuid(), started["question.id"].GetString()!);
        await _session.Finalise(AbortReason.Candidate);
        var reply = await answering;
        var history = await _session.History();
        Assert.Equal(reply.Status == HttpStatusCode.OK ? 1 : 0, history.OfType<CertificationAnswerRecorded>().Count());
        if (reply.Status != HttpStatusCode.OK) reply.Refused(409, "certification_over", ("reason", "finalisation"));
        Assert.IsType<CertificationScored>(history[^1]);
    }

    [Fact]
    public async Task The_dossier_tells_everything_and_its_reading_is_recorded()
    {
        await Learn();
        await TakeToTheEnd("juste");
        await _session.Finalise();
        var dossier = (await Jury(HttpMethod.Get, Dossier)).Ok();
        Assert.Equal("Lefèvre", dossier["identity.lastName"].GetString());
        Assert.Equal(33, dossier["extraTimePercent"].GetInt32());
        Assert.All(dossier["questions"].EnumerateArray(), question =>
        {
            Assert.Equal("juste", question.GetProperty("answer").GetString());
            Assert.Equal("juste", question.GetProperty("expected")[0].GetString());
            Assert.True(question.GetProperty("alreadySeen").GetBoolean());
        });
        Assert.Equal("validated", dossier["scorings"][0].GetProperty("status").GetString());
        Assert.Equal(3, dossier["evidence"].GetArrayLength());
        Assert.Equal(1, await _session.Readings());

        await Learn("1.1");
        var positioning = (await Jury(HttpMethod.Get, $"{Dossier}/positioning")).Ok();
        Assert.Equal(positioning["lastRevision"].GetInt64(), positioning["steps"].EnumerateArray().Last().GetProperty("revision").GetInt64());
        (await Jury(HttpMethod.Get, Dossier, officer: Guid.NewGuid())).Refused(403, "forbidden");
    }

    [Fact]
    public async Task Two_jurors_at_once_have_one_outcome_and_the_loser_reads_again()
    {
        await Learn();
        await TakeToTheEnd("juste");
        await _session.Finalise();
        var preview = (await Jury(HttpMethod.Get, $"{Dossier}/questions/1/neutralisation")).Ok();
        var revision = preview["revision"].GetInt64();
        var evidence = (await Jury(HttpMethod.Get, Dossier)).Ok()["evidence"];
        var replies = await Task.WhenAll(
            Jury(HttpMethod.Post, $"{Dossier}/questions/1/neutralisation", new { revision }),
            Jury(HttpMethod.Post, $"{Dossier}/questions/2/neutralisation", new { revision }));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Conflict).Refused(409, "certification_moved");

        (await Decide("confirmed", evidence)).Refused(409, "evidence_moved");
        var again = (await Jury(HttpMethod.Get, Dossier)).Ok()["evidence"];
        Assert.True((await Decide("confirmed", again)).Ok()["decided"].GetBoolean());
    }

    [Fact]
    public async Task Of_two_decisions_at_once_one_counts_and_the_other_is_told_to_read_again()
    {
        await Learn();
        await TakeToTheEnd("juste");
        await _session.Finalise();
        var evidence = (await Jury(HttpMethod.Get, Dossier)).Ok()["evidence"];
        var replies = await Task.WhenAll(Decide("confirmed", evidence), Decide("rejectedForFraud", evidence));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Conflict).Refused(409, "evidence_moved");
        Assert.Single((await _session.History()).OfType<JuryDecisionRecorded>());
    }

    [Fact]
    public async Task Later_training_does_not_move_the_evidence()
    {
        await Learn();
        await TakeToTheEnd("juste");
        await _session.Finalise();
        var evidence = (await Jury(HttpMethod.Get, Dossier)).Ok()["evidence"];
        await _candidate.Put($"{_candidate.Home}/rules-of-the-game");
        Assert.Equal("rejected", (await Decide("rejectedForFraud", evidence)).Ok()["status"].GetString());
    }

    private async Task Learn(params string[] competences)
    {
        foreach (var competence in competences.Length > 0 ? competences : ["1.1", "1.2", "1.3", "2.1", "2.2"])
        {
            await _candidate.Start(competence);
            await _candidate.PlayToTheEnd(player => player.AnswerRight());
        }
    }

    private Task<Reply> Start(string? key = null) => _candidate.Post($"/sessions/{_session.Id}/start", null, key);

    private async Task<IReadOnlyList<Reply>> TakeToTheEnd(string value)
    {
        var started = (await Start()).Ok(HttpStatusCode.Created);
        var (sitting, question) = (started["sitting"].GetGuid(), started["question"]);
        var replies = new List<Reply> { started };
        while (question.ValueKind == JsonValueKind.Object)
        {
            replies.Add((await Answer(sitting, question.GetProperty("id").GetString()!, value)).Ok());
            question = replies[^1]["question"];
        }

        return replies;
    }

    private Task<Reply> Answer(Guid sitting, string challengeId, string value = "juste", string? key = null) => _host.Send(
        HttpMethod.Post,
        $"{Test}/answers",
        new { challengeId, value },
        _host.Token(_candidate.Id.ToString(), Roles.Learner),
        key is null ? [("Pix-Sitting", sitting.ToString())] : [("Pix-Sitting", sitting.ToString()), ("Idempotency-Key", key)]);

    private Task<Reply> Decide(string verdict, JsonElement evidence) =>
        Jury(HttpMethod.Post, $"{Dossier}/decisions", new { verdict, commentForJury = "Vu.", evidence });

    private Task<Reply> Jury(HttpMethod method, string path, object? body = null, Guid? officer = null) =>
        _host.Send(method, path, body, _host.Token((officer is { } other ? other : _session.Officer.Value).ToString(), Roles.Jury));
}

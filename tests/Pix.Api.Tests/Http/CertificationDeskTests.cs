using System.Net;
using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Around a test: the supervisor's and the jury's acts, timed questions and files, over HTTP; its hardest question is kept for certification.</summary>
public sealed class CertificationDeskTests : IAsyncLifetime
{
    private const string File = "plan.txt";
    private PixHost _host = null!;
    private Player _candidate = null!;
    private SessionStage _session = null!;

    private string Test => $"/certifications/{_session.Test}";

    private string Dossier => $"/jury{Test}";

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(
            SessionStage.Content.Variants("@web2", 2).Challenges("@web2", challenge => challenge.Variant == 2
                ? challenge with { ReservedForCertification = true, TimerSeconds = 60, Attachments = [File] }
                : challenge),
            File);
        _candidate = await _host.Register();
        _session = new SessionStage(_host, _candidate);
        await _session.Open();
        foreach (var competence in new[] { "1.1", "1.2", "1.3", "2.1", "2.2" })
        {
            await _candidate.Start(competence);
            await _candidate.PlayToTheEnd(player => player.AnswerRight());
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_supervisor_ends_a_test_once_and_nothing_is_answered_any_more()
    {
        var started = await Start();
        var end = $"/sessions/{_session.Id}/candidates/{_session.Enrolled}/end";
        (await Supervisor(Guid.NewGuid(), end)).Refused(403, "forbidden");
        (await Supervisor(_session.Supervisor.Value, end)).Ok(HttpStatusCode.NoContent);
        (await Answer(started)).Refused(409, "certification_over", ("reason", "supervisor"));
        (await Supervisor(_session.Supervisor.Value, end)).Ok(HttpStatusCode.NoContent);
        Assert.Equal(CertificationEnd.Supervisor, Assert.Single((await _session.History()).OfType<CertificationEnded>()).Reason);
    }

    [Fact]
    public async Task A_file_opens_with_its_question_and_not_before()
    {
        var started = await Start();
        (await _candidate.Get($"{Test}/files/{File}")).Refused(404, "file_unknown");
        (await Act("presentation", started)).Ok();
        Assert.NotEmpty((await _candidate.Get($"{Test}/files/{File}")).Ok().Text);
        (await _candidate.Get($"{Test}/files/other.txt")).Refused(404, "file_unknown");
        (await (await _host.Register()).Get($"{Test}/files/{File}")).Refused(403, "forbidden");
    }

    [Fact]
    public async Task The_servers_clock_runs_from_the_presentation_of_a_timed_question()
    {
        var started = await Start();
        (await Act("presentation", started)).Ok();
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        (await Act("presentation", started)).Ok();
        _host.Clock.Advance(TimeSpan.FromSeconds(60));
        (await Answer(started)).Ok();
        var answer = Assert.Single((await _session.History()).OfType<CertificationAnswerRecorded>());
        Assert.Equal((AnswerStatus.Ok, AnswerStatus.Timedout, 90), (answer.Checked, answer.Status, answer.ServerSeconds));
        Assert.Single((await _session.History()).OfType<CertificationQuestionPresented>());
    }

    [Fact]
    public async Task A_lost_focus_is_told_once_a_question()
    {
        var started = await Start();
        (await Act("focus-loss", started)).Ok(HttpStatusCode.NoContent);
        (await Act("focus-loss", started)).Ok(HttpStatusCode.NoContent);
        Assert.Equal(1, Assert.Single((await _session.History()).OfType<CertificationFocusLost>()).Number);
    }

    [Fact]
    public async Task A_corrected_identity_is_read_again_before_a_decision()
    {
        await Judged();
        var evidence = await Evidence();
        (await Jury(HttpMethod.Put, $"{Dossier}/identity", new { firstName = "Zoé" })).Refused(422, "request_invalid");
        (await Jury(HttpMethod.Put, $"{Dossier}/identity", new { firstName = "Zoé", lastName = "Lefebvre", sex = "F", birthDate = "2011-06-23", birthCountry = "FRANCE" }))
            .Ok(HttpStatusCode.NoContent);
        (await Decide("confirmed", evidence)).Refused(409, "evidence_moved");
        Assert.Equal("Lefebvre", (await Jury(HttpMethod.Get, Dossier)).Ok()["identity.lastName"].GetString());
        (await Decide("confirmed", await Evidence())).Ok();
    }

    [Fact]
    public async Task What_was_published_may_be_cancelled_rejected_or_revoked_and_each_taken_back()
    {
        await Judged();
        (await Revoke()).Refused(409, "certificate_not_published");
        await _session.Publish();
        foreach (var (verdict, back) in new[] { ("cancelled", "cancellationLifted"), ("rejectedForFraud", "fraudRejectionLifted") })
        {
            var before = (await Jury(HttpMethod.Get, Dossier)).Ok()["status"].GetString();
            Assert.NotEqual(before, (await Decide(verdict, await Evidence())).Ok()["status"].GetString());
            Assert.Equal(before, (await Decide(back, await Evidence())).Ok()["status"].GetString());
        }

        Assert.True((await Revoke()).Ok()["revoked"].GetBoolean());
        Assert.False((await Decide("revocationLifted", await Evidence())).Ok()["revoked"].GetBoolean());
        (await Decide("revocationLifted", await Evidence())).Refused(409, "certificate_not_revoked");
        Assert.Equal(
            [JuryVerdict.Cancelled, JuryVerdict.CancellationLifted, JuryVerdict.RejectedForFraud, JuryVerdict.FraudRejectionLifted, JuryVerdict.RevocationLifted],
            (await _session.History()).OfType<JuryDecisionRecorded>().Select(decision => decision.Verdict));
    }

    [Fact]
    public async Task The_dossier_tells_of_a_grouped_decision_and_whether_it_holds()
    {
        await Judged();
        Assert.False((await Jury(HttpMethod.Get, Dossier)).Ok()["decided"].GetBoolean());
        await _session.Publish();
        var dossier = (await Jury(HttpMethod.Get, Dossier)).Ok();
        var grouped = Assert.Single(dossier["groupedDecisions"].EnumerateArray());
        Assert.Equal((true, true), (dossier["decided"].GetBoolean(), grouped.GetProperty("holds").GetBoolean()));
        Assert.Equal("Aucun cas contesté.", grouped.GetProperty("minutes").GetString());
        var scoring = (await _session.History()).Index().Last(happened => happened.Item is CertificationScored).Index;
        Assert.Equal(scoring, grouped.GetProperty("scoring").GetProperty("revision").GetInt32());

        (await Jury(HttpMethod.Post, $"{Dossier}/questions/1/neutralisation", new { revision = dossier["revision"].GetInt64() })).Ok();
        var moved = (await Jury(HttpMethod.Get, Dossier)).Ok();
        Assert.Equal((false, false), (moved["decided"].GetBoolean(), moved["groupedDecisions"][0].GetProperty("holds").GetBoolean()));
    }

    [Fact]
    public async Task What_was_asked_in_an_earlier_certification_was_seen()
    {
        await Judged();
        var first = (await _session.History()).OfType<CertificationStarted>().Single().Questions[0];
        Assert.Equal(("@web2#2", false), (first.Challenge.Id.Value, first.AlreadySeen));
        _session = new SessionStage(_host, _candidate, 48_213_908);
        await _session.Open();
        await CaughtUp();
        await Start();
        Assert.All((await _session.History()).OfType<CertificationStarted>().Single().Questions, question => Assert.True(question.AlreadySeen));
    }

    [Theory]
    [InlineData("learner", true)]
    [InlineData("person", false)]
    public async Task Who_is_before_a_jury_is_forgotten_once_it_has_deliberated(string named, bool together)
    {
        await Judged();
        var asked = new Dictionary<string, string> { [named] = named == "learner" ? _candidate.Id.ToString() : SatTest.Person.ToString() };
        var deferred = await Run(new ErasePerson(), asked);
        Assert.Equal($"deferred the erasure of 1 person until the jury has deliberated 1 certification: {_session.Test}", deferred.Sentence);
        Assert.Equal("Lefèvre", (await Jury(HttpMethod.Get, Dossier)).Ok()["identity.lastName"].GetString());
        await Run(new ErasePerson(), asked);

        var export = (await Run(new ExportPerson(), asked)).Details!.Value.GetRawText();
        Assert.All([Streams.Session(_session.Id).Value, Streams.Certification(_session.Test).Value, Streams.Dossier(_session.Test).Value, "Lef"], held =>
            Assert.Contains(held, export, StringComparison.Ordinal));

        if (together) await _session.Publish();
        else (await Decide("confirmed", await Evidence())).Ok();
        var completed = await Happened<DeferredErasureCompleted>();
        Assert.Equal(
            [Streams.Learner(_candidate.Id).Value, Streams.Session(_session.Id).Value],
            completed.Streams.Order(StringComparer.Ordinal));
        await Run(new ErasePerson(), asked);
        Assert.Equal(JsonValueKind.Null, (await Jury(HttpMethod.Get, Dossier)).Ok()["identity"].ValueKind);
        Assert.True((await _candidate.Get(_candidate.Home)).Ok()["erased"].GetBoolean());
        Assert.DoesNotContain("Lef", (await Run(new ExportPerson(), asked)).Details!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith("erased 0 persons", (await Run(new ErasePerson(), asked)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_start_is_forgotten_at_once_as_an_account_and_as_a_candidate()
    {
        Assert.StartsWith("erased 1 person: 2 streams", (await Run(new ErasePerson(), new() { ["learner"] = _candidate.Id.ToString() })).Sentence, StringComparison.Ordinal);
        (await _candidate.Post($"/sessions/{_session.Id}/start", null)).Refused(409, "person_erased");
    }

    private async Task Judged()
    {
        var reply = await Start();
        var sitting = reply["sitting"].GetGuid();
        var question = reply["question"];
        while (question.ValueKind == JsonValueKind.Object)
            question = (await Answer(sitting, question.GetProperty("id").GetString()!)).Ok()["question"];
        await _session.Finalise();
        await CaughtUp();
    }

    private Task CaughtUp() => WaitFor("people");

    private async Task WaitFor(string readModel) => Assert.True(await _host.Node.ReadModels.WaitUntil(
        readModel, await _host.Node.Store.Head(CancellationToken.None), TimeSpan.FromSeconds(30), CancellationToken.None));

    private async Task<OperationResult> Run(IOperation operation, Dictionary<string, string> arguments)
    {
        var result = await operation.Run(_host.Node, arguments, new Progress<OperationProgress>(), CancellationToken.None);
        Assert.True(result.Succeeded, result.Sentence);
        return result;
    }

    private async Task<T> Happened<T>()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await foreach (var page in _host.Node.Store.Subscribe(Position.Start, patience.Token))
        {
            foreach (var record in page.Records)
            {
                if (_host.Node.Codec.Types.TypeBehind(record.Type) == typeof(T)) return (T)_host.Node.Codec.Decode(record).Event;
            }
        }

        throw new InvalidOperationException($"{typeof(T).Name} did not happen.");
    }

    private async Task<Reply> Start() => (await _candidate.Post($"/sessions/{_session.Id}/start", null)).Ok(HttpStatusCode.Created);

    private Task<Reply> Answer(Reply started) => Answer(started["sitting"].GetGuid(), started["question.id"].GetString()!);

    private Task<Reply> Answer(Guid sitting, string challengeId) => _host.Send(
        HttpMethod.Post, $"{Test}/answers", new { challengeId, value = "juste" }, Candidate, ("Pix-Sitting", sitting.ToString()));

    private Task<Reply> Act(string act, Reply started) =>
        _host.Send(HttpMethod.Post, $"{Test}/{act}", null, Candidate, ("Pix-Sitting", started["sitting"].GetGuid().ToString()));

    private string Candidate => _host.Token(_candidate.Id.ToString(), Roles.Learner);

    private Task<Reply> Supervisor(Guid supervisor, string path) =>
        _host.Send(HttpMethod.Post, path, null, _host.Token(supervisor.ToString(), Roles.Supervisor));

    private async Task<JsonElement> Evidence() => (await Jury(HttpMethod.Get, Dossier)).Ok()["evidence"];

    private Task<Reply> Decide(string verdict, JsonElement evidence) => Jury(HttpMethod.Post, $"{Dossier}/decisions", new { verdict, evidence });

    private async Task<Reply> Revoke() =>
        await Jury(HttpMethod.Post, $"{Dossier}/revocation", new { reason = "Usurpation d’identité.", evidence = await Evidence() });

    private Task<Reply> Jury(HttpMethod method, string path, object? body = null) =>
        _host.Send(method, path, body, _host.Token(_session.Officer.Value.ToString(), Roles.Jury));
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Http.Sessions;

/// <summary>A candidate who starts, supervisors who authorise, and a centre that hands the session in, all at once.</summary>
public sealed class StartAndFinaliseTests : IAsyncLifetime
{
    private const string Key = "start";
    private PixHost _host = null!;
    private SatSession _session = null!;
    private Player _learner = null!;
    private CandidateId _first;
    private CandidateId _second;

    private CertificationId Second => Streams.CertificationOf(_session.Id, _second);

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(SessionStage.Content);
        _session = new SatSession(_host);
        await _session.Open();
        _first = await _session.Seat(new LearnerId(Guid.NewGuid()), "Lou");
        await _session.Begin(_first, answered: true);
        _learner = await _host.Register();
        foreach (var competence in (string[])["1.1", "1.2", "1.3", "2.1", "2.2"])
        {
            await _learner.Start(competence);
            await _learner.PlayToTheEnd(player => player.AnswerRight());
        }

        _second = await _session.Seat(_learner.Id, "Zoé");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_start_that_was_let_through_before_the_finalisation_begins_no_test_after_it()
    {
        await ConsumeTheAuthorisation();
        (await _session.Finalise()).Ok(HttpStatusCode.NoContent);
        (await Start()).Refused(409, "certification_start_barred");
        Assert.IsType<CertificationStartBarred>(Assert.Single(await _session.History(Second)));
        Assert.Equal(_first, Assert.Single((await _session.State()).Finalised!.Tests).Candidate);
    }

    [Fact]
    public async Task A_finalisation_that_is_refused_anyway_keeps_nobody_from_their_test()
    {
        await ConsumeTheAuthorisation();
        (await _session.Finalise(_first)).Refused(409, "abort_reason_superfluous");
        (await Start()).Ok(HttpStatusCode.Created);
        (await _session.Finalise()).Refused(409, "abort_reason_missing", ("unfinished_tests", 1));
        (await _session.Finalise(_second)).Ok(HttpStatusCode.NoContent);
        Assert.Equal(2, (await _session.State()).Finalised!.Tests.Count);
    }

    [Fact]
    public async Task Whose_start_was_barred_starts_again_once_authorised_again()
    {
        await ConsumeTheAuthorisation();
        await _host.Node.Aggregates.Certifications.Decide(
            Streams.Certification(Second), Command(Guid.NewGuid(), string.Empty), (test, now) => test.BarStart(1, now), CancellationToken.None);
        (await Start()).Refused(409, "certification_start_barred");
        (await _session.Authorise(_second)).Ok(HttpStatusCode.NoContent);
        (await _learner.Post($"{_session.Address}/start", null)).Ok(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_session_whose_only_start_began_no_test_is_cancelled()
    {
        var other = new SatSession(_host, 48_213_909);
        await other.Open();
        var candidate = await other.Seat(_learner.Id, "Zoé");
        await other.Happens(now => new CandidateStarted(candidate, Streams.CertificationOf(other.Id, candidate), false, now));
        (await other.Finalise()).Refused(409, "session_without_started_test");
        var cancelled = await _host.Send(HttpMethod.Post, $"{other.Address}/cancellation", new { reason = "Panne de réseau" }, other.Token);
        cancelled.Ok(HttpStatusCode.NoContent);
        Assert.IsType<CertificationStartBarred>(Assert.Single(await other.History(Streams.CertificationOf(other.Id, candidate))));
    }

    [Fact]
    public async Task Starting_and_finalising_at_once_leaves_no_test_that_the_finalisation_does_not_list()
    {
        var starting = Start();
        var finalising = _session.Finalise();
        var (started, finalised) = (await starting, await finalising);
        var listed = (await _session.State()).Finalised is { } handedIn && handedIn.Tests.Any(test => test.Candidate == _second);
        var began = (await _session.History(Second)).OfType<CertificationStarted>().Any();
        Assert.Equal(began, started.Status == HttpStatusCode.Created);
        if (finalised.Status == HttpStatusCode.NoContent) Assert.Equal(began, listed);
        else Assert.Contains(finalised["code"].GetString(), (string[])["abort_reason_missing", "candidate_starting"]);
        if (!began) Assert.Contains(started["code"].GetString(), (string[])["certification_start_barred", "session_not_joinable"]);
    }

    [Fact]
    public async Task Two_supervisors_who_authorise_at_once_authorise_once()
    {
        var third = await _session.Seat(new LearnerId(Guid.NewGuid()), "Mia");
        await _session.Begin(third, answered: false);
        var replies = await Task.WhenAll(_session.Authorise(third), _session.Authorise(third));
        Assert.All(replies, reply => reply.Ok(HttpStatusCode.NoContent));
        Assert.Equal(2, (await _session.History()).OfType<CandidateAuthorised>().Count(authorised => authorised.Candidate == third));
    }

    private Task<Reply> Start() => _learner.Post($"{_session.Address}/start", null, Key);

    // As the start that is sent under this key leaves it, a moment before it begins the test.
    private Task ConsumeTheAuthorisation()
    {
        var asked = JsonSerializer.SerializeToUtf8Bytes(new StartCertification(_session.Id, _learner.Id), typeof(StartCertification), ApiJson.Default);
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), asked).AsSpan(0, 16));
        var id = NameBasedGuid.Of(Roles.Learner, _learner.Id.ToString(), $"POST {_session.Address}/start", Key);
        return _session.Happens(Command(id, digest), now => new CandidateStarted(_second, Second, false, now));
    }

    private static Command Command(Guid id, string digest) => new(id, digest, Actor.System, id);
}

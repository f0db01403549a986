using System.Net;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Who passes where a test or its session is looked up: the candidate, the officer in charge, who watches over the session, and nobody else.</summary>
public sealed class CertificationRoleTests : IAsyncLifetime
{
    private const string Candidate = "the candidate";
    private const string Officer = "the officer in charge";
    private const string Admitted = "who showed the supervisors' code";
    private const string Head = "the centre's head";
    private const string Watcher = "a supervisor of the centre";
    private static readonly string[] Room = [Admitted, Head, Watcher];

    private static readonly Dictionary<string, string[]> MayPass = new()
    {
        ["GET /certifications/{certification}"] = [Candidate],
        ["POST /certifications/{certification}/presentation"] = [Candidate],
        ["POST /certifications/{certification}/focus-loss"] = [Candidate],
        ["POST /certifications/{certification}/answers"] = [Candidate],
        ["GET /certifications/{certification}/files/{name}"] = [Candidate],
        ["GET /jury/certifications/{certification}"] = [Officer],
        ["GET /jury/certifications/{certification}/positioning"] = [Officer],
        ["GET /jury/certifications/{certification}/questions/{number}/neutralisation"] = [Officer],
        ["POST /jury/certifications/{certification}/questions/{number}/neutralisation"] = [Officer],
        ["GET /jury/certifications/{certification}/questions/{number}/restoration"] = [Officer],
        ["POST /jury/certifications/{certification}/questions/{number}/restoration"] = [Officer],
        ["PUT /jury/certifications/{certification}/identity"] = [Officer],
        ["POST /jury/certifications/{certification}/decisions"] = [Officer],
        ["POST /jury/certifications/{certification}/revocation"] = [Officer],
        ["GET /sessions/{session}"] = Room,
        ["POST /sessions/{session}/candidates/{candidate}/sign-in"] = Room,
        ["POST /sessions/{session}/candidates/{candidate}/authorisation"] = Room,
        ["POST /sessions/{session}/candidates/{candidate}/end"] = Room,
        ["POST /sessions/{session}/incidents"] = Room,
        ["DELETE /sessions/{session}/incidents/{incident}"] = Room,
    };

    private PixHost _host = null!;
    private SessionStage _session = null!;
    private IReadOnlyList<(string Who, string Subject, string Role)> _people = [];

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(SessionStage.Content);
        var candidate = await _host.Register();
        _session = new SessionStage(_host, candidate);
        await _session.Open();
        foreach (var competence in new[] { "1.1", "1.2", "1.3", "2.1", "2.2" })
        {
            await candidate.Start(competence);
            await candidate.PlayToTheEnd(player => player.AnswerRight());
        }

        (await candidate.Post($"/sessions/{_session.Id}/start", null)).Ok(HttpStatusCode.Created);
        await _session.Finalise(AbortReason.Candidate);
        var elsewhere = await _host.Organisation(approved: true);
        _people =
        [
            (Candidate, candidate.Id.ToString(), Roles.Learner),
            (Officer, _session.Officer.ToString(), Roles.Jury),
            (Admitted, _session.Supervisor.ToString(), Roles.Supervisor),
            (Head, await _host.Join(SessionStage.Centre, MemberRole.CentreHead), Roles.CentreHead),
            (Watcher, await _host.Join(SessionStage.Centre, MemberRole.CentreSupervisor), Roles.Supervisor),
            ("another learner", Guid.NewGuid().ToString(), Roles.Learner),
            ("another jury", Guid.NewGuid().ToString(), Roles.Jury),
            ("another centre's head", await _host.Join(elsewhere, MemberRole.CentreHead), Roles.CentreHead),
            ("another centre's supervisor", await _host.Join(elsewhere, MemberRole.CentreSupervisor), Roles.Supervisor),

            // The right account in a role that it does not come in here.
            ("the candidate as a jury", candidate.Id.ToString(), Roles.Jury),
            ("the officer as a supervisor", _session.Officer.ToString(), Roles.Supervisor),
            ("who showed the code, as a teacher", _session.Supervisor.ToString(), Roles.Teacher),
        ];
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Every_address_of_a_test_and_of_its_jury_is_in_the_table() => Assert.Empty(_host.Endpoints.All
        .Where(endpoint => endpoint.Contains("certifications/{certification}", StringComparison.Ordinal))
        .Except(MayPass.Keys));

    [Fact]
    public async Task Who_is_concerned_passes_and_nobody_else()
    {
        foreach (var (endpoint, may) in MayPass)
        {
            foreach (var (who, subject, role) in _people)
            {
                var reply = await Ask(endpoint, _host.Token(subject, role));
                var isKeptOut = reply.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;
                Assert.True(may.Contains(who) != isKeptOut, $"{who} on {endpoint}: {(int)reply.Status} {reply.Text}");
            }
        }
    }

    private Task<Reply> Ask(string endpoint, string token)
    {
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = pattern
            .Replace("{certification}", _session.Test.ToString(), StringComparison.Ordinal)
            .Replace("{session}", _session.Id.ToString(), StringComparison.Ordinal)
            .Replace("{candidate}", _session.Enrolled.ToString(), StringComparison.Ordinal)
            .Replace("{incident}", "1", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{name}", "a.txt", StringComparison.Ordinal);
        return _host.Send(new HttpMethod(method), path, method == "GET" ? null : new { }, token);
    }
}

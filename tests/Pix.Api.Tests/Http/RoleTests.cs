using System.Net;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Every role, nobody, and another learner, on every endpoint of the real application.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    /// <summary>Who gets past the door of each endpoint: « themself » is the learner that the address is about, « nobody » needs no token.</summary>
    private static readonly Dictionary<string, string[]> MayPass = new()
    {
        ["POST /learners"] = [Roles.Learner, Roles.Operator],
        ["GET /learners/{learner}"] = [Themself],
        ["PUT /learners/{learner}/rules-of-the-game"] = [Themself],
        ["GET /learners/{learner}/profile"] = [Themself],
        ["POST /learners/{learner}/assessments"] = [Themself],
        ["POST /learners/{learner}/competences/{competence}/improvement"] = [Themself],
        ["POST /learners/{learner}/competences/{competence}/reset"] = [Themself],
        ["GET /learners/{learner}/tutorials"] = [Themself],
        ["PUT /learners/{learner}/tutorials/{tutorial}"] = [Themself],
        ["DELETE /learners/{learner}/tutorials/{tutorial}"] = [Themself],
        ["GET /assessments/{assessment}"] = [Themself],
        ["POST /assessments/{assessment}/presentation"] = [Themself],
        ["POST /assessments/{assessment}/answers"] = [Themself],
        ["GET /assessments/{assessment}/answers/{number}/correction"] = [Themself],
        ["GET /assessments/{assessment}/files/{name}"] = [Themself],
        ["POST /assessments/{assessment}/problems"] = [Themself],

        // Certifications: what only the candidate or the officer in charge may do lets no bare role in.
        ["POST /sessions/{session}/start"] = [Roles.Learner],
        ["POST /sessions/{session}/candidates/{candidate}/end"] = [],
        ["GET /certifications/{certification}"] = [],
        ["POST /certifications/{certification}/presentation"] = [],
        ["POST /certifications/{certification}/focus-loss"] = [],
        ["POST /certifications/{certification}/answers"] = [],
        ["GET /certifications/{certification}/files/{name}"] = [],
        ["GET /jury/certifications/{certification}"] = [],
        ["GET /jury/certifications/{certification}/positioning"] = [],
        ["GET /jury/certifications/{certification}/questions/{number}/neutralisation"] = [],
        ["POST /jury/certifications/{certification}/questions/{number}/neutralisation"] = [],
        ["GET /jury/certifications/{certification}/questions/{number}/restoration"] = [],
        ["POST /jury/certifications/{certification}/questions/{number}/restoration"] = [],
        ["PUT /jury/certifications/{certification}/identity"] = [],
        ["POST /jury/certifications/{certification}/decisions"] = [],
        ["POST /jury/certifications/{certification}/revocation"] = [],

        // Sessions of nobody: what only who works at a session may do lets nobody in.
        ["POST /centres/{centre}/sessions"] = [Head, Referent],
        ["POST /centres/{centre}/sessions/import"] = [Head, Referent],
        ["GET /centres/{centre}/sessions/import/template.csv"] = [Head, Referent],
        ["GET /sessions/{session}"] = [],
        ["PUT /sessions/{session}"] = [],
        ["POST /sessions/{session}/cancellation"] = [],
        ["POST /sessions/{session}/candidates"] = [],
        ["POST /sessions/{session}/candidates/from-pupils"] = [],
        ["PUT /sessions/{session}/candidates/{candidate}"] = [],
        ["DELETE /sessions/{session}/candidates/{candidate}"] = [],
        ["POST /sessions/{session}/candidates/{candidate}/sign-in"] = [],
        ["POST /sessions/{session}/candidates/{candidate}/authorisation"] = [],
        ["POST /sessions/{session}/supervisors"] = [.. Staff],
        ["POST /sessions/{session}/incidents"] = [],
        ["DELETE /sessions/{session}/incidents/{incident}"] = [],
        ["GET /sessions/{session}/sign-in-sheet"] = [],
        ["GET /sessions/{session}/slips"] = [],
        ["GET /sessions/{session}/candidates.csv"] = [],
        ["POST /sessions/{session}/finalisation"] = [],
        ["POST /sessions/joining"] = [Roles.Learner],
        ["GET /jury/sessions/{session}"] = [Roles.Jury],
        ["PUT /jury/sessions/{session}/officer"] = [Roles.Jury],
        ["POST /jury/sessions/{session}/deliberations"] = [Roles.Jury],
        ["POST /jury/sessions/{session}/publication"] = [Roles.Jury],
        ["POST /jury/sessions/{session}/unpublication"] = [Roles.Jury],

        ["POST /organisations"] = [Roles.Operator],
        ["GET /organisations"] = [Roles.Operator],
        ["GET /organisations/{organisation}"] = [Administrator, Member, Roles.Operator],
        ["PUT /organisations/{organisation}/centre"] = [Roles.Operator],
        ["GET /organisations/{organisation}/team"] = [Administrator, Member, Roles.Operator],
        ["GET /organisations/{organisation}/invitations"] = [Administrator, Roles.Operator],
        ["POST /organisations/{organisation}/invitations"] = [Administrator, Roles.Operator],
        ["POST /organisations/{organisation}/invitations/acceptance"] = [.. Staff],
        ["DELETE /organisations/{organisation}/invitations/{invitation}"] = [Administrator, Roles.Operator],
        ["PUT /organisations/{organisation}/members/{member}"] = [Administrator, Roles.Operator],
        ["DELETE /organisations/{organisation}/members/{member}"] = [Administrator, Roles.Operator],
        ["GET /centres/{centre}"] = [Head, Referent, Supervisor, Roles.Operator],
        ["GET /centres/{centre}/team"] = [Head, Referent, Supervisor, Roles.Operator],
        ["GET /centres/{centre}/invitations"] = [Head, Referent, Roles.Operator],
        ["POST /centres/{centre}/invitations"] = [Head, Referent, Roles.Operator],
        ["DELETE /centres/{centre}/invitations/{invitation}"] = [Head, Referent, Roles.Operator],
        ["PUT /centres/{centre}/members/{member}"] = [Head, Referent, Roles.Operator],
        ["DELETE /centres/{centre}/members/{member}"] = [Head, Referent, Roles.Operator],
        ["GET /my/organisations"] = [.. Staff],
        ["GET /academy/dashboard"] = [Roles.Academy],
        ["GET /academy/establishments"] = [Roles.Academy],
        ["GET /operations"] = [Roles.Operator],
        ["POST /organisations/{organisation}/pupils/imports"] = [Administrator],
        ["GET /organisations/{organisation}/pupils/imports/{import}"] = [Administrator],
        ["GET /organisations/{organisation}/pupils"] = [Administrator, Member],
        ["GET /organisations/{organisation}/classes"] = [Administrator, Member],
        ["DELETE /organisations/{organisation}/pupils/{pupil}/attachment"] = [Administrator],
        ["POST /learners/{learner}/pupils"] = [Themself],
        ["POST /learners/{learner}/username"] = [Themself],
        ["GET /organisations/{organisation}/target-profiles"] = [Administrator, Member],
        ["POST /organisations/{organisation}/campaigns"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/settings"] = [Administrator, Member],
        ["PUT /campaigns/{campaign}/settings"] = [Administrator, Member],
        ["PUT /campaigns/{campaign}/archive"] = [Administrator, Member],
        ["DELETE /campaigns/{campaign}/archive"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/qr-code.svg"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/qr-code.png"] = [Administrator, Member],
        ["GET /campaigns/by-code/{code}"] = [Roles.Learner],
        ["POST /campaigns/by-code/{code}/participations"] = [Roles.Learner],
        ["GET /participations/{participation}"] = [Themself],
        ["POST /participations/{participation}/sending"] = [Themself],
        ["POST /participations/{participation}/improvement"] = [Themself],
        ["POST /participations/{participation}/retry"] = [Themself],
        ["POST /participations/{participation}/reset"] = [Themself],
        ["GET /learners/{learner}/participations"] = [Themself],
        ["GET /organisations/{organisation}/campaigns"] = [Administrator, Member],
        ["GET /organisations/{organisation}/progress"] = [Administrator, Member],
        ["GET /campaigns/{campaign}"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/participants"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/participants/{participant}"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/participants/{participant}/analysis"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/results"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/results.csv"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/report.csv"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/analysis"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/analysis/participants"] = [Administrator, Member],
        ["GET /campaigns/{campaign}/progress"] = [Administrator, Member],
        // Certificates: their holder and the session's centre are looked up; who verifies needs no account.
        ["GET /learners/{learner}/certificates"] = [Themself],
        ["GET /certificates/{certification}"] = [],
        ["GET /certificates/{certification}/page"] = [],
        ["POST /certificates/verify"] = [Nobody],
        ["GET /certificates/verify"] = [Nobody],
        ["GET /sessions/{session}/results.csv"] = [],
        ["GET /sessions/{session}/results"] = [Nobody],
        ["GET /organisations/{organisation}/certifications.csv"] = [Administrator],
        ["GET /jury/sessions/{session}/certifications"] = [Roles.Jury],
        ["GET /jury/sessions"] = [Roles.Jury],
        ["GET /centres/{centre}/sessions"] = [Head, Referent, Supervisor],

        ["GET /openapi/{documentName}.json"] = [Nobody],
        ["GET /health/live"] = [Nobody],
        ["GET /health/ready"] = [Nobody],
    };

    // Members of the organisation that the address is about, each with the token of what they are there.
    private const string Administrator = "an administrator of it";
    private const string Member = "a member of it";
    private const string Head = "the head of its centre";
    private const string Referent = "a referent of its centre";
    private const string Supervisor = "a supervisor of its centre";
    private const string Themself = "themself";
    private const string Nobody = "nobody";
    private const string AnotherLearner = "another learner";
    private static string[] Staff =>
    [
        Roles.Teacher, Roles.SchoolAdministrator, Roles.CentreHead, Roles.CentreReferent, Roles.Supervisor, Administrator, Member, Head, Referent, Supervisor,
    ];

    private PixHost _host = null!;
    private OrganisationId _organisation;
    private string _campaign = "";
    private IReadOnlyList<(string Who, string Subject, string Role)> _members = [];
    private Player _learner = null!;

    public async Task InitializeAsync()
    {
        _host = await PixHost.With(ReferentialBuilder.Of("@web1", "@web2"));
        _learner = await _host.Register();
        await _learner.Start();
        _organisation = await _host.Organisation(approved: true);
        _members =
        [
            (Administrator, await _host.Join(_organisation, MemberRole.Administrator), Roles.SchoolAdministrator),
            (Member, await _host.Join(_organisation, MemberRole.Member), Roles.Teacher),
            (Head, await _host.Join(_organisation, MemberRole.CentreHead), Roles.CentreHead),
            (Referent, await _host.Join(_organisation, MemberRole.CentreReferent), Roles.CentreReferent),
            (Supervisor, await _host.Join(_organisation, MemberRole.CentreSupervisor), Roles.Supervisor),
        ];
        var created = await _host.Send(
            HttpMethod.Post,
            $"/organisations/{_organisation}/campaigns",
            new { type = "profilesCollection", name = "Profils" },
            _host.Token(_members[1].Subject, Roles.Teacher));
        _campaign = created.Ok(HttpStatusCode.Created)["campaignId"].GetString()!;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Every_endpoint_is_in_the_table() =>
        Assert.Equal(MayPass.Keys.Order(StringComparer.Ordinal), _host.Endpoints.All);

    [Fact]
    public async Task Every_role_passes_where_the_table_says_and_nowhere_else()
    {
        foreach (var (endpoint, may) in MayPass)
        {
            foreach (var (who, token) in Everybody())
            {
                var reply = await Ask(endpoint, token);
                var passes = may.Contains(who) || may.Contains(Nobody) || (who is Themself or AnotherLearner && may.Contains(Roles.Learner));
                if (passes) Assert.False(reply.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, $"{who} must pass {endpoint}: {reply.Text}");
                else if (token is null) reply.Refused(401, "unauthenticated");
                else Assert.True(reply.Status == HttpStatusCode.Forbidden, $"{who} must not pass {endpoint}: {(int)reply.Status} {reply.Text}");
            }
        }
    }

    [Fact]
    public async Task Whoever_is_kept_out_is_told_in_problem_details_and_changes_nothing()
    {
        var events = await _learner.RecordedEvents();
        var stranger = await _host.Register();
        (await stranger.Answer(new { challengeId = _learner.Pending, value = "juste" }, test: _learner.Test)).Refused(403, "forbidden");
        (await stranger.Post($"{_learner.Home}/assessments", new { competence = "1.1" })).Refused(403, "forbidden");
        (await stranger.Get($"{_learner.Home}/profile")).Refused(403, "forbidden");
        Assert.Equal(events, await _learner.RecordedEvents());
    }

    [Fact]
    public async Task A_token_that_is_spoilt_expired_or_of_another_key_ring_opens_nothing()
    {
        await using var elsewhere = await PixHost.Empty();
        var good = _host.Token(_learner.Id.ToString(), Roles.Learner);
        var spoilt = good[..^8] + "AAAAAAAA";
        foreach (var token in new[] { spoilt, "rubbish", elsewhere.Token(_learner.Id.ToString(), Roles.Learner) })
            (await _host.Send(HttpMethod.Get, _learner.Home, null, token)).Refused(401, "unauthenticated");

        (await _host.Send(HttpMethod.Get, _learner.Home, null, good)).Ok();
        _host.Clock.Advance(TimeSpan.FromDays(10_001));
        (await _host.Send(HttpMethod.Get, _learner.Home, null, good)).Refused(401, "unauthenticated");
    }

    [Fact]
    public async Task A_token_is_good_after_a_restart()
    {
        var token = _host.Token(_learner.Id.ToString(), Roles.Learner);
        await _host.Restart();
        (await _host.Send(HttpMethod.Get, $"/assessments/{_learner.Test}", null, token)).Ok();
    }

    private IEnumerable<(string Who, string? Token)> Everybody() =>
    [
        (Nobody, null),
        (Themself, _host.Token(_learner.Id.ToString(), Roles.Learner)),
        (AnotherLearner, _host.Token(Guid.NewGuid().ToString(), Roles.Learner)),

        // The learner's own id does not help in another role.
        .. Roles.All.Where(role => role != Roles.Learner).Select(role => (role, (string?)_host.Token(_learner.Id.ToString(), role))),
        .. _members.Select(member => (member.Who, (string?)_host.Token(member.Subject, member.Role))),
    ];

    private Task<Reply> Ask(string endpoint, string? token)
    {
        var (method, pattern) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = pattern
            .Replace("{learner}", _learner.Id.ToString(), StringComparison.Ordinal)
            .Replace("{assessment}", _learner.Test, StringComparison.Ordinal)
            .Replace("{organisation}", _organisation.ToString(), StringComparison.Ordinal)
            .Replace("{campaign}", _campaign, StringComparison.Ordinal)
            .Replace("{code}", "ABCDEF234", StringComparison.Ordinal)
            .Replace("{participant}", $"{_learner.Id.Value:N}-1", StringComparison.Ordinal)
            .Replace("{participation}", $"{_learner.Id.Value:N}-1", StringComparison.Ordinal)
            .Replace("{centre}", _organisation.ToString(), StringComparison.Ordinal)
            .Replace("{invitation}", "999", StringComparison.Ordinal)
            .Replace("{member}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{import}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{pupil}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{competence}", "1.1", StringComparison.Ordinal)
            .Replace("{tutorial}", "none", StringComparison.Ordinal)
            .Replace("{session}", "10000001", StringComparison.Ordinal)
            .Replace("{candidate}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{incident}", "1", StringComparison.Ordinal)
            .Replace("{certification}", "0b5e5a0e-0f34-4d0a-9a3f-0a4a5f0a0004", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{name}", "a.txt", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal);
        return _host.Send(new HttpMethod(method), path, method == "GET" ? null : new { }, token);
    }
}

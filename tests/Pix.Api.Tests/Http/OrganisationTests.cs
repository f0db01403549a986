using System.Net;
using System.Text.RegularExpressions;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Http;

/// <summary>Organisations over HTTP: registered by an operator, their teams by themselves (Rules 12, D26).</summary>
public sealed partial class OrganisationTests : IAsyncLifetime
{
    private const string Address = "claire.martin@ac-reims.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private PixHost _host = null!;

    public async Task InitializeAsync() => _host = await PixHost.Empty();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_operator_registers_invites_and_the_invited_person_takes_over()
    {
        var school = await Register();
        (await Operator(HttpMethod.Post, $"/organisations/{school}/invitations", new { email = Address, role = "administrator" })).Ok(HttpStatusCode.Created);
        var code = CodeIn(await Mail());

        var claire = Guid.NewGuid().ToString();
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{school}")).Refused(403, "forbidden");
        var accepted = (await Accept(school, claire, code)).Ok();
        Assert.Equal(("administrator", claire), (accepted["role"].GetString(), accepted["memberId"].GetString()));
        Assert.Equal("Collège Jeanne Barret", (await As(claire, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{school}")).Ok()["name"].GetString());
        (await Accept(school, claire, code)).Ok();
        (await Accept(school, Guid.NewGuid().ToString(), code)).Refused(409, "invitation_used");

        var team = (await As(claire, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{school}/team")).Ok()["members"];
        Assert.Equal((Address, "administrator"), (team[0].GetProperty("email").GetString(), team[0].GetProperty("role").GetString()));
        Assert.Empty((await As(claire, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{school}/invitations")).Ok()["pending"].EnumerateArray());

        var mine = await _host.Send(HttpMethod.Get, "/my/organisations", null, _host.Token(claire, Roles.Teacher), ("Pix-Min-Position", accepted.Position!));
        Assert.Equal(school, mine.Ok()["organisations"][0].GetProperty("organisationId").GetString());
    }

    [Fact]
    public async Task Registering_the_same_school_again_is_the_same_school_and_otherwise_refused()
    {
        var school = await Register();
        var again = await Operator(HttpMethod.Post, "/organisations", School());
        Assert.Equal((HttpStatusCode.OK, school), (again.Status, again["organisationId"].GetString()));
        (await Operator(HttpMethod.Post, "/organisations", School(name: "Collège du Parc"))).Refused(409, "organisation_registered_otherwise");
        (await Operator(HttpMethod.Post, "/organisations", School(kind: "castle"))).Refused(422, "request_invalid");
        (await Operator(HttpMethod.Post, "/organisations", School(uai: "0511234A"))).Refused(422, "uai_malformed");
        (await Operator(HttpMethod.Post, "/organisations", new { kind = "middleSchool" })).Refused(422, "organisation_name_missing");
        (await Operator(HttpMethod.Get, $"/organisations/{Guid.NewGuid()}", null)).Refused(404, "organisation_unknown");
    }

    [Fact]
    public async Task Nobody_manages_a_team_from_outside_and_what_does_not_exist_is_answered_alike()
    {
        var (mine, other) = (await _host.Organisation(), await _host.Organisation(name: "Collège du Parc", uai: "0510001Z"));
        var claire = await _host.Join(mine, MemberRole.Administrator);
        var paul = await _host.Join(mine, MemberRole.Member);
        foreach (var elsewhere in new[] { other.ToString(), Guid.NewGuid().ToString() })
        {
            (await As(claire, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{elsewhere}/team")).Refused(403, "forbidden");
            (await As(claire, Roles.SchoolAdministrator, HttpMethod.Post, $"/organisations/{elsewhere}/invitations", new { email = Address, role = "member" })).Refused(403, "forbidden");
        }

        // Neither a higher token than the membership, nor a lower one, opens more than both.
        (await As(paul, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{mine}/invitations")).Refused(403, "forbidden");
        (await As(claire, Roles.Teacher, HttpMethod.Get, $"/organisations/{mine}/invitations")).Refused(403, "forbidden");
        (await As(claire, Roles.CentreHead, HttpMethod.Get, $"/centres/{mine}/team")).Refused(403, "forbidden");
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{mine}/invitations")).Ok();
    }

    [Fact]
    public async Task Who_is_removed_is_out_at_once_and_the_last_administrator_stays()
    {
        var school = await _host.Organisation();
        var claire = await _host.Join(school, MemberRole.Administrator);
        var paul = await _host.Join(school, MemberRole.Member);
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Delete, $"/organisations/{school}/members/{claire}")).Refused(409, "last_administrator");
        (await As(paul, Roles.Teacher, HttpMethod.Get, $"/organisations/{school}/team")).Ok();
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Delete, $"/organisations/{school}/members/{paul}")).Ok(HttpStatusCode.NoContent);
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Delete, $"/organisations/{school}/members/{paul}")).Ok(HttpStatusCode.NoContent);
        (await As(paul, Roles.Teacher, HttpMethod.Get, $"/organisations/{school}/team")).Refused(403, "forbidden");
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Put, $"/organisations/{school}/members/{claire}", new { role = "member" })).Refused(409, "last_administrator");
        (await As(claire, Roles.SchoolAdministrator, HttpMethod.Put, $"/organisations/{school}/members/{claire}", new { role = "centreHead" })).Refused(422, "request_invalid");
    }

    [Fact]
    public async Task A_centre_has_a_team_of_its_own_once_it_is_approved()
    {
        var school = await Register();
        var invitation = new { email = Address, role = "centreHead" };
        (await Operator(HttpMethod.Post, $"/centres/{school}/invitations", invitation)).Refused(409, "centre_not_approved");
        (await Operator(HttpMethod.Put, $"/organisations/{school}/centre", new { })).Ok(HttpStatusCode.NoContent);
        (await Operator(HttpMethod.Post, $"/centres/{school}/invitations", invitation)).Ok(HttpStatusCode.Created);
        var head = Guid.NewGuid().ToString();
        (await Accept(school, head, CodeIn(await Mail()), Roles.CentreHead)).Ok();
        Assert.True((await As(head, Roles.CentreHead, HttpMethod.Get, $"/centres/{school}")).Ok()["centre"].GetBoolean());
        Assert.Equal(1, (await As(head, Roles.CentreReferent, HttpMethod.Get, $"/centres/{school}/team")).Ok()["members"].GetArrayLength());
        (await As(head, Roles.SchoolAdministrator, HttpMethod.Get, $"/organisations/{school}")).Refused(403, "forbidden");
    }

    [Fact]
    public async Task An_invitation_is_mailed_once_under_retries_and_repetitions()
    {
        var school = await Register();
        var first = await Invite("key");
        (await Invite("key")).IsSameAs(first);
        Assert.Equal(first["invitation"].GetInt32(), (await Invite("another key")).Ok()["invitation"].GetInt32());
        (await Operator(HttpMethod.Post, $"/organisations/{school}/invitations", new { email = "pas une adresse", role = "member" })).Refused(422, "request_invalid");
        await Mail();
        Assert.NotNull(await SentAt(school));
        Assert.Single(Directory.GetFiles(_host.Folder.Outbox));

        Task<Reply> Invite(string key) => _host.Send(
            HttpMethod.Post, $"/organisations/{school}/invitations", new { email = Address, role = "member" }, _host.Token("op", Roles.Operator), ("Idempotency-Key", key));
    }

    [Fact]
    public async Task Neither_address_nor_code_lies_in_the_log_in_clear()
    {
        var school = await Register();
        (await Operator(HttpMethod.Post, $"/organisations/{school}/invitations", new { email = Address, role = "member" })).Ok(HttpStatusCode.Created);
        var code = CodeIn(await Mail());
        Assert.NotNull(await SentAt(school));
        await _host.Stop();
        foreach (var secret in new[] { Address, code })
            Assert.DoesNotContain(Cli.Names.FilesWith(secret, _host.Folder.Path), file => !file.StartsWith("outbox", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_host.Folder.Outbox));
    }

    [Fact]
    public async Task Lists_are_searched_filtered_and_paged_and_the_academy_reads_its_figures()
    {
        var school = await Register();
        await Operator(HttpMethod.Post, "/organisations", School("Lycée Édith Cresson", "highSchool", "0750655E", "01"));
        var last = await Operator(HttpMethod.Post, "/organisations", School("Collège du Parc", "middleSchool", "0510001Z"));
        Assert.Equal(3, (await Operator(HttpMethod.Get, "/organisations", null, last.Position)).Ok()["total"].GetInt32());
        Assert.Equal(["Lycée Édith Cresson"], Names(await Operator(HttpMethod.Get, "/organisations?search=EDITH", null)));
        Assert.Equal(["Lycée Édith Cresson"], Names(await Operator(HttpMethod.Get, "/organisations?search=0750655e", null)));
        Assert.Equal(["Collège Jeanne Barret"], Names(await Operator(HttpMethod.Get, "/organisations?province=19&page=2&pageSize=1", null)));
        (await Operator(HttpMethod.Get, "/organisations?page=0", null)).Refused(422, "page_malformed");
        (await Operator(HttpMethod.Get, "/organisations?kind=castle", null)).Refused(422, "organisation_kind_unknown");

        var id = new OrganisationId(Guid.Parse(school));
        await _host.Join(id, MemberRole.Administrator);
        await _host.Decide(id, (state, now) => state.Invite(new PersonId(Guid.NewGuid()), Address, MemberRole.Member, InvitationCode.Of(Guid.NewGuid()), [], now));
        await _host.Node.ReadModels.CaughtUp(CancellationToken.None).WaitAsync(Patience);
        var dashboard = (await As("dane", Roles.Academy, HttpMethod.Get, "/academy/dashboard?province=19")).Ok();
        Assert.Equal((2, 2, 1), (dashboard["establishments"].GetInt32(), dashboard["total.invitationsSent"].GetInt32(), dashboard["total.invitationsAccepted"].GetInt32()));
        Assert.Equal("middleSchool", Assert.Single(dashboard["kinds"].EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal(2, (await As("dane", Roles.Academy, HttpMethod.Get, "/academy/establishments?province=19")).Ok()["total"].GetInt32());
    }

    private static IReadOnlyList<string> Names(Reply list) => [.. list.Ok()["items"].EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    private static object School(string name = "Collège Jeanne Barret", string kind = "middleSchool", string uai = "0511234P", string province = "19") =>
        new { name, kind, externalId = uai, province, managesPupils = true, showsSkills = true };

    private static string CodeIn(string mail) => CodeLine().Match(mail).Groups[1].Value;

    private async Task<string> Register() => (await Operator(HttpMethod.Post, "/organisations", School())).Ok(HttpStatusCode.Created)["organisationId"].GetString()!;

    private Task<Reply> Operator(HttpMethod method, string path, object? body, string? position = null) => _host.Send(
        method, path, body, _host.Token("op", Roles.Operator), position is null ? [] : [("Pix-Min-Position", position)]);

    private Task<Reply> As(string subject, string role, HttpMethod method, string path, object? body = null) =>
        _host.Send(method, path, body, _host.Token(subject, role));

    private Task<Reply> Accept(string school, string subject, string code, string role = Roles.SchoolAdministrator) =>
        As(subject, role, HttpMethod.Post, $"/organisations/{school}/invitations/acceptance", new { code });

    // The only mail, once it is there.
    private async Task<string> Mail()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var files = Directory.Exists(_host.Folder.Outbox) ? Directory.GetFiles(_host.Folder.Outbox, "*.eml") : [];
            if (files.Length > 0) return await File.ReadAllTextAsync(Assert.Single(files), patience.Token);
            if (patience.IsCancellationRequested) Assert.Fail($"No mail came: {string.Join(", ", _host.Node.Processes.Open)} {_host.Node.Processes.Fault}");
            await Task.Yield();
        }
    }

    // Of the first invitation, once it is noted.
    private async Task<DateTimeOffset?> SentAt(string school)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!patience.IsCancellationRequested)
        {
            var state = (await _host.Node.Aggregates.Organisations.Load(Streams.Organisation(new OrganisationId(Guid.Parse(school))), patience.Token)).State;
            if (state.Invitations[1].SentAt is { } sent) return sent;
            await Task.Yield();
        }

        return null;
    }

    [GeneratedRegex("Code de l’invitation : ([0-9a-f]{32})")]
    private static partial Regex CodeLine();
}

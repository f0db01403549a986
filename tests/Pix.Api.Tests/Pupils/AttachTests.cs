using Pix.Api.Tests.Http;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Pupils;

public sealed class AttachTests : IAsyncLifetime
{
    private static readonly Eleve Zoe = new("1", "Zoé", "Lefèvre");
    private static readonly Eleve Noe = new("2", "Noé", "Durand");
    private PixHost _host = null!;
    private School _school = null!;
    private string _imported = null!;

    public async Task InitializeAsync()
    {
        _host = await PixHost.WithSamples();
        _school = await School.In(_host);
        _imported = (await _school.Import(Zoe, Noe)).Position;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_account_is_a_pupil_by_name_and_birth_date_and_the_pupils_page_shows_it()
    {
        var learner = await _host.Register();
        var attached = (await Attach(learner, "zoe", "LEFEVRE")).Ok();
        var pupil = new PupilId(attached["pupilId"].GetGuid());
        Assert.Equal(pupil, (await Account(learner)).PupilIn(_school.Id));
        Assert.Empty((await Pupil(pupil)).Unsettled);
        (await Attach(learner, "Zoé", "Lefèvre")).Ok();
        await learner.Start();

        var shown = (await _school.Pupils(attached.Position!, "?division=4B"))["items"].EnumerateArray().Last();
        Assert.Equal("Zoé", shown.GetProperty("firstName").GetString());
        Assert.True(shown.GetProperty("attached").GetBoolean());
        Assert.Equal((0, false), (shown.GetProperty("competencesPositioned").GetInt32(), shown.GetProperty("certifiable").GetBoolean()));
    }

    [Fact]
    public async Task Nobody_fits_another_name_or_day()
    {
        var learner = await _host.Register();
        (await Attach(learner, "Camille", "Lefèvre")).Refused(404, "pupil_not_found");
        (await Attach(learner, "Zoé", "Lefèvre", "2012-06-24")).Refused(404, "pupil_not_found");
        (await learner.Post($"{learner.Home}/pupils", new { organisationId = _school.Id.Value, birthDate = "2012-06-23" })).Refused(422, "request_invalid");
    }

    [Fact]
    public async Task Of_two_accounts_at_once_one_wins_and_the_other_is_told()
    {
        var learners = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _host.Register()));
        var replies = await Task.WhenAll(learners.Select(learner => Attach(learner, "Zoé", "Lefèvre")));
        var lost = replies.Where(reply => reply.Status != System.Net.HttpStatusCode.OK).ToList();
        Assert.Equal(5, lost.Count);
        Assert.All(lost, reply => reply.Refused(409, "pupil_already_attached", ("short_code", "R33")));
        var winner = learners[replies.ToList().FindIndex(reply => reply.Status == System.Net.HttpStatusCode.OK)];
        foreach (var learner in learners) Assert.Equal(learner == winner, (await Account(learner)).PupilIn(_school.Id) is not null);
    }

    [Fact]
    public async Task Who_comes_second_is_told_the_login_obfuscated()
    {
        var first = await _host.Register();
        (await Attach(first, "Zoé", "Lefèvre")).Ok();
        var username = (await first.Post($"{first.Home}/username", new { organisationId = _school.Id.Value })).Ok();
        Assert.Equal("zoe.lefevre2306", username["username"].GetString());
        (await first.Post($"{first.Home}/username", new { organisationId = _school.Id.Value })).Ok();

        var second = await _host.Register();
        (await Attach(second, "Zoé", "Lefèvre")).Refused(409, "pupil_already_attached", ("short_code", "R32"), ("login", "z***.l***"));
    }

    [Fact]
    public async Task A_username_that_is_taken_gets_other_digits()
    {
        var other = await School.In(_host, "0511235R");
        var imported = (await other.Import(SiecleXml.Xml(SiecleXml.Of("UTF-8", "0511235R", Zoe with { Ine = "OTHER" })))).Position;
        var (first, second) = (await _host.Register(), await _host.Register());
        (await Attach(first, "Zoé", "Lefèvre")).Ok();
        (await Attach(second, "Zoé", "Lefèvre", school: other, position: imported)).Ok();
        (await first.Post($"{first.Home}/username", new { organisationId = _school.Id.Value })).Ok();
        var given = (await second.Post($"{second.Home}/username", new { organisationId = other.Id.Value })).Ok()["username"].GetString()!;
        Assert.Matches("^zoe\\.lefevre\\d{4}$", given);
        Assert.NotEqual("zoe.lefevre2306", given);
    }

    [Fact]
    public async Task An_account_is_one_pupil_of_a_school_and_one_person()
    {
        var learner = await _host.Register();
        (await Attach(learner, "Zoé", "Lefèvre")).Ok();
        (await Attach(learner, "Noé", "Durand")).Refused(409, "another_pupil_attached", ("short_code", "R70"));

        var other = await School.In(_host, "0511235R");
        var imported = (await other.Import(SiecleXml.Xml(SiecleXml.Of("UTF-8", "0511235R", Zoe, Noe with { Ine = "X", BirthDate = "24/06/2012" })))).Position;
        (await Attach(learner, "Noé", "Durand", "2012-06-24", other, imported)).Refused(409, "account_of_somebody_else", ("short_code", "R90"));
        var stranger = await _host.Register();
        (await Attach(stranger, "Zoé", "Lefèvre", school: other, position: imported)).Refused(409, "pupil_attached_in_other_school", ("short_code", "R13"));
        (await Attach(learner, "Zoé", "Lefèvre", school: other, position: imported)).Ok();
    }

    [Fact]
    public async Task One_account_that_asks_for_two_pupils_at_once_keeps_one()
    {
        var learner = await _host.Register();
        var replies = await Task.WhenAll(Attach(learner, "Zoé", "Lefèvre"), Attach(learner, "Noé", "Durand"));
        var kept = (await Account(learner)).PupilIn(_school.Id)!.Value;
        foreach (var eleve in (Eleve[])[Zoe, Noe])
        {
            var id = _host.Node.Pseudonyms.Pupil(_school.Id, eleve.Ine!);
            Assert.Equal(id == kept ? learner.Id : null, (await Pupil(id)).Learner);
        }

        Assert.Single(replies, reply => reply.Status == System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_the_pupils_stream_decided_is_finished_after_a_crash()
    {
        var learner = await _host.Register();
        var id = _host.Node.Pseudonyms.Pupil(_school.Id, Zoe.Ine!);
        var command = new Command(Guid.NewGuid(), string.Empty, Actor.System, Guid.NewGuid());
        await _host.Stop();
        await _host.Start();
        await _host.Node.Aggregates.Pupils.Decide(Streams.Pupil(id), command, (pupil, now) => pupil.Attach(learner.Id, now), CancellationToken.None);
        await _host.Restart();
        await foreach (var page in _host.Node.Store.Subscribe(Position.Start, new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token))
        {
            if (page.Records.Any(record => record.Type == "PupilAttachmentSettled.v1")) break;
        }

        Assert.Equal(id, (await Account(learner)).PupilIn(_school.Id));
    }

    [Fact]
    public async Task An_administrator_detaches_and_another_account_attaches()
    {
        var (wrong, right) = (await _host.Register(), await _host.Register());
        var pupil = (await Attach(wrong, "Zoé", "Lefèvre")).Ok()["pupilId"].GetGuid();
        (await _school.Detach(pupil)).Ok(System.Net.HttpStatusCode.NoContent);
        Assert.Null((await Account(wrong)).PupilIn(_school.Id));
        (await (await School.In(_host, "0511235R")).Detach(pupil)).Refused(404, "pupil_unknown");
        await _host.Node.ReadModels.WaitUntil("pupils", await _host.Node.Store.Head(CancellationToken.None), TimeSpan.FromSeconds(30), CancellationToken.None);
        (await Attach(right, "Zoé", "Lefèvre")).Ok();
    }

    [Fact]
    public async Task Who_is_erased_is_forgotten_as_an_account_and_as_a_pupil()
    {
        var learner = await _host.Register();
        var attached = (await Attach(learner, "Zoé", "Lefèvre")).Ok();
        var result = await new ErasePerson().Run(
            _host.Node, new Dictionary<string, string> { ["learner"] = learner.Id.ToString() }, new Progress<OperationProgress>(), CancellationToken.None);
        Assert.True(result.Succeeded, result.Sentence);
        var id = new PupilId(attached["pupilId"].GetGuid());
        Assert.Null((await Pupil(id)).Facts);
        var page = await _school.Pupils(PositionToken.Write(_host.Node.Log, await _host.Node.Store.Head(CancellationToken.None)));
        Assert.DoesNotContain("Zoé", page.Text);
        Assert.Equal(1, page["total"].GetInt32());

        var (again, position) = await _school.Import(Zoe, Noe);
        Assert.Equal(1, again["added"].GetInt32());
        Assert.Contains("Zoé", (await _school.Pupils(position)).Text);
    }

    private Task<Reply> Attach(Player learner, string first, string last, string birth = "2012-06-23", School? school = null, string? position = null) => _host.Send(
        HttpMethod.Post,
        $"{learner.Home}/pupils",
        new { organisationId = (school ?? _school).Id.Value, firstName = first, lastName = last, birthDate = birth },
        _host.Token(learner.Id.ToString(), Roles.Learner),
        ("Pix-Min-Position", position ?? _imported));

    private async Task<Learner> Account(Player learner) =>
        (await _host.Node.Learners.Load(Streams.Learner(learner.Id), CancellationToken.None)).State;

    private async Task<Pupil> Pupil(PupilId id) => (await _host.Node.Aggregates.Pupils.Load(Streams.Pupil(id), CancellationToken.None)).State;
}

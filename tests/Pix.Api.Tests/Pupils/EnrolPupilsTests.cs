using System.Net;
using System.Text;
using Pix.Api.Tests.Http;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Pupils;

/// <summary>Imported pupils become candidates, and only their own accounts join.</summary>
public sealed class EnrolPupilsTests : IAsyncLifetime
{
    private const string Birth = "2012-06-23";
    private static readonly Eleve Zoe = new("1", "Zoé", "Lefèvre");
    private static readonly Eleve Noe = new("2", "Noé", "Durand") { Division = "3A" };
    private static readonly object Form = new { address = "Collège", room = "Salle 204", date = "2026-05-19", time = "14:30", examiners = "Mme Brun" };
    private PixHost _host = null!;
    private School _school = null!;
    private string _head = "";
    private string _session = "";
    private string _imported = "";

    public async Task InitializeAsync()
    {
        _host = await PixHost.Empty();
        _school = await School.In(_host);
        _imported = (await _school.Import(Zoe, Noe)).Position;
        (_head, _session) = await Centre(_school);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_class_is_enrolled_as_the_schools_file_names_it_once()
    {
        var enrolled = await Enrol(new { division = "4B" });
        Assert.Equal(1, enrolled.Ok(HttpStatusCode.Created)["enrolled"].GetInt32());
        var candidate = Assert.Single((await State()).Candidates);
        Assert.Equal(PupilOf(Zoe), candidate.Pupil);
        var identity = _host.Node.Personal.Open(candidate.Identity).Value!;
        Assert.Equal(("Zoé", "Lefèvre", "4B"), (identity.FirstName, identity.LastName, identity.Division));
        Assert.Equal(("FRANCE", "51454"), (identity.BirthPlace.Country, identity.BirthPlace.InseeCode));
        Assert.Equal((await Pupil(Zoe)).Person, candidate.Person);

        (await Enrol(new { division = "4B", pupilIds = new[] { PupilOf(Zoe).Value, PupilOf(Noe).Value } })).Ok(HttpStatusCode.Created);
        Assert.Equal([PupilOf(Zoe), PupilOf(Noe)], (await State()).Candidates.Select(one => one.Pupil!.Value));
    }

    [Fact]
    public async Task Who_is_not_the_schools_is_told_and_nobody_is_enrolled()
    {
        var stranger = Guid.NewGuid();
        var refused = (await Enrol(new { pupilIds = new[] { PupilOf(Zoe).Value, stranger } })).Refused(422, "pupils_not_enrollable", ("count", 1));
        Assert.Equal(stranger, refused["errors"][0].GetProperty("pupilId").GetGuid());
        (await Enrol(new { division = "6Z" })).Refused(404, "division_unknown");
        (await Enrol(new { })).Refused(422, "request_invalid");
        Assert.Empty((await State()).Candidates);
    }

    [Fact]
    public async Task What_the_file_does_not_say_is_asked_for_and_completed()
    {
        const string Columns = "Identifiant unique*;Premier prénom*;Deuxième prénom;Troisième prénom;Nom de famille*;Nom d'usage;Date de naissance (jj/mm/aaaa)*;"
            + "Code commune naissance**;Libellé commune naissance**;Code département naissance*;Code pays naissance*;Statut*;Code MEF*;Division*\n";
        const string Mia = "INEMIA;Mia;;;Silva;;01/02/2012;;Porto;99;99139;ST;10010012110;3B\n";
        _imported = (await _school.Import(SiecleXml.Content(Encoding.UTF8.GetBytes(Columns + Mia), "text/csv"))).Position;
        var pupil = _host.Node.Pseudonyms.Pupil(_school.Id, "INEMIA");
        var refused = (await Enrol(new { division = "3B" })).Refused(422, "pupils_not_enrollable", ("count", 1));
        Assert.Equal(["sex", "birthCountry"], refused["errors"].EnumerateArray().Select(error => error.GetProperty("field").GetString()));

        var completions = new Dictionary<string, object> { [pupil.ToString()] = new { sex = "F", birthCountry = "PORTUGAL", birthCity = "Porto" } };
        (await Enrol(new { division = "3B", completions })).Ok(HttpStatusCode.Created);
        var identity = _host.Node.Personal.Open(Assert.Single((await State()).Candidates).Identity).Value!;
        Assert.Equal(new BirthPlace("PORTUGAL", null, null, "Porto"), identity.BirthPlace);
    }

    [Fact]
    public async Task A_pupil_joins_with_the_account_that_is_attached_and_with_no_other()
    {
        (await Enrol(new { pupilIds = new[] { PupilOf(Zoe).Value } })).Ok(HttpStatusCode.Created);
        var (first, second) = (await _host.Register(), await _host.Register());
        (await Join(first)).Refused(409, "candidate_not_attached");
        (await Attach(first)).Ok();

        // The school detaches the account, and another one is attached: the first is nobody's any more.
        _imported = (await _school.Detach(PupilOf(Zoe).Value)).Ok(HttpStatusCode.NoContent).Position!;
        (await Join(first)).Refused(409, "candidate_not_attached");
        (await Attach(second)).Ok();
        (await Join(second)).Ok();
        (await Join(first)).Refused(409, "candidate_already_linked");
    }

    [Fact]
    public async Task A_school_that_does_not_manage_its_pupils_has_none_to_enrol()
    {
        var (head, session) = await Centre(await School.In(_host, "0511235R", managesPupils: false));
        (await _host.Send(HttpMethod.Post, $"{session}/candidates/from-pupils", new { division = "4B" }, _host.Token(head, Roles.CentreHead)))
            .Refused(409, "pupils_not_managed");
    }

    private async Task<(string Head, string Session)> Centre(School school)
    {
        await _host.Decide(school.Id, (state, now) => state.ApproveCentre(now));
        var head = await _host.Join(school.Id, MemberRole.CentreHead);
        var opened = await _host.Send(HttpMethod.Post, $"/centres/{school.Id}/sessions", Form, _host.Token(head, Roles.CentreHead));
        return (head, $"/sessions/{opened.Ok(HttpStatusCode.Created)["session"]}");
    }

    private Task<Reply> Enrol(object body) => _host.Send(
        HttpMethod.Post, $"{_session}/candidates/from-pupils", body, _host.Token(_head, Roles.CentreHead), ("Pix-Min-Position", _imported));

    private async Task<Reply> Join(Player learner)
    {
        var session = await State();
        return await learner.Post("/sessions/joining", new
        {
            session = int.Parse(_session.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture),
            firstName = "Zoé",
            lastName = "Lefèvre",
            birthDate = Birth,
            accessCode = session.Opened!.AccessCode,
        });
    }

    private Task<Reply> Attach(Player learner) => _host.Send(
        HttpMethod.Post,
        $"{learner.Home}/pupils",
        new { organisationId = _school.Id.Value, firstName = "Zoé", lastName = "Lefèvre", birthDate = Birth },
        _host.Token(learner.Id.ToString(), Roles.Learner),
        ("Pix-Min-Position", _imported));

    private PupilId PupilOf(Eleve eleve) => _host.Node.Pseudonyms.Pupil(_school.Id, eleve.Ine!);

    private async Task<Pupil> Pupil(Eleve eleve) =>
        (await _host.Node.Aggregates.Pupils.Load(Streams.Pupil(PupilOf(eleve)), CancellationToken.None)).State;

    private async Task<Session> State() => (await _host.Node.Aggregates.Sessions.Load(
        Streams.Session(new SessionId(int.Parse(_session.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))), CancellationToken.None)).State;
}

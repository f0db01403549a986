using System.Net;
using System.Text;
using Pix.Api.Tests.Http;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Pupils;

public sealed class ImportTests : IAsyncLifetime
{
    private static readonly Eleve Zoe = new("1", "Zoé", "Lefèvre");
    private static readonly Eleve Noe = new("2", "Noé", "Durand") { Division = "3A" };
    private static readonly Eleve Lea = new("3", "Léa", "Martin");
    private PixHost _host = null!;
    private School _school = null!;

    public async Task InitializeAsync()
    {
        _host = await PixHost.Empty();
        _school = await School.In(_host);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_schools_list_is_seen_by_class_once_it_is_taken_over()
    {
        var (import, position) = await _school.Import(Zoe, Noe, Lea);
        AssertCounts(import, added: 3, updated: 0, unchanged: 0, disabled: 0);
        var all = await _school.Pupils(position);
        Assert.Equal(["Durand Noé 3A", "Lefèvre Zoé 4B", "Martin Léa 4B"], Names(all));
        Assert.Equal(["Lefèvre Zoé 4B", "Martin Léa 4B"], Names(await _school.Pupils(position, "?division=4B")));
        Assert.Equal(["Lefèvre Zoé 4B"], Names(await _school.Pupils(position, "?page=2&pageSize=1")));
        var classes = (await _school.Get($"/organisations/{_school.Id}/classes", position)).Ok();
        Assert.Equal("""{"classes":[{"division":"3A","pupils":1,"attached":0},{"division":"4B","pupils":2,"attached":0}]}""", classes.Text);
    }

    [Fact]
    public async Task A_second_list_updates_by_ine_and_disables_who_is_absent()
    {
        await _school.Import(Zoe, Noe, Lea);
        var (import, position) = await _school.Import(Zoe, Noe with { Division = "3B" }, new Eleve("4", "Ana", "Petit"));
        AssertCounts(import, added: 1, updated: 1, unchanged: 1, disabled: 1);
        Assert.Equal(["Durand Noé 3B", "Lefèvre Zoé 4B", "Petit Ana 4B"], Names(await _school.Pupils(position)));

        var (again, later) = await _school.Import(Zoe, Noe with { Division = "3B" }, Lea);
        AssertCounts(again, added: 0, updated: 1, unchanged: 2, disabled: 1);
        Assert.Equal(["Durand Noé 3B", "Lefèvre Zoé 4B", "Martin Léa 4B"], Names(await _school.Pupils(later)));
    }

    [Fact]
    public async Task Who_left_has_no_number_or_no_class_is_counted_and_not_imported()
    {
        var file = SiecleXml.Of(
            Zoe, new Eleve("5", "Parti", "Déjà") { LeftOn = "01/02/2026" }, new Eleve("6", "Sans", "Ine") { Ine = null }, new Eleve("7", "Sans", "Classe") { Division = "Inactifs" });
        var sent = (await _school.Send(SiecleXml.Xml(file))).Ok(HttpStatusCode.Created);
        Assert.Equal((1, 1, 1, 1), (sent["pupils"].GetInt32(), sent["left"].GetInt32(), sent["withoutIne"].GetInt32(), sent["withoutDivision"].GetInt32()));
    }

    [Fact]
    public async Task All_faults_are_told_together_with_the_pupils_lines_and_nobody_is_imported()
    {
        var refused = (await _school.Send(SiecleXml.Xml(SiecleXml.Of(
            Zoe, Noe with { BirthDate = "" }, Lea with { Ine = "INE1", SexCode = "3" }, new Eleve("8", "CÃ©cile", "Petit") { BirthCity = "" }))))
            .Refused(422, "pupil_file_faulty", ("count", 5));
        Assert.Equal(
            ["BIRTHDATE_REQUIRED 5 2", "SEX_CODE_REQUIRED 6 3", "INE_UNIQUE 6 3", "BIRTH_CITY_CODE_REQUIRED_FOR_FR_STUDENT 7 8", "NAME_BADLY_ENCODED 7 8"],
            refused["errors"].EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("line").GetInt32()} {error.GetProperty("fileId").GetString()}"));
        Assert.Empty((await _host.Node.Aggregates.Organisations.Load(Streams.Organisation(_school.Id), CancellationToken.None)).State.Imports);
        Assert.Equal(0, (await _school.Get(_school.Home)).Ok()["total"].GetInt32());
    }

    [Fact]
    public async Task A_retry_of_the_same_file_under_the_same_key_imports_once()
    {
        var file = SiecleXml.Of(Zoe, Noe);
        var first = (await _school.Send(SiecleXml.Xml(file), "rentrée".Replace('é', 'e'))).Ok(HttpStatusCode.Created);
        await _school.Completed(new ImportId(first["importId"].GetGuid()));
        (await _school.Send(SiecleXml.Xml(file), "rentree")).IsSameAs(first);
        (await _school.Send(SiecleXml.Xml(SiecleXml.Of(Zoe)), "rentree")).Refused(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task A_school_that_does_not_manage_its_pupils_imports_none()
    {
        var other = await School.In(_host, managesPupils: false);
        (await other.Send(SiecleXml.Xml(SiecleXml.Of(Zoe)))).Refused(409, "pupils_not_managed");
    }

    [Fact]
    public async Task Nothing_of_an_import_is_seen_before_it_is_completed_and_a_restart_goes_on_with_it()
    {
        await _school.Import(Zoe);
        var pseudonyms = _host.Node.Pseudonyms;
        var import = new ImportId(Guid.NewGuid());
        var command = new Command(Guid.NewGuid(), string.Empty, Actor.System, Guid.NewGuid());
        var entries = new[] { Entry(Zoe), Entry(Noe) };
        var listing = new PupilListing(_host.Node.Aggregates.PupilImports, _host.Node.Aggregates.Pupils, _host.Node.Keys, pseudonyms);
        var list = await listing.List(_school.Id, import, PupilFileFormat.Siecle, new string('0', 64), entries, command, CancellationToken.None);

        // As by a process that died after its first step: one pupil is taken over, nothing says that the import is done.
        var noe = pseudonyms.Pupil(_school.Id, Noe.Ine!);
        var taken = await _host.Node.Aggregates.Pupils.Decide(
            Streams.Pupil(noe),
            new Command(Guid.NewGuid(), string.Empty, Actor.System, Guid.NewGuid()),
            (pupil, now) => pupil.Import(_school.Id, import, new Personal<PupilFacts>(new PersonId(Guid.NewGuid()), entries[1].Facts), "3A", null, now),
            CancellationToken.None);
        var half = PositionToken.Write(_host.Node.Log, taken.Position);
        Assert.Equal(["Lefèvre Zoé 4B"], Names(await _school.Pupils(half)));
        await _host.Restart();
        Assert.Equal(["Lefèvre Zoé 4B"], Names(await _school.Pupils(half)));

        await _host.Node.Aggregates.Organisations.Decide(
            Streams.Organisation(_school.Id), command, (school, now) => school.StartImport(import, list, now), CancellationToken.None);
        await _host.Restart();
        var position = await _school.Completed(import);
        Assert.Equal(["Durand Noé 3A", "Lefèvre Zoé 4B"], Names(await _school.Pupils(position)));
    }

    [Theory]
    [InlineData("ISO-8859-15")]
    [InlineData("windows-1252")]
    [InlineData("UTF-16")]
    [InlineData("iso-8859-1")]
    public async Task The_prolog_says_how_the_file_is_read(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(name).GetBytes(SiecleXml.Of(name, SiecleXml.Uai, Zoe));
        var (_, position) = await _school.Import(SiecleXml.Xml(bytes));
        Assert.Equal(["Lefèvre Zoé 4B"], Names(await _school.Pupils(position)));
    }

    [Fact]
    public async Task A_zip_is_opened_and_what_is_hidden_in_it_does_not_count()
    {
        var xml = Encoding.UTF8.GetBytes(SiecleXml.Of(Zoe));
        var (_, position) = await _school.Import(SiecleXml.Zip(("dossier/", []), ("__MACOSX/._Eleves.xml", [1]), (".cache.xml", [1]), ("dossier/ElevesSansAdresse.xml", xml)));
        Assert.Equal(["Lefèvre Zoé 4B"], Names(await _school.Pupils(position)));
        (await _school.Send(SiecleXml.Zip(("a.xml", xml), ("b.xml", xml)))).Refused(422, "invalid_file");
    }

    [Fact]
    public async Task The_csv_of_other_schools_is_read_by_its_columns()
    {
        const string Header = "Identifiant unique*;Premier prénom*;Deuxième prénom;Troisième prénom;Nom de famille*;Nom d'usage;Date de naissance (jj/mm/aaaa)*;Code commune naissance**;Libellé commune naissance**;Code département naissance*;Code pays naissance*;Statut*;Code MEF*;Division*\n";
        var (_, position) = await _school.Import(SiecleXml.Content(
            Encoding.UTF8.GetBytes(Header + "123F;Zoé;;;Lefèvre;;23/06/2012;51454;;51;100;AP;10010012110;4B\n"), "text/csv"));
        Assert.Equal(["Lefèvre Zoé 4B"], Names(await _school.Pupils(position)));
        (_, position) = await _school.Import(SiecleXml.Content(
            Encoding.UTF8.GetBytes(Header + "123F; \"Zoé\" ;;;\"Le \"\"F\"\";èvre\";;23/06/2012;51454;;51;100;AP;10010012110;4C\n;;;;;;;;;;;;;\n"), "text/csv"));
        Assert.Equal(["Le \"F\";èvre Zoé 4C"], Names(await _school.Pupils(position)));
        (await _school.Send(SiecleXml.Content(Encoding.UTF8.GetBytes(Header + "123F;Zoé;;;Lefèvre;;23/06/2012;;;51;100;AP;;4B\n"), "text/csv")))
            .Refused(422, "pupil_file_faulty");
    }

    private static PupilEntry Entry(Eleve pupil) => new(
        new PupilFacts(pupil.Ine!, pupil.LastName, null, pupil.FirstName, null, null, PupilSex.F, new DateOnly(2012, 6, 23), "100", null, "51454", null, "10010012110", "ST"),
        pupil.Division!);

    private static void AssertCounts(Reply import, int added, int updated, int unchanged, int disabled)
    {
        Assert.Equal("completed", import["state"].GetString());
        Assert.Equal(
            (added, updated, unchanged, disabled),
            (import["added"].GetInt32(), import["updated"].GetInt32(), import["unchanged"].GetInt32(), import["disabled"].GetInt32()));
    }

    private static IEnumerable<string> Names(Reply page) => page["items"].EnumerateArray()
        .Select(pupil => $"{pupil.GetProperty("lastName").GetString()} {pupil.GetProperty("firstName").GetString()} {pupil.GetProperty("division").GetString()}");
}

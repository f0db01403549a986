using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class OrganisationVerbTests : IDisposable
{
    private const string Header = "Nom;Type;UAI;Académie;Gère ses élèves;Affiche les acquis;Centre de certification\n";
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_is_imported_whole_and_again_changes_nothing(bool whileServing)
    {
        await _pix.HavingServed();
        await using var server = whileServing ? await Serving.Start(_pix.Data) : null;
        var list = Written("\uFEFF" + Header + "Collège Jeanne Barret;Collège;0511234P;19;oui;oui;oui\nLycée Édith Cresson;lycee;0750655E;01;non;;\nAssociation;autre;;19;;;\n");
        Assert.Equal(
            "registered 3 establishments and approved 1 centre from 3 lines; 0 establishments were registered already", (await _pix.Run("organisations", "import", list)).Ok());
        Assert.Equal(
            "registered 0 establishments and approved 0 centres from 3 lines; 3 establishments were registered already", (await _pix.Run("organisations", "import", list)).Ok());
    }

    [Fact]
    public async Task Every_fault_is_told_with_its_line_and_nothing_is_written()
    {
        await _pix.HavingServed();
        (await _pix.Run("organisations", "import", Written(Header + "Collège du Parc;collège;0510001Z;19;oui;;\n"))).Ok();
        var list = Written(
            Header
            + "Collège Jeanne Barret;collège;0511234P;19;oui;;\n"
            + ";château;0511234A;Reims;;;\n"
            + "Collège du Parc bis;collège;0510001Z;19;oui;peut-être;\n"
            + "\"Collège ; Jeanne\";collège;0511234P;19;oui;;\n");
        var refused = await _pix.Run("organisations", "import", list);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("5 faults", refused.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: « château » n’est pas un type", refused.Error, StringComparison.Ordinal);
        Assert.Contains("line 4: « peut-être »", refused.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: is the establishment of line 2", refused.Error, StringComparison.Ordinal);
        Assert.Contains("registered 1 establishment ", (await _pix.Run("organisations", "import", Written(Header + "Collège Jeanne Barret;collège;0511234P;19;oui;;\n"))).Ok(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused()
    {
        await _pix.HavingServed();
        (await _pix.Run("organisations", "import", Written("Nom,Type\n"))).Failed(1, "Type », « UAI », « Académie");
        (await _pix.Run("organisations", "import", Written(""))).Failed(1, "empty");
        (await _pix.Run("organisations", "import", _pix.Beside("none.csv"))).Failed(1, "none.csv");
        (await _pix.Run("organisations", "approve", "0511234P")).Failed(1, "organisation_unknown");
    }

    [Fact]
    public async Task Invitations_leave_in_waves_and_nobody_is_invited_twice()
    {
        await _pix.HavingServed();
        (await _pix.Run("organisations", "import", Written(Header + "A;collège;0511234P;19;;;\nB;lycée;0750655E;19;;;\nC;lycée;0750654D;19;;;\n"))).Ok();
        var guests = Written("UAI;E-mail;Rôle\n0511234P;a@ac-reims.example;\n0750655E;b@ac-reims.example;administrateur\n0750654D;c@ac-reims.example;Membre\n");
        await using var server = await Serving.Start(_pix.Data);
        Assert.Equal(
            "invited 2 establishments of 3 lines: 0 were invited before, 1 is left for the next wave", (await _pix.Run("organisations", "invite", guests, "--wave", "2")).Ok());
        Assert.Equal(
            "invited 1 establishment of 3 lines: 2 were invited before, 0 are left for the next wave", (await _pix.Run("organisations", "invite", guests, "--wave", "2")).Ok());
        Assert.Equal(
            "invited 0 establishments of 3 lines: 3 were invited before, 0 are left for the next wave", (await _pix.Run("organisations", "invite", guests)).Ok());
    }

    [Fact]
    public async Task A_list_of_guests_with_faults_invites_nobody()
    {
        await _pix.HavingServed();
        (await _pix.Run("organisations", "import", Written(Header + "A;collège;0511234P;19;;;\nB;lycée;0750655E;19;;;\n"))).Ok();
        var refused = await _pix.Run(
            "organisations", "invite", Written("UAI;E-mail;Rôle\n0511234P;a@ac-reims.example;\n0750655E;pas une adresse;roi\n0750655E;b@ac-reims.example;surveillant\n0750654D;c@ac-reims.example;\n"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("4 faults", refused.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: « roi » n’est pas un rôle", refused.Error, StringComparison.Ordinal);
        Assert.Contains("line 4: Cet établissement n’est pas agréé", refused.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: aucun établissement", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(_pix.Data.Outbox) ? Directory.GetFiles(_pix.Data.Outbox) : []);
        (await _pix.Run("organisations", "invite", "x.csv", "--wave", "0")).Failed(2, "--wave goes from 1");
    }

    private string Written(string list)
    {
        var file = _pix.Beside($"{Guid.NewGuid():N}.csv");
        File.WriteAllText(file, list);
        return file;
    }
}

using System.CommandLine;
using System.Globalization;

namespace Pix.Api;

/// <summary><c>organisations import</c>, <c>organisations approve</c> and <c>organisations invite</c>.</summary>
internal static class OrganisationCommands
{
    private const int WaveByDefault = 100;
    private const int LargestWave = 100_000;

    public static Command Create(CliConsole console) => new("organisations", "Schools, other establishments and certification centres.")
    {
        Import(console),
        Approve(console),
        Invite(console),
    };

    private static Command Import(CliConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A CSV list of establishments: Nom;Type;UAI;Académie…" };
        var import = new Command("import", "Registers the establishments of a list, all or none.") { file };
        import.SetAction(async (parsed, cancel) => console.Tell(await console.RunOrCreate(
            new ImportOrganisations(),
            parsed.Folder(),
            new Dictionary<string, string> { [ImportOrganisations.File] = Path.GetFullPath(parsed.GetRequiredValue(file)) },
            cancel)));
        return import;
    }

    private static Command Approve(CliConsole console)
    {
        var uai = new Argument<string>("UAI") { Description = "The establishment's external id." };
        var approve = new Command("approve", "Lets an establishment hold certification sessions.") { uai };
        approve.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new ApproveCentres(),
            parsed.Folder(),
            new Dictionary<string, string> { [ApproveCentres.ExternalId] = parsed.GetRequiredValue(uai) },
            cancel)));
        return approve;
    }

    private static Command Invite(CliConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A CSV list of who is invited: UAI;E-mail;Rôle." };
        var wave = new Option<int>("--wave") { Description = "How many at most; the next run is the next wave.", HelpName = "N", DefaultValueFactory = _ => WaveByDefault };
        wave.Validators.Add(asked =>
        {
            if (!asked.Tokens.All(token => int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= LargestWave))
                asked.AddError($"--wave goes from 1 to {LargestWave}.");
        });
        var invite = new Command("invite", "Invites the establishments of a list that were not invited yet, wave by wave.") { file, wave };
        invite.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new InviteInWaves(),
            parsed.Folder(),
            new Dictionary<string, string>
            {
                [InviteInWaves.File] = Path.GetFullPath(parsed.GetRequiredValue(file)),
                [InviteInWaves.Wave] = parsed.GetValue(wave).ToString(CultureInfo.InvariantCulture),
            },
            cancel)));
        return invite;
    }
}

using System.CommandLine;
using System.Globalization;

namespace Pix.Api;

/// <summary><c>referential release</c> and <c>referential activate</c>.</summary>
internal static class ContentCommands
{
    public static IEnumerable<Command> Create(CliConsole console)
    {
        var directory = new Argument<string>("DIR") { Description = "The release's folder." };
        var release = new Command("release", "Writes a release of the content, whole or not at all.") { directory };
        release.SetAction(async (parsed, cancel) => console.Tell(await console.RunOrCreate(
            new ReleaseReferential(),
            parsed.Folder(),
            new Dictionary<string, string> { ["folder"] = Path.GetFullPath(parsed.GetRequiredValue(directory)) },
            cancel)));

        var version = new Argument<int>("VERSION") { Description = "The release's number." };
        var activate = new Command("activate", "Puts a release in force.") { version };
        activate.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new ActivateReferential(),
            parsed.Folder(),
            new Dictionary<string, string> { ["version"] = parsed.GetValue(version).ToString(CultureInfo.InvariantCulture) },
            cancel)));
        yield return new Command("referential", "The learning content.") { release, activate };
        yield return TargetProfiles(console);
    }

    private static Command TargetProfiles(CliConsole console)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder of the target profiles." };
        var release = new Command("release", "Releases target profiles, all or none.") { directory };
        release.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new ReleaseTargetProfiles(),
            parsed.Folder(),
            new Dictionary<string, string> { ["folder"] = Path.GetFullPath(parsed.GetRequiredValue(directory)) },
            cancel)));
        return new Command("target-profiles", "What campaigns test.")
        {
            release,
            Granting(console, "grant", "Lets an organisation, or all of them, use target profiles."),
            Granting(console, "revoke", "Takes such a grant back; campaigns keep what they froze."),
        };
    }

    private static Command Granting(CliConsole console, string verb, string description)
    {
        var profiles = new Argument<string[]>("ID") { Description = "The target profiles.", Arity = ArgumentArity.OneOrMore };
        var organisation = new Option<string?>("--organisation") { Description = "The organisation's id; every organisation when it is left out." };
        var command = new Command(verb, description) { profiles, organisation };
        command.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new GrantTargetProfiles(),
            parsed.Folder(),
            new Dictionary<string, string>
            {
                ["verb"] = verb,
                ["profiles"] = string.Join(',', parsed.GetRequiredValue(profiles)),
                ["organisation"] = parsed.GetValue(organisation) ?? GrantTargetProfiles.All,
            },
            cancel)));
        return command;
    }
}

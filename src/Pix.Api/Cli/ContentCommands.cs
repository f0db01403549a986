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
    }
}

using System.CommandLine;
using Pix.EventStore;
using Command = System.CommandLine.Command;

namespace Pix.Api;

/// <summary><c>copy</c>.</summary>
internal static class CopyCommand
{
    public static Command Create(CliConsole console)
    {
        var from = Connection("--from", "The log to copy, which nobody writes to meanwhile: sqlite:FILE or esdb://HOST:2113.");
        var to = Connection("--to", "Where to: an empty log, or a copy that was interrupted.");
        var copy = new Command("copy", "Copies a log with its keys to any engine, where it goes on in a new epoch.") { from, to };
        copy.SetAction(async (parsed, cancel) => console.Tell(await console.Track(
            "copy",
            progress => CopyLog.Run(
                LogConnection.Parse(parsed.GetRequiredValue(from), Directory.GetCurrentDirectory()),
                LogConnection.Parse(parsed.GetRequiredValue(to), Directory.GetCurrentDirectory()),
                Configured.Settings(),
                progress,
                cancel))));
        return copy;
    }

    private static Option<string> Connection(string name, string description) =>
        new(name) { Description = description, HelpName = "CONNECTION", Required = true };
}

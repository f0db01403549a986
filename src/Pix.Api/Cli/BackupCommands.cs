using System.CommandLine;

namespace Pix.Api;

/// <summary><c>backup</c> and <c>restore</c>.</summary>
internal static class BackupCommands
{
    public static IEnumerable<Command> Create(CliConsole console)
    {
        var target = new Argument<string>("DIR") { Description = "An empty folder, or one to be made." };
        var backup = new Command("backup", "Copies log, keys and key ring together, also while serving.") { target };
        backup.SetAction(async (parsed, cancel) => console.Tell(await console.Run(
            new BackUp(),
            parsed.Folder(),
            new Dictionary<string, string> { ["folder"] = Path.GetFullPath(parsed.GetRequiredValue(target)) },
            cancel)));
        yield return backup;

        var source = new Argument<string>("DIR") { Description = "A backup's folder." };
        var restore = new Command("restore", "Puts a backup into a data folder that holds no log.") { source };
        restore.SetAction(async (parsed, cancel) => console.Tell(await console.Track(
            "restore",
            progress => RestoreBackup.Run(new DataFolder(Path.GetFullPath(parsed.GetRequiredValue(source))), parsed.Folder(), Configured.Settings(), progress, cancel))));
        yield return restore;
    }
}

using System.CommandLine;

namespace Pix.Api;

/// <summary><c>serve</c>, which is what no verb means, and <c>demo</c>.</summary>
internal static class ServeCommands
{
    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Where to listen, such as http://localhost:5000, which is the default.",
        HelpName = "URLS",
    };

    public static void AddTo(RootCommand root, CliConsole console)
    {
        var serve = new Command("serve", "Serves; this is what no verb means.") { Urls };
        foreach (var command in (Command[])[root, serve])
            command.SetAction((parsed, cancel) => Serve(console, parsed.Folder(), parsed.GetValue(Urls), cancel));
        root.Add(Urls);
        root.Add(serve);

        var demo = new Command("demo", "Has a class of simulated learners take the tests, then serves.") { Urls };
        demo.SetAction((parsed, cancel) => Demonstrate(console, parsed.Folder(), parsed.GetValue(Urls), cancel));
        root.Add(demo);
    }

    private static async Task Serve(CliConsole console, DataFolder folder, string? urls, CancellationToken cancel)
    {
        await using var serving = await ServingNode.Open(console, folder, urls, "serve", cancel);
        await ReleaseFirst(console, serving.Node, cancel);
        await serving.Run(() => console.Line($"serving {folder.Path} on {serving.Url} (process {Environment.ProcessId})"), cancel);
    }

    private static async Task Demonstrate(CliConsole console, DataFolder folder, string? urls, CancellationToken cancel)
    {
        await using var serving = await ServingNode.Open(console, folder, urls, "demo", cancel);
        await ReleaseFirst(console, serving.Node, cancel);
        var game = await console.Track("demo", progress => DemoGame.Play(serving.Node, serving.App.Services, progress, cancel));
        await DemoReport.Tell(console, serving.Node, game, cancel);
        await serving.Run(() => DemoReport.TellWhatNext(console, serving, game), cancel);
    }

    private static async Task ReleaseFirst(CliConsole console, Node node, CancellationToken cancel)
    {
        foreach (var line in await console.Track("release", progress => SampleContent.ReleaseFirst(node, progress, cancel))) console.Line(line);
    }
}

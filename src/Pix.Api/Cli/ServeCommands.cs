using System.CommandLine;
using System.Globalization;

namespace Pix.Api;

/// <summary><c>serve</c>, which is what no verb means, and <c>demo</c>.</summary>
internal static class ServeCommands
{
    private const int FewestPupils = 8;
    private const int MostPupils = 25;

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = "Where to listen, such as http://localhost:5000, which is the default.",
        HelpName = "URLS",
    };

    private static readonly Option<int> Pupils = new("--pupils")
    {
        Description = $"How many of each class play, from {FewestPupils} to {MostPupils}, which is everybody.",
        HelpName = "N",
        DefaultValueFactory = _ => MostPupils,
    };

    static ServeCommands() => Pupils.Validators.Add(asked =>
    {
        if (!asked.Tokens.All(token => int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= FewestPupils and <= MostPupils))
            asked.AddError($"--pupils goes from {FewestPupils} to {MostPupils}.");
    });

    public static void AddTo(RootCommand root, CliConsole console)
    {
        var serve = new Command("serve", "Serves; this is what no verb means.") { Urls };
        foreach (var command in (Command[])[root, serve])
            command.SetAction((parsed, cancel) => Serve(console, parsed.Folder(), parsed.GetValue(Urls), cancel));
        root.Add(Urls);
        root.Add(serve);

        var demo = new Command("demo", "Plays a collège's school year, from the import of its pupils to their certificates, then serves.") { Urls, Pupils };
        demo.SetAction((parsed, cancel) => Demonstrate(console, parsed.Folder(), parsed.GetValue(Urls), parsed.GetValue(Pupils), cancel));
        root.Add(demo);
    }

    private static async Task Serve(CliConsole console, DataFolder folder, string? urls, CancellationToken cancel)
    {
        await using var serving = await ServingNode.Open(console, folder, urls, "serve", cancel);
        await ReleaseFirst(console, serving.Node, cancel);
        await serving.Run(() => console.Line($"serving {folder.Path} on {serving.Url} (process {Environment.ProcessId})"), cancel);
    }

    private static async Task Demonstrate(CliConsole console, DataFolder folder, string? urls, int pupils, CancellationToken cancel)
    {
        await using var serving = await ServingNode.Open(console, folder, urls, "demo", cancel);
        await ReleaseFirst(console, serving.Node, cancel);
        var services = serving.App.Services;
        var year = await console.Track("demo", progress => DemoYear.Play(serving.Node, services, pupils, progress, cancel));
        await new DemoReport(console, serving.Node, new DemoSender(services), year).Tell(cancel);
        await serving.Run(() => new DemoGuide(console, serving, year).Tell(), cancel);
    }

    private static async Task ReleaseFirst(CliConsole console, Node node, CancellationToken cancel)
    {
        foreach (var line in await console.Track("release", progress => SampleContent.ReleaseFirst(node, progress, cancel))) console.Line(line);
    }
}

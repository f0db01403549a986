using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Pix.Api;
using Pix.Domain;

namespace Pix.Benchmarks;

/// <summary>The servers that are compared, in this process, on loopback.</summary>
internal static class Hosts
{
    /// <summary>The host as shipped, over a folder with the sample content in force.</summary>
    public static async Task<(Node Node, WebApplication App)> Shipped(string folder)
    {
        var (node, app) = await Over(folder);
        await Must(new ReleaseReferential(), node, ("folder", SampleContent));
        await Must(new ActivateReferential(), node, ("version", "1"));
        return (node, app);
    }

    /// <summary>The host as shipped, over what is in a folder.</summary>
    public static async Task<(Node Node, WebApplication App)> Over(string folder)
    {
        var settings = new PixSettings(LearnerRules.Default(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")), null, false)
        {
            // The limit is in the path, and stops nobody: every connection comes from one address here.
            VerificationsPerMinute = int.MaxValue,
        };
        var node = await Node.Open(new DataFolder(Path.Combine(folder, "data")), settings, TimeProvider.System, "benchmark", CancellationToken.None);
        var app = PixServer.Create(node, Builder());
        await app.StartAsync();
        return (node, app);
    }

    /// <summary>A bare server with one endpoint and nothing in between.</summary>
    public static async Task<WebApplication> Bare(Action<WebApplication> map)
    {
        var app = Builder().Build();
        map(app);
        await app.StartAsync();
        return app;
    }

    public static Uri AddressOf(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static string SampleContent { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "referential");

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }

    private static async Task Must(IOperation operation, Node node, params (string Name, string Value)[] arguments)
    {
        var result = await operation.Run(
            node,
            arguments.ToDictionary(argument => argument.Name, argument => argument.Value),
            new Progress<OperationProgress>(),
            CancellationToken.None);
        if (!result.Succeeded) throw new InvalidOperationException(result.Sentence);
    }
}

using System.Globalization;

namespace Pix.Api;

/// <summary>A node and its server, from the command line: opened, then started, then waited for.</summary>
internal sealed class ServingNode : IAsyncDisposable
{
    private const string DefaultUrl = "http://localhost:5000";

    private ServingNode(Node node, WebApplication app) => (Node, App) = (node, app);

    public Node Node { get; }

    public WebApplication App { get; }

    /// <summary>Where it listens, once started.</summary>
    public string Url => App.Urls.First(url => !url.Contains("://unix:", StringComparison.Ordinal));

    public static async Task<ServingNode> Open(DataFolder folder, string? urls, string purpose, CancellationToken cancel)
    {
        var builder = Configured.Builder();
        var node = await Node.Open(folder, Configured.Settings(builder), TimeProvider.System, purpose, cancel);
        try
        {
            ListenOn(builder, urls);
            OperatorSocket.Listen(builder, folder);
            return new ServingNode(node, PixServer.Create(node, builder));
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs until it is cancelled, or told to stop.</summary>
    public async Task Run(Action started, CancellationToken cancel)
    {
        await App.StartAsync(cancel);
        started();
        await App.WaitForShutdownAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Node.DisposeAsync();
    }

    // As endpoints, not as addresses: the operator socket is one too, and addresses give way to endpoints.
    private static void ListenOn(WebApplicationBuilder builder, string? urls)
    {
        var endpoints = builder.Configuration.GetSection("Kestrel:Endpoints");
        var addresses = urls ?? builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? (endpoints.GetChildren().Any() ? string.Empty : DefaultUrl);
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, string.Empty);
        foreach (var (number, address) in addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Index())
            endpoints[string.Create(CultureInfo.InvariantCulture, $"Address{number}:Url")] = address;
    }
}

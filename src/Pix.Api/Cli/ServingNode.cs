namespace Pix.Api;

/// <summary>A node and its server, from the command line: opened, then started, then waited for.</summary>
internal sealed class ServingNode : IAsyncDisposable
{
    private ServingNode(Node node, WebApplication app) => (Node, App) = (node, app);

    public Node Node { get; }

    public WebApplication App { get; }

    /// <summary>Where it listens, once started.</summary>
    public string Url => App.Urls.First(url => !url.Contains("://unix:", StringComparison.Ordinal));

    /// <summary>Opens both; waits, listening but unready, for a log on a server that cannot be reached yet.</summary>
    public static async Task<ServingNode> Open(CliConsole console, DataFolder folder, string? urls, string purpose, CancellationToken cancel)
    {
        var builder = Configured.Builder();
        var settings = Configured.Settings(builder);
        var node = await AwaitedLog.Open(
            () => Node.Open(folder, settings, TimeProvider.System, purpose, cancel), settings.LogOf(folder), console, urls, cancel);
        try
        {
            Listening.On(builder, urls);
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
}

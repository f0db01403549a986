using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Opens a node whose log is on a server. As long as that cannot be reached, it listens all the same: alive, not ready, every request 503; and
/// asks again, less and less often.
/// </summary>
internal static class AwaitedLog
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public static async Task<Node> Open(Func<Task<Node>> open, LogConnection log, CliConsole console, string? urls, CancellationToken cancel)
    {
        try
        {
            return await open();
        }
        catch (Exception unreachable) when (IsAwaited(log, unreachable))
        {
            await using var waiting = WaitingServer.Create(log, unreachable.Message, urls);
            await waiting.StartAsync(cancel);
            console.Line($"waiting for the log at {log.Shown}, unready on {waiting.Urls.First()}: {unreachable.Message}");
            for (var wait = FirstWait; ; wait = wait * 2 > LongestWait ? LongestWait : wait * 2)
            {
                await Task.Delay(wait, TimeProvider.System, cancel);
                try
                {
                    return await open();
                }
                catch (Exception still) when (IsAwaited(log, still))
                {
                    console.Line($"still waiting for the log at {log.Shown}: {still.Message}");
                }
            }
        }
    }

    // Anything else, such as a wrong key or an unfinished copy, does not pass by waiting.
    private static bool IsAwaited(LogConnection log, Exception failure) =>
        log is LogConnection.Server && failure is LogUnavailableException { Code: "log_unreachable" } or PersonKeyException { Code: "keys_unavailable" };
}

/// <summary>What is answered while a node waits for its log.</summary>
internal static class WaitingServer
{
    public static WebApplication Create(LogConnection log, string reason, string? urls)
    {
        var builder = Configured.Builder();
        Listening.On(builder, urls);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
        var app = builder.Build();
        HealthEndpoints.MapWaiting(app, new HealthCheckView("log", false, $"{log.Shown}: {reason}"));
        app.MapFallback((HttpContext http) => Problems.LogUnavailable(http, "log_unreachable"));
        return app;
    }
}

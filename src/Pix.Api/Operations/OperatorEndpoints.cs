using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections.Features;

namespace Pix.Api;

/// <summary>
/// <c>POST /operator/{operation}</c>, on the operator socket only: elsewhere there is no such address. Answers a line of JSON for each
/// step, then one for the result.
/// </summary>
public static class OperatorEndpoints
{
    private static readonly PathString Prefix = "/operator";

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app) => app.MapWhen(IsOperator, branch => branch.Run(Answer));

    private static bool IsOperator(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Prefix)
        && HttpMethods.IsPost(http.Request.Method)
        && http.Features.Get<IConnectionSocketFeature>()?.Socket.AddressFamily == AddressFamily.Unix;

    private static async Task Answer(HttpContext http)
    {
        http.Request.Path.StartsWithSegments(Prefix, out var name);
        if (OperationCatalogue.Find(name.Value!.TrimStart('/')) is not { } operation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var arguments = await JsonSerializer.DeserializeAsync(
            http.Request.Body, OperatorJson.Default.DictionaryStringString, http.RequestAborted);
        http.Response.ContentType = "application/x-ndjson";
        var steps = Channel.CreateBounded<OperationProgress>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });

        // Whoever asked may leave: what they asked for goes on, and ends with the server only.
        var running = Run(http.RequestServices, operation, arguments!, steps.Writer);
        try
        {
            await foreach (var step in steps.Reader.ReadAllAsync(http.RequestAborted))
                await Write(http, new OperatorLine(step, null));
            await Write(http, new OperatorLine(null, await running));
        }
        catch (Exception left) when (left is OperationCanceledException or IOException)
        {
            await running;
        }
    }

    private static async Task<OperationResult> Run(
        IServiceProvider services,
        IOperation operation,
        Dictionary<string, string> arguments,
        ChannelWriter<OperationProgress> steps)
    {
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OperatorEndpoints));
        var node = services.GetRequiredService<Node>();
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        OperationResult result;
        try
        {
            result = await operation.RunToResult(node, arguments, new Steps(steps), stopping);
        }
        catch (Exception unexpected)
        {
            log.LogError(unexpected, "Operator: {Operation} failed", operation.Name);
            result = new OperationResult(false, $"{operation.Name} failed, the server's log says where: {unexpected.Message}");
        }

        steps.Complete();
        log.LogInformation("Operator: {Operation}: {Sentence}", operation.Name, result.Sentence);
        return result;
    }

    private static async Task Write(HttpContext http, OperatorLine line)
    {
        await JsonSerializer.SerializeAsync(http.Response.Body, line, OperatorJson.Default.OperatorLine, http.RequestAborted);
        await http.Response.Body.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private sealed class Steps(ChannelWriter<OperationProgress> writer) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => writer.TryWrite(value);
    }
}

using System.Globalization;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>One thing that must hold to serve, and what is wrong with it otherwise.</summary>
public sealed record HealthCheckView(string Name, bool Ok, string Detail);

/// <summary>Whether the process can serve: <c>ready</c> or <c>unready</c>.</summary>
public sealed record HealthView(string Status, IReadOnlyList<HealthCheckView> Checks);

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve; 503 tells what is down.</summary>
public static class HealthEndpoints
{
    private const long MostEventsBehind = 10_000;
    private static readonly TimeSpan MostOffTheEngine = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    /// <summary>Maps them; nobody needs a token.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapLive(routes);
        routes.MapGet("/health/ready", async (Node node, CancellationToken cancel) => Told(await Check(node, cancel)))
            .AllowAnonymous()
            .WithName("ready")
            .WithSummary("Le processus peut servir : journal, clés, lectures")
            .Produces<HealthView>()
            .Produces<HealthView>(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The same for a process that waits for what is missing.</summary>
    public static void MapWaiting(IEndpointRouteBuilder routes, HealthCheckView missing)
    {
        MapLive(routes);
        routes.MapGet("/health/ready", () => Told([missing]));
    }

    private static void MapLive(IEndpointRouteBuilder routes) => routes.MapGet("/health/live", () => new HealthView("live", []))
        .AllowAnonymous()
        .WithName("live")
        .WithSummary("Le processus répond");

    private static IResult Told(IReadOnlyList<HealthCheckView> checks)
    {
        var ready = checks.All(check => check.Ok);
        return Results.Json(
            new HealthView(ready ? "ready" : "unready", checks),
            ApiJson.Default.HealthView,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IReadOnlyList<HealthCheckView>> Check(Node node, CancellationToken cancel)
    {
        var checks = new List<HealthCheckView>
        {
            await Try("log", async () => $"position {await node.Store.Head(cancel)}"),
            await Try("keys", () => Task.Run(() => Readable(node.Keys), cancel)),
            Clock(node),
            new("erasures", node.ErasureFault is null, node.ErasureFault ?? "followed"),
            new("processes", node.Processes.Fault is null, node.Processes.Fault ?? Told(node.Processes.Open)),
        };
        try
        {
            foreach (var projection in await node.ReadModels.Status(cancel))
            {
                var ok = projection is { Error: null, Generation: not null } && projection.EventsBehind <= MostEventsBehind;
                checks.Add(new HealthCheckView(
                    $"projection {projection.Name}",
                    ok,
                    projection.Error is { } error ? $"{error.Code}: {error.Cause}" : $"{projection.State}, {projection.EventsBehind} events behind"));
            }
        }
        catch (LogUnavailableException unavailable)
        {
            checks.Add(new HealthCheckView("projections", false, unavailable.Message));
        }

        return checks;
    }

    // A process that does not get on is the operator's matter, and no reason to send its node no more requests.
    private static string Told(IReadOnlyList<OpenProcess> open)
    {
        var stuck = open.Where(process => process.IsStuck).ToList();
        return stuck.Count == 0 ? $"{open.Count} open" : $"{open.Count} open, {stuck.Count} stuck: {stuck[0].Process} of {stuck[0].Stream}: {stuck[0].LastError}";
    }

    // After the log was asked: its answer told the time. It tells whole seconds, so that half of one is what it most likely left out.
    private static HealthCheckView Clock(Node node)
    {
        if (node.Store is not IEngineClock { ClockAhead: { } ahead }) return new HealthCheckView("clock", true, "the engine tells none but this machine's");
        var off = ahead - HalfASecond;
        return new HealthCheckView(
            "clock",
            off.Duration() <= MostOffTheEngine + HalfASecond,
            string.Create(CultureInfo.InvariantCulture, $"{off.Duration().TotalSeconds:0.0} s {(off < TimeSpan.Zero ? "behind" : "ahead of")} the engine's"));
    }

    // Nobody's key: it is not there, and the store had to be asked.
    private static string Readable(IPersonKeys keys)
    {
        keys.Find(default);
        return "readable";
    }

    private static async Task<HealthCheckView> Try(string name, Func<Task<string>> check)
    {
        try
        {
            return new HealthCheckView(name, true, await check());
        }
        catch (Exception failure) when (failure is LogUnavailableException or PersonKeyException)
        {
            return new HealthCheckView(name, false, failure.Message);
        }
    }
}

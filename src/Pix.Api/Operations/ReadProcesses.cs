namespace Pix.Api;

/// <summary>What is begun and not completed.</summary>
public sealed record ProcessesView(string? Fault, IReadOnlyList<OpenProcessView> Open);

/// <summary>An open intention: since how many seconds, how often it was tried, and why it failed the last time.</summary>
public sealed record OpenProcessView(
    string Process, string Stream, string Key, DateTimeOffset OpenedAt, long AgeSeconds, int Attempts, int Failures, string? LastError, bool Stuck)
{
    /// <summary>As of an instant.</summary>
    public static OpenProcessView Of(OpenProcess open, DateTimeOffset now) => new(
        open.Process,
        open.Stream,
        open.Key,
        open.OpenedAt,
        (long)(now - open.OpenedAt).TotalSeconds,
        open.Attempts,
        open.Failures,
        open.LastError,
        open.IsStuck);

    /// <summary>Everything that a node has open.</summary>
    public static IReadOnlyList<OpenProcessView> AllOf(Node node)
    {
        var now = node.Clock.GetUtcNow();
        return [.. node.Processes.Open.Select(open => Of(open, now))];
    }
}

/// <summary><c>GET /operations</c></summary>
public static class OperationsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/operations", (Node node) => TypedResults.Ok(new ProcessesView(node.Processes.Fault, OpenProcessView.AllOf(node))))
        .RequireAuthorization(Policies.ServiceOperator)
        .WithName("readOperations")
        .WithSummary("Lire les traitements commencés et non terminés")
        .Produces<ProcessesView>()
        .ProducesProblems();
}

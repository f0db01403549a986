using Microsoft.AspNetCore.Mvc;

namespace Pix.Api;

/// <summary>What the documentation of every endpoint says alike.</summary>
public static class EndpointConventions
{
    /// <summary>The problems that an endpoint answers, beside those that all do.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in (int[])[.. statuses, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden])
            endpoint.Produces<ProblemDetails>(status, "application/problem+json");
        return endpoint;
    }
}

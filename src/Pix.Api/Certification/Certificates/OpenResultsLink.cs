using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The results behind a link that a recipient was sent, without an account (Rule 11.26).</summary>
public sealed record OpenResultsLink(SessionId Session, string Link) : ICommand<CsvDocument>;

/// <summary>Handles <see cref="OpenResultsLink"/>: what is published today of the candidates that the link names.</summary>
public sealed class OpenResultsLinkHandler(IssuedResults results, ResultsLinks links, TimeProvider clock) : IRequestHandler<OpenResultsLink, Outcome<CsvDocument>>
{
    /// <inheritdoc />
    public async Task<Outcome<CsvDocument>> Handle(OpenResultsLink request, CancellationToken cancellationToken)
    {
        if (links.Read(request.Link, clock.GetUtcNow()) is not { } opened || opened.Session != request.Session) return Refusal.ResultsLinkUnknown;
        var candidates = opened.Candidates.ToHashSet();
        return await results.Of(request.Session, candidates.Contains, cancellationToken);
    }
}

/// <summary><c>GET /sessions/{session}/results?link=…</c></summary>
public static class OpenResultsLinkEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/sessions/{session:int}/results", (int session, string? link, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Print(http, new OpenResultsLink(new SessionId(session), link ?? string.Empty), document => new CsvResult(document)))
        .AllowAnonymous()
        .RequireRateLimiting(VerificationLimit.Policy)
        .WithName("openResultsLink")
        .WithSummary("Les résultats qu’ouvre le lien envoyé à leur destinataire, en CSV, pendant 30 jours")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
}

using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Gives up a session in which nobody took a test (Rule D26).</summary>
public sealed record CancelSession(SessionId Session, string Reason) : ICommand<Nothing>;

/// <summary>What is sent where a reason is asked for.</summary>
public sealed record ReasonBody(string? Reason);

/// <summary>Handles <see cref="CancelSession"/>: a start that was let through and began no test yet begins none any more.</summary>
public sealed class CancelSessionHandler(SessionDesk desk, StartBarrier barrier, TimeProvider clock) : IRequestHandler<CancelSession, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(CancelSession request, CancellationToken cancellationToken)
    {
        var known = await barrier.Known(
            request.Session, (session, tests) => session.Cancel(request.Reason, tests, clock.GetUtcNow()).Refusal is null, cancellationToken);
        return await desk.Do(request.Session, (session, now) => session.Cancel(request.Reason, known.AtHand(session), now), cancellationToken);
    }
}

/// <summary><c>POST /sessions/{session}/cancellation</c></summary>
public static class CancelSessionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/{session:int}/cancellation", (int session, ReasonBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new CancelSession(new SessionId(session), body.Reason ?? string.Empty)))
        .RequireAuthorization(MemberPolicies.CentreManager)
        .WithName("cancelSession")
        .WithSummary("Annuler une session où personne n’a passé de test")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

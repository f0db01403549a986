using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Who asks takes charge of a session that was handed in (Rule 11.24).</summary>
public sealed record AssignOfficer(SessionId Session, MemberId Officer) : ICommand<Nothing>;

/// <summary>Handles <see cref="AssignOfficer"/>.</summary>
public sealed class AssignOfficerHandler(SessionDesk desk) : IRequestHandler<AssignOfficer, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(AssignOfficer request, CancellationToken cancellationToken) =>
        desk.Do(request.Session, (session, now) => session.AssignOfficer(request.Officer, now), cancellationToken);
}

/// <summary><c>PUT /jury/sessions/{session}/officer</c></summary>
public static class AssignOfficerEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/jury/sessions/{session:int}/officer", (int session, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new AssignOfficer(new SessionId(session), http.User.ToMember())))
        .RequireAuthorization(SessionPolicies.Jury)
        .WithName("assignOfficer")
        .WithSummary("Prendre en charge une session finalisée")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}

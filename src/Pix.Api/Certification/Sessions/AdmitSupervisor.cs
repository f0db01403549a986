using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Opens the supervisors' space to who has the session's code.</summary>
public sealed record AdmitSupervisor(SessionId Session, MemberId Supervisor, string Code) : ICommand<Nothing>;

/// <summary>What is sent.</summary>
public sealed record AdmitSupervisorBody(string? Code);

/// <summary>Handles <see cref="AdmitSupervisor"/>.</summary>
public sealed class AdmitSupervisorHandler(SessionDesk desk) : IRequestHandler<AdmitSupervisor, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(AdmitSupervisor request, CancellationToken cancellationToken) =>
        desk.Do(request.Session, (session, now) => session.AdmitSupervisor(request.Supervisor, request.Code, now), cancellationToken);
}

/// <summary><c>POST /sessions/{session}/supervisors</c></summary>
public static class AdmitSupervisorEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/{session:int}/supervisors", (int session, AdmitSupervisorBody body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new AdmitSupervisor(new SessionId(session), http.User.ToMember(), body.Code ?? string.Empty)))
        .RequireAuthorization(MemberPolicies.Staff)
        .WithName("admitSupervisor")
        .WithSummary("Entrer dans l’espace surveillant, avec le code de la session")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}

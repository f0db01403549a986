using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Lets a candidate start, or go on, once (Rule 11.8).</summary>
public sealed record AuthoriseCandidate(SessionId Session, CandidateId Candidate) : ICommand<Nothing>;

/// <summary>Handles <see cref="AuthoriseCandidate"/>.</summary>
public sealed class AuthoriseCandidateHandler(SessionDesk desk) : IRequestHandler<AuthoriseCandidate, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(AuthoriseCandidate request, CancellationToken cancellationToken)
    {
        var ended = await desk.Ended(request.Session, cancellationToken);
        return await desk.Do(request.Session, (session, now) => session.Authorise(request.Candidate, ended, now), cancellationToken);
    }
}

/// <summary><c>POST /sessions/{session}/candidates/{candidate}/authorisation</c></summary>
public static class AuthoriseCandidateEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(
            "/sessions/{session:int}/candidates/{candidate:guid}/authorisation",
            (int session, Guid candidate, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new AuthoriseCandidate(new SessionId(session), new CandidateId(candidate))))
        .RequireAuthorization(SessionPolicies.Supervisor)
        .WithName("authoriseCandidate")
        .WithSummary("Autoriser un candidat présent à commencer ou à reprendre")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
}

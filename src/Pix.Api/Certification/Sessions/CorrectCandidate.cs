using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Corrects who a candidate is, before the test copies it.</summary>
public sealed record CorrectCandidate(SessionId Session, CandidateId Candidate, CandidateForm Form) : ICommand<Nothing>;

/// <summary>What is written of the candidate is whole.</summary>
public sealed class CorrectCandidateValidator(TimeProvider clock) : CandidateFormValidator<CorrectCandidate>(wish => wish.Form, clock);

/// <summary>Handles <see cref="CorrectCandidate"/>.</summary>
public sealed class CorrectCandidateHandler(SessionDesk desk) : IRequestHandler<CorrectCandidate, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(CorrectCandidate request, CancellationToken cancellationToken) => desk.Do(
        request.Session,
        (session, now) => session.Correct(request.Candidate, request.Form.ToIdentity(), desk.Open, now),
        cancellationToken);
}

/// <summary>Takes a candidate off the list who did not start.</summary>
public sealed record WithdrawCandidate(SessionId Session, CandidateId Candidate) : ICommand<Nothing>;

/// <summary>Handles <see cref="WithdrawCandidate"/>.</summary>
public sealed class WithdrawCandidateHandler(SessionDesk desk) : IRequestHandler<WithdrawCandidate, Outcome<Nothing>>
{
    /// <inheritdoc />
    public Task<Outcome<Nothing>> Handle(WithdrawCandidate request, CancellationToken cancellationToken) =>
        desk.Do(request.Session, (session, now) => session.Withdraw(request.Candidate, now), cancellationToken);
}

/// <summary><c>PUT</c> and <c>DELETE /sessions/{session}/candidates/{candidate}</c></summary>
public static class CorrectCandidateEndpoints
{
    private const string Address = "/sessions/{session:int}/candidates/{candidate:guid}";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPut(Address, (int session, Guid candidate, CandidateForm body, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new CorrectCandidate(new SessionId(session), new CandidateId(candidate), body)))
            .RequireAuthorization(MemberPolicies.CentreManager)
            .WithName("correctCandidate")
            .WithSummary("Corriger un candidat qui n’a pas commencé")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        routes
            .MapDelete(Address, (int session, Guid candidate, UseCaseEndpoint endpoint, HttpContext http) =>
                endpoint.Send(http, new WithdrawCandidate(new SessionId(session), new CandidateId(candidate))))
            .RequireAuthorization(MemberPolicies.CentreManager)
            .WithName("withdrawCandidate")
            .WithSummary("Désinscrire un candidat qui n’a pas commencé")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }
}

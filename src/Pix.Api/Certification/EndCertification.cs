using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A supervisor ends a candidate's test; one that is over stays as it is.</summary>
public sealed record EndCertification(SessionId Session, CandidateId Candidate) : ICommand<Nothing>;

/// <summary>Handles <see cref="EndCertification"/>.</summary>
public sealed class EndCertificationHandler(Aggregates<Certification, CertificationEvent> certifications, CurrentCommand current)
    : IRequestHandler<EndCertification, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(EndCertification request, CancellationToken cancellationToken)
    {
        var decided = await certifications.Decide(
            Streams.Certification(Streams.CertificationOf(request.Session, request.Candidate)),
            current.Value,
            (certification, now) => certification.End(CertificationEnd.Supervisor, now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>POST /sessions/{session}/candidates/{candidate}/end</c></summary>
public static class EndCertificationEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/{session:int}/candidates/{candidate:guid}/end", (int session, Guid candidate, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new EndCertification(new SessionId(session), new CandidateId(candidate))))
        .RequireAuthorization(SessionPolicies.Supervisor)
        .WithName("endCertification")
        .WithSummary("Mettre fin au test d’un candidat")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound);
}

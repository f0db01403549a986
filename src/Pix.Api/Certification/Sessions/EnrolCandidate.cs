using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Enrols one candidate (Rule 11.4).</summary>
public sealed record EnrolCandidate(SessionId Session, CandidateForm Form) : ICommand<EnrolledCandidates>;

/// <summary>Who was enrolled, and a warning when more are than may be in the test at the same time (Rule D15).</summary>
public sealed record EnrolledCandidates(IReadOnlyList<Guid> Candidates, int Enrolled, string? Warning)
{
    internal static EnrolledCandidates Of(IEnumerable<SessionEvent> events, Session after, SessionRules rules) => new(
        [.. events.OfType<CandidateEnrolled>().Select(enrolled => enrolled.Candidate.Value)],
        after.Candidates.Count,
        after.Candidates.Count > rules.Capacity
            ? $"{after.Candidates.Count} candidats sont inscrits ; {rules.Capacity} au plus passent leur test en même temps."
            : null);
}

/// <summary>What is written of the candidate is whole.</summary>
public sealed class EnrolCandidateValidator(TimeProvider clock) : CandidateFormValidator<EnrolCandidate>(wish => wish.Form, clock);

/// <summary>Handles <see cref="EnrolCandidate"/>.</summary>
public sealed class EnrolCandidateHandler(SessionDesk desk, SessionRules rules) : IRequestHandler<EnrolCandidate, Outcome<EnrolledCandidates>>
{
    /// <inheritdoc />
    public async Task<Outcome<EnrolledCandidates>> Handle(EnrolCandidate request, CancellationToken cancellationToken)
    {
        var candidate = new NewCandidate(
            new CandidateId(desk.Command.IdFor("candidate")), new PersonId(desk.Command.IdFor("person")), request.Form.ToIdentity(), null);
        var decided = await desk.Decide(
            request.Session,
            (session, now) => session.Enrol(request.Session, [candidate], desk.Open, desk.Draw, now),
            cancellationToken);
        return decided.ToOutcome(done => EnrolledCandidates.Of(done.Events, done.After, rules), created: true);
    }
}

/// <summary><c>POST /sessions/{session}/candidates</c></summary>
public static class EnrolCandidateEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/sessions/{session:int}/candidates", (int session, CandidateForm body, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new EnrolCandidate(new SessionId(session), body), _ => $"/sessions/{session}"))
        .RequireAuthorization(MemberPolicies.CentreManager)
        .WithName("enrolCandidate")
        .WithSummary("Inscrire un candidat")
        .Produces<EnrolledCandidates>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

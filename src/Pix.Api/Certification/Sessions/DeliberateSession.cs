using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The jury decides uncontested certifications together, with minutes (Rule D22).</summary>
public sealed record DeliberateSession(SessionId Session, IReadOnlyList<Guid> Certifications, string Minutes) : ICommand<HeldDeliberation>;

/// <summary>What is sent.</summary>
public sealed record DeliberateSessionBody(IReadOnlyList<Guid>? Certifications, string? Minutes);

/// <summary>How many deliberations the session has had.</summary>
public sealed record HeldDeliberation(int Deliberations);

/// <summary>Handles <see cref="DeliberateSession"/>.</summary>
public sealed class DeliberateSessionHandler(SessionDesk desk, JudgedTests judged) : IRequestHandler<DeliberateSession, Outcome<HeldDeliberation>>
{
    /// <inheritdoc />
    public async Task<Outcome<HeldDeliberation>> Handle(DeliberateSession request, CancellationToken cancellationToken)
    {
        var known = (await judged.Of(request.Session, cancellationToken)).ToDictionary(test => test.Certification);
        List<JudgedTest> tests =
        [
            .. request.Certifications
                .Select(id => new CertificationId(id))
                .Select(id => known.TryGetValue(id, out var test) ? test : new JudgedTest(id)),
        ];
        var decided = await desk.Decide(request.Session, (session, now) => session.Deliberate(tests, request.Minutes, now), cancellationToken);
        return decided.ToOutcome(done => new HeldDeliberation(done.After.Deliberations), created: true);
    }
}

/// <summary><c>POST /jury/sessions/{session}/deliberations</c></summary>
public static class DeliberateSessionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/jury/sessions/{session:int}/deliberations", (int session, DeliberateSessionBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new DeliberateSession(new SessionId(session), body.Certifications ?? [], body.Minutes ?? string.Empty),
            _ => $"/jury/sessions/{session}"))
        .RequireAuthorization(SessionPolicies.Jury)
        .WithName("deliberateSession")
        .WithSummary("Délibérer ensemble des certifications que rien ne conteste")
        .Produces<HeldDeliberation>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

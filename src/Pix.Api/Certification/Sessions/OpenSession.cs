using FluentValidation;
using MediatR;
using Pix.Domain;

namespace Pix.Api;

/// <summary>Opens a certification session in a centre (Rules 11.2, D26).</summary>
public sealed record OpenSession(OrganisationId Centre, SessionForm Form) : ICommand<OpenedSession>;

/// <summary>The session by its number, and the two codes of its papers.</summary>
public sealed record OpenedSession(int Session, string AccessCode, string SupervisorCode);

/// <summary>Everything but the description is required (Rule 11.2).</summary>
public sealed class OpenSessionValidator : AbstractValidator<OpenSession>
{
    /// <summary>The rules.</summary>
    public OpenSessionValidator() => RuleFor(wish => wish.Form).HasNoFaults(form => form.Faults());
}

/// <summary>Handles <see cref="OpenSession"/>.</summary>
public sealed class OpenSessionHandler(SessionDesk desk) : IRequestHandler<OpenSession, Outcome<OpenedSession>>
{
    /// <inheritdoc />
    public async Task<Outcome<OpenedSession>> Handle(OpenSession request, CancellationToken cancellationToken)
    {
        var isApproved = await desk.IsApproved(request.Centre, cancellationToken);
        var papers = new PersonId(desk.Command.IdFor("papers"));
        foreach (var number in SessionDecisions.NumbersToTry(desk.Draw))
        {
            var decided = await desk.Decide(
                number,
                (session, now) => session.Open(request.Centre, isApproved, papers, request.Form, desk.Draw, now),
                cancellationToken);
            if (decided.Refusal == Refusal.SessionNumberTaken) continue;
            return decided.ToOutcome(
                done => new OpenedSession(number.Value, done.After.Opened!.AccessCode, done.After.Opened.SupervisorCode),
                created: true);
        }

        return Refusal.SessionNumberTaken;
    }
}

/// <summary><c>POST /centres/{centre}/sessions</c></summary>
public static class OpenSessionEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/centres/{centre:guid}/sessions", (Guid centre, SessionForm body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
            http,
            new OpenSession(new OrganisationId(centre), body),
            reply => $"/sessions/{reply.Session}"))
        .RequireAuthorization(MemberPolicies.CentreManager)
        .WithName("openSession")
        .WithSummary("Ouvrir une session de certification")
        .Produces<OpenedSession>(StatusCodes.Status201Created)
        .ProducesProblems(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
}

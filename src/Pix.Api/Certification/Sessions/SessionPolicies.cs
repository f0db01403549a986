using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Who may do what with a session, beside the members of its centre.</summary>
public static class SessionPolicies
{
    /// <summary>A member of the session's centre, or who showed its supervisors' code.</summary>
    public const string Supervisor = "session-supervisor";

    /// <summary>A jury.</summary>
    public const string Jury = "jury-of-sessions";

    /// <summary>Any learner: whose account it is follows from the token.</summary>
    public const string Candidate = "joining-candidate";

    /// <summary>Adds them.</summary>
    public static AuthorizationBuilder AddSessionPolicies(this AuthorizationBuilder policies) => policies
        .AddPolicy(Supervisor, policy => policy.RequireAuthenticatedUser().AddRequirements(new SupervisorRequirement()))
        .AddPolicy(Jury, policy => policy.RequireRole(Roles.Jury))
        .AddPolicy(Candidate, policy => policy.RequireRole(Roles.Learner));

    /// <summary>Adds what they look up.</summary>
    public static IServiceCollection AddSessionLookup(this IServiceCollection services) => services
        .AddSingleton<IAuthorizationHandler, SupervisorHandler>()
        .AddSingleton<IOrganisationOfRoute, CentreOfSession>();
}

/// <summary>A member of the centre in one of its roles, or who was admitted by the supervisors' code.</summary>
public sealed record SupervisorRequirement : IAuthorizationRequirement;

/// <summary>Looks both up in the session of the address.</summary>
public sealed class SupervisorHandler(
    Aggregates<Session, SessionEvent> sessions,
    Aggregates<Organisation, OrganisationEvent> organisations) : AuthorizationHandler<SupervisorRequirement>
{
    private static readonly string[] ComesAs = [Roles.CentreHead, Roles.CentreReferent, Roles.Supervisor];

    /// <inheritdoc />
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SupervisorRequirement requirement)
    {
        if (context.Resource is not HttpContext http || !ComesAs.Contains(context.User.FindFirstValue(ClaimTypes.Role))) return;
        if (CentreOfSession.Read(http.Request.RouteValues["session"] as string) is not { } id) return;
        var session = (await sessions.Load(Streams.Session(id), http.RequestAborted)).State;
        if (session.Opened is not { } opened) return;
        var member = http.User.ToMember();
        var centre = (await organisations.Load(Streams.Organisation(opened.Centre), http.RequestAborted)).State;
        if (session.Supervisors.Contains(member) || centre.RoleOf(member, Team.Centre) is not null) context.Succeed(requirement);
    }
}

/// <summary><c>{session}</c>: the centre that opened it.</summary>
internal sealed class CentreOfSession(Aggregates<Session, SessionEvent> sessions) : IOrganisationOfRoute
{
    public string RouteValue => "session";

    public static SessionId? Read(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new SessionId(value) : null;

    public async ValueTask<OrganisationId?> Find(string value, CancellationToken cancel) =>
        Read(value) is { } session ? (await sessions.Load(Streams.Session(session), cancel)).State.Opened?.Centre : null;
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>
/// Somebody who comes in one of these roles, and today is a member of the organisation that the address is about, with one of those: what the
/// token says is what they come as, what the organisation says is what they are. Some roles need no membership.
/// </summary>
public sealed record MembershipRequirement(
    IReadOnlySet<string> ComesAs,
    IReadOnlySet<MemberRole> Is,
    IReadOnlySet<string> WithoutMembership) : IAuthorizationRequirement;

/// <summary>
/// Looks a membership up. What does not exist and what is somebody else's are answered alike, by 403: nobody learns what others have.
/// </summary>
public sealed class MembershipHandler(
    Aggregates<Organisation, OrganisationEvent> organisations,
    IEnumerable<IOrganisationOfRoute> ways) : AuthorizationHandler<MembershipRequirement>
{
    private readonly Dictionary<string, IOrganisationOfRoute> _ways = ways.ToDictionary(way => way.RouteValue);

    /// <inheritdoc />
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MembershipRequirement requirement)
    {
        if (context.Resource is not HttpContext http || context.User.FindFirstValue(ClaimTypes.Role) is not { } role) return;
        if (requirement.WithoutMembership.Contains(role) || (requirement.ComesAs.Contains(role) && await IsMember(http, requirement)))
            context.Succeed(requirement);
    }

    private async ValueTask<bool> IsMember(HttpContext http, MembershipRequirement requirement)
    {
        if (await OrganisationOf(http) is not { } id) return false;
        var organisation = (await organisations.Load(Streams.Organisation(id), http.RequestAborted)).State;
        var member = http.User.ToMember();
        return organisation.Members.Exists(membership => membership.Member == member && requirement.Is.Contains(membership.Role));
    }

    // Null unless everything that the address names is of one organisation: one's own does not open another's.
    private async ValueTask<OrganisationId?> OrganisationOf(HttpContext http)
    {
        OrganisationId? found = null;
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (value is not string text || !_ways.TryGetValue(name, out var way)) continue;
            var organisation = await way.Find(text, http.RequestAborted);
            if (organisation is null || (found is not null && found != organisation)) return null;
            found = organisation;
        }

        return found;
    }
}

using Microsoft.AspNetCore.Authorization;
using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// Policies of who works in the organisation that an address is about. An address with <c>{organisation}</c> or <c>{centre}</c> says which; others
/// have an <see cref="IOrganisationOfRoute"/> of their own.
/// </summary>
public static class MemberPolicies
{
    /// <summary>Any member of the organisation.</summary>
    public const string OrganisationMember = "organisation-member";

    /// <summary>An administrator of the organisation.</summary>
    public const string OrganisationAdministrator = "organisation-administrator";

    /// <summary>Any member of the organisation, or the operator.</summary>
    public const string OrganisationReader = "organisation-reader";

    /// <summary>Who manages the organisation's team: an administrator, or the operator.</summary>
    public const string OrganisationTeam = "organisation-team";

    /// <summary>Any member of the centre.</summary>
    public const string CentreMember = "centre-member";

    /// <summary>The centre's head or referent.</summary>
    public const string CentreManager = "centre-manager";

    /// <summary>Any member of the centre, or the operator.</summary>
    public const string CentreReader = "centre-reader";

    /// <summary>Who manages the centre's team: its head, a referent, or the operator.</summary>
    public const string CentreTeam = "centre-team";

    /// <summary>Whoever works in some organisation: comes as a teacher, an administrator, or a member of a centre.</summary>
    public const string Staff = "staff";

    private static readonly string[] OfOrganisation = [Roles.Teacher, Roles.SchoolAdministrator];
    private static readonly string[] OfCentre = [Roles.CentreHead, Roles.CentreReferent, Roles.Supervisor];
    private static readonly MemberRole[] Members = [MemberRole.Administrator, MemberRole.Member];
    private static readonly MemberRole[] CentreMembers = [MemberRole.CentreHead, MemberRole.CentreReferent, MemberRole.CentreSupervisor];

    /// <summary>Adds the policies.</summary>
    public static AuthorizationBuilder AddMemberships(this AuthorizationBuilder policies)
    {
        string[] managesCentre = [Roles.CentreHead, Roles.CentreReferent];
        MemberRole[] centreManagers = [MemberRole.CentreHead, MemberRole.CentreReferent];
        string[] nobodyElse = [];
        string[] orOperator = [Roles.Operator];
        return policies
            .Add(OrganisationMember, OfOrganisation, Members, nobodyElse)
            .Add(OrganisationReader, OfOrganisation, Members, orOperator)
            .Add(OrganisationAdministrator, [Roles.SchoolAdministrator], [MemberRole.Administrator], nobodyElse)
            .Add(OrganisationTeam, [Roles.SchoolAdministrator], [MemberRole.Administrator], orOperator)
            .Add(CentreMember, OfCentre, CentreMembers, nobodyElse)
            .Add(CentreReader, OfCentre, CentreMembers, orOperator)
            .Add(CentreManager, managesCentre, centreManagers, nobodyElse)
            .Add(CentreTeam, managesCentre, centreManagers, orOperator)
            .AddPolicy(Staff, policy => policy.RequireRole([.. OfOrganisation, .. OfCentre]));
    }

    /// <summary>Adds what the policies look memberships up with.</summary>
    public static IServiceCollection AddMembershipLookup(this IServiceCollection services) => services
        .AddSingleton<IAuthorizationHandler, MembershipHandler>()
        .AddSingleton<IOrganisationOfRoute>(new OrganisationById("organisation"))
        .AddSingleton<IOrganisationOfRoute>(new OrganisationById("centre"));

    private static AuthorizationBuilder Add(
        this AuthorizationBuilder policies,
        string name,
        IEnumerable<string> comesAs,
        IEnumerable<MemberRole> isOneOf,
        IEnumerable<string> withoutMembership) =>
        policies.AddPolicy(name, policy => policy
            .RequireAuthenticatedUser()
            .AddRequirements(new MembershipRequirement(comesAs.ToHashSet(), isOneOf.ToHashSet(), withoutMembership.ToHashSet())));
}

using System.Globalization;
using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// The addresses of a team: those of an organisation under <c>/organisations/{organisation}</c>, those of its centre under
/// <c>/centres/{centre}</c>, with the same use cases behind.
/// </summary>
internal sealed record TeamRoutes(Team Team, string RouteValue, string Prefix, string ReadPolicy, string ManagePolicy, string OperationSuffix)
{
    public static IReadOnlyList<TeamRoutes> All { get; } =
    [
        new(Team.Organisation, "organisation", "/organisations/{organisation:guid}", MemberPolicies.OrganisationReader, MemberPolicies.OrganisationTeam, ""),
        new(Team.Centre, "centre", "/centres/{centre:guid}", MemberPolicies.CentreReader, MemberPolicies.CentreTeam, "OfCentre"),
    ];

    /// <summary>The organisation that an address is about.</summary>
    public OrganisationId OrganisationOf(HttpContext http) => new(Guid.Parse((string)http.Request.RouteValues[RouteValue]!, CultureInfo.InvariantCulture));

    /// <summary>The operation's name, once for each team.</summary>
    public string Named(string operation) => operation + OperationSuffix;
}

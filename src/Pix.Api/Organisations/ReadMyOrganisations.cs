using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>Where somebody works, read at this log position or later.</summary>
public sealed record ReadMyOrganisations(MemberId Member, Position AtLeast) : IQuery<MyOrganisationsView>;

/// <summary>Where the token's account works, by name: one line for each team.</summary>
public sealed record MyOrganisationsView(Guid MemberId, IReadOnlyList<MyOrganisationView> Organisations);

/// <summary>An organisation, and what one is there.</summary>
public sealed record MyOrganisationView(Guid OrganisationId, string Name, string Kind, string Role);

/// <summary>Handles <see cref="ReadMyOrganisations"/>.</summary>
public sealed class ReadMyOrganisationsHandler(ReadModels readModels, OrganisationReader organisations)
    : IRequestHandler<ReadMyOrganisations, Outcome<MyOrganisationsView>>
{
    /// <inheritdoc />
    public async Task<Outcome<MyOrganisationsView>> Handle(ReadMyOrganisations request, CancellationToken cancellationToken)
    {
        await readModels.Reached(OrganisationReader.ReadModel, request.AtLeast, cancellationToken);
        return Outcome<MyOrganisationsView>.Of(new MyOrganisationsView(
            request.Member.Value,
            [.. organisations.SeatsOf(request.Member)
                .Select(seat => new MyOrganisationView(seat.Organisation.Value, seat.Name, Text.Of(seat.Kind), Text.Of(seat.Role)))]));
    }
}

/// <summary><c>GET /my/organisations</c></summary>
public static class ReadMyOrganisationsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/my/organisations", (UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadMyOrganisations(http.User.ToMember(), MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.Staff)
        .WithName("readMyOrganisations")
        .WithSummary("Lire les établissements dont on est membre")
        .Produces<MyOrganisationsView>()
        .ProducesProblems(StatusCodes.Status503ServiceUnavailable);
}

using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>What an organisation is.</summary>
public sealed record ReadOrganisation(OrganisationId Organisation) : IQuery<OrganisationView>;

/// <summary>An organisation; <paramref name="Centre"/>: it may hold certification sessions.</summary>
public sealed record OrganisationView(
    Guid OrganisationId,
    string Name,
    string Kind,
    string? ExternalId,
    string Province,
    bool ManagesPupils,
    bool ShowsSkills,
    bool Centre,
    DateTimeOffset RegisteredAt);

/// <summary>Handles <see cref="ReadOrganisation"/>.</summary>
public sealed class ReadOrganisationHandler(Aggregates<Organisation, OrganisationEvent> organisations)
    : IRequestHandler<ReadOrganisation, Outcome<OrganisationView>>
{
    /// <inheritdoc />
    public async Task<Outcome<OrganisationView>> Handle(ReadOrganisation request, CancellationToken cancellationToken)
    {
        var loaded = await organisations.Load(Streams.Organisation(request.Organisation), cancellationToken);
        if (loaded.State.Facts is not { } facts) return Refusal.OrganisationUnknown;
        return Outcome<OrganisationView>.Of(
            new OrganisationView(
                request.Organisation.Value,
                facts.Name,
                Text.Of(facts.Kind),
                facts.ExternalId,
                facts.Province,
                facts.ManagesPupils,
                facts.ShowsSkills,
                loaded.State.IsCentre,
                loaded.State.RegisteredAt),
            loaded.Position);
    }
}

/// <summary><c>GET /organisations/{organisation}</c> and <c>GET /centres/{centre}</c></summary>
public static class ReadOrganisationEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var team in TeamRoutes.All)
        {
            routes
                .MapGet(team.Prefix, (UseCaseEndpoint endpoint, HttpContext http) => endpoint.Ask(http, new ReadOrganisation(team.OrganisationOf(http))))
                .RequireAuthorization(team.ReadPolicy)
                .WithName(team.Named("readOrganisation"))
                .WithSummary("Lire un établissement")
                .Produces<OrganisationView>()
                .ProducesProblems(StatusCodes.Status404NotFound);
        }
    }
}

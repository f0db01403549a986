using MediatR;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The figures of the establishments that are looked for, read at this log position or later.</summary>
public sealed record ReadDashboard(OrganisationFilter Filter, Position AtLeast) : IQuery<DashboardView>;

/// <summary>An academy's dashboard: in total, and by kind of establishment.</summary>
public sealed record DashboardView(string? Province, long Establishments, FiguresView Total, IReadOnlyList<KindFiguresView> Kinds);

/// <summary>The establishments of one kind together.</summary>
public sealed record KindFiguresView(string Kind, long Establishments, FiguresView Figures);

/// <summary>Handles <see cref="ReadDashboard"/>.</summary>
public sealed class ReadDashboardHandler(ReadModels readModels, OrganisationReader organisations)
    : IRequestHandler<ReadDashboard, Outcome<DashboardView>>
{
    /// <inheritdoc />
    public async Task<Outcome<DashboardView>> Handle(ReadDashboard request, CancellationToken cancellationToken)
    {
        await readModels.Reached(OrganisationReader.ReadModel, request.AtLeast, cancellationToken);
        var kinds = organisations.Figures(request.Filter);
        var total = new FiguresView(
            kinds.Sum(kind => kind.Figures.Invited),
            kinds.Sum(kind => kind.Figures.Accepted),
            kinds.Sum(kind => kind.Figures.Pupils),
            kinds.Sum(kind => kind.Figures.Participants),
            kinds.Sum(kind => kind.Figures.Results));
        return Outcome<DashboardView>.Of(new DashboardView(
            request.Filter.Province,
            kinds.Sum(kind => kind.Establishments),
            total,
            [.. kinds.Select(kind => new KindFiguresView(Text.Of(kind.Kind), kind.Establishments, FiguresView.Of(kind.Figures)))]));
    }
}

/// <summary><c>GET /academy/dashboard</c> and <c>GET /academy/establishments</c></summary>
public static class AcademyEndpoints
{
    /// <summary>Maps them: the same filters for the figures together and for each establishment's.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/academy/dashboard", (UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ReadDashboard(OrganisationFilters.Of(http), MinimumPosition.Of(http, log))))
            .RequireAuthorization(Policies.AcademyStaff)
            .WithName("readDashboard")
            .WithSummary("Lire le tableau de bord d’une académie")
            .Produces<DashboardView>()
            .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
        routes
            .MapGet("/academy/establishments", (UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
                endpoint.Ask(http, new ListOrganisations(OrganisationFilters.Of(http), PageRequest.Of(http), MinimumPosition.Of(http, log))))
            .RequireAuthorization(Policies.AcademyStaff)
            .WithName("listEstablishments")
            .WithSummary("Suivre les établissements d’une académie, un par un")
            .Produces<PageView<EstablishmentView>>()
            .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
    }
}

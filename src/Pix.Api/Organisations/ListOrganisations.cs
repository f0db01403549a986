using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>A page of the organisations that are looked for, read at this log position or later.</summary>
public sealed record ListOrganisations(OrganisationFilter Filter, PageRequest Page, Position AtLeast) : IQuery<PageView<EstablishmentView>>;

/// <summary>
/// An organisation in a list, with its figures: invitations sent and accepted, pupils of its latest import, participants of its campaigns and
/// results received.
/// </summary>
public sealed record EstablishmentView(Guid OrganisationId, string Name, string Kind, string? ExternalId, string Province, bool Centre, FiguresView Figures)
{
    /// <summary>As the API writes it.</summary>
    public static EstablishmentView Of(OrganisationEntry entry) => new(
        entry.Organisation.Value, entry.Name, Text.Of(entry.Kind), entry.ExternalId, entry.Province, entry.IsCentre, FiguresView.Of(entry.Figures));
}

/// <summary>The figures of one establishment, or of several together.</summary>
public sealed record FiguresView(long InvitationsSent, long InvitationsAccepted, long Pupils, long Participants, long ResultsReceived)
{
    /// <summary>As the API writes them.</summary>
    public static FiguresView Of(EstablishmentFigures figures) =>
        new(figures.Invited, figures.Accepted, figures.Pupils, figures.Participants, figures.Results);
}

/// <summary>Handles <see cref="ListOrganisations"/>.</summary>
public sealed class ListOrganisationsHandler(ReadModels readModels, OrganisationReader organisations)
    : IRequestHandler<ListOrganisations, Outcome<PageView<EstablishmentView>>>
{
    /// <inheritdoc />
    public async Task<Outcome<PageView<EstablishmentView>>> Handle(ListOrganisations request, CancellationToken cancellationToken)
    {
        await readModels.Reached(OrganisationReader.ReadModel, request.AtLeast, cancellationToken);
        var (page, total) = organisations.List(request.Filter, request.Page.Skip, request.Page.PageSize);
        return Outcome<PageView<EstablishmentView>>.Of(request.Page.Of<EstablishmentView>([.. page.Select(EstablishmentView.Of)], total));
    }
}

/// <summary>What lists of organisations are filtered by: <c>?search=…&amp;kind=…&amp;province=…</c>.</summary>
internal static class OrganisationFilters
{
    public static OrganisationFilter Of(HttpContext http) => new(
        Given(http, "search"),
        Given(http, "kind") is { } kind ? Text.Find<OrganisationKind>(kind) ?? throw new RefusedException(KindUnknown(kind)) : null,
        Given(http, "province"));

    private static string? Given(HttpContext http, string name) =>
        http.Request.Query.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.ToString().Trim() : null;

    private static Refusal KindUnknown(string kind) =>
        new Refusal(RefusalKind.Invalid, "organisation_kind_unknown", $"Le type d’établissement est à choisir parmi : {Text.Choices<OrganisationKind>()}.").With("kind", kind);
}

/// <summary><c>GET /organisations</c></summary>
public static class ListOrganisationsEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations", (UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ListOrganisations(OrganisationFilters.Of(http), PageRequest.Of(http), MinimumPosition.Of(http, log))))
        .RequireAuthorization(Policies.ServiceOperator)
        .WithName("listOrganisations")
        .WithSummary("Chercher des établissements")
        .Produces<PageView<EstablishmentView>>()
        .ProducesProblems(StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
}

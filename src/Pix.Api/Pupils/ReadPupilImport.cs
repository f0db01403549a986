using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>How an import goes on.</summary>
public sealed record ReadPupilImport(OrganisationId Organisation, ImportId Import) : IQuery<PupilImportView>;

/// <summary>Handles <see cref="ReadPupilImport"/>.</summary>
public sealed class ReadPupilImportHandler(Aggregates<Organisation, OrganisationEvent> organisations)
    : IRequestHandler<ReadPupilImport, Outcome<PupilImportView>>
{
    /// <inheritdoc />
    public async Task<Outcome<PupilImportView>> Handle(ReadPupilImport request, CancellationToken cancellationToken)
    {
        var loaded = await organisations.Load(Streams.Organisation(request.Organisation), cancellationToken);
        return loaded.State.FindImport(request.Import) is { } import
            ? Outcome<PupilImportView>.Of(PupilImportView.Of(import), loaded.Position)
            : Refusal.ImportUnknown;
    }
}

/// <summary><c>GET /organisations/{organisation}/pupils/imports/{import}</c></summary>
public static class ReadPupilImportEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations/{organisation:guid}/pupils/imports/{import:guid}", (Guid organisation, Guid import, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Ask(http, new ReadPupilImport(new OrganisationId(organisation), new ImportId(import))))
        .RequireAuthorization(MemberPolicies.OrganisationAdministrator)
        .WithName("readPupilImport")
        .WithSummary("Suivre une importation d’élèves")
        .Produces<PupilImportView>()
        .ProducesProblems(StatusCodes.Status404NotFound);
}

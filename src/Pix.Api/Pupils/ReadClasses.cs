using MediatR;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>The classes of a school, read at this log position or later.</summary>
public sealed record ReadClasses(OrganisationId Organisation, Position AtLeast) : IQuery<ClassesView>;

/// <summary>The classes, by name: how many pupils, and how many of them have an account.</summary>
public sealed record ClassesView(IReadOnlyList<ClassView> Classes);

/// <summary>Handles <see cref="ReadClasses"/>.</summary>
public sealed class ReadClassesHandler(ReadModels readModels, PupilReader pupils) : IRequestHandler<ReadClasses, Outcome<ClassesView>>
{
    /// <inheritdoc />
    public async Task<Outcome<ClassesView>> Handle(ReadClasses request, CancellationToken cancellationToken)
    {
        await readModels.Reached(PupilReader.ReadModel, request.AtLeast, cancellationToken);
        return Outcome<ClassesView>.Of(new ClassesView(pupils.Classes(request.Organisation)));
    }
}

/// <summary><c>GET /organisations/{organisation}/classes</c></summary>
public static class ReadClassesEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/organisations/{organisation:guid}/classes", (Guid organisation, UseCaseEndpoint endpoint, LogIdentity log, HttpContext http) =>
            endpoint.Ask(http, new ReadClasses(new OrganisationId(organisation), MinimumPosition.Of(http, log))))
        .RequireAuthorization(MemberPolicies.OrganisationMember)
        .WithName("readClasses")
        .WithSummary("Lire les classes d’un établissement")
        .Produces<ClassesView>()
        .ProducesProblems(StatusCodes.Status503ServiceUnavailable);
}

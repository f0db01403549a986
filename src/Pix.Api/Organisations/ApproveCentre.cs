using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Lets an organisation hold certification sessions (Rule D26).</summary>
public sealed record ApproveCentre(OrganisationId Organisation) : ICommand<Nothing>;

/// <summary>Handles <see cref="ApproveCentre"/>.</summary>
public sealed class ApproveCentreHandler(Aggregates<Organisation, OrganisationEvent> organisations, CurrentCommand current)
    : IRequestHandler<ApproveCentre, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(ApproveCentre request, CancellationToken cancellationToken)
    {
        var decided = await organisations.Decide(
            Streams.Organisation(request.Organisation), current.Value, (organisation, now) => organisation.ApproveCentre(now), cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>PUT /organisations/{organisation}/centre</c></summary>
public static class ApproveCentreEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/organisations/{organisation:guid}/centre", (Guid organisation, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new ApproveCentre(new OrganisationId(organisation))))
        .RequireAuthorization(Policies.ServiceOperator)
        .WithName("approveCentre")
        .WithSummary("Agréer un établissement comme centre de certification")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound);
}

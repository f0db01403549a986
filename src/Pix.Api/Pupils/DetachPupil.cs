using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Takes a pupil's account off them: for who attached the wrong one.</summary>
public sealed record DetachPupil(OrganisationId Organisation, PupilId Pupil) : ICommand<Nothing>;

/// <summary>Handles <see cref="DetachPupil"/>.</summary>
public sealed class DetachPupilHandler(NodeAggregates aggregates, CurrentCommand current) : IRequestHandler<DetachPupil, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(DetachPupil request, CancellationToken cancellationToken)
    {
        var decided = await aggregates.Pupils.Decide(
            Streams.Pupil(request.Pupil),
            current.Value,
            (pupil, now) => pupil.Organisation == request.Organisation ? pupil.Detach(now) : Refusal.PupilUnknown,
            cancellationToken);
        if (decided.Before.Learner is { } learner) await PupilAttaching.Settle(aggregates, request.Pupil, learner, cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>DELETE /organisations/{organisation}/pupils/{pupil}/attachment</c></summary>
public static class DetachPupilEndpoint
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/organisations/{organisation:guid}/pupils/{pupil:guid}/attachment", (Guid organisation, Guid pupil, UseCaseEndpoint endpoint, HttpContext http) =>
            endpoint.Send(http, new DetachPupil(new OrganisationId(organisation), new PupilId(pupil))))
        .RequireAuthorization(MemberPolicies.OrganisationAdministrator)
        .WithName("detachPupil")
        .WithSummary("Détacher le compte d’un élève")
        .Produces(StatusCodes.Status204NoContent)
        .ProducesProblems(StatusCodes.Status404NotFound);
}

using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Takes an invitation back, while nobody used it.</summary>
public sealed record CancelInvitation(OrganisationId Organisation, Team Team, int Invitation) : ICommand<Nothing>;

/// <summary>Handles <see cref="CancelInvitation"/>.</summary>
public sealed class CancelInvitationHandler(Aggregates<Organisation, OrganisationEvent> organisations, CurrentCommand current)
    : IRequestHandler<CancelInvitation, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(CancelInvitation request, CancellationToken cancellationToken)
    {
        var decided = await organisations.Decide(
            Streams.Organisation(request.Organisation),
            current.Value,
            (organisation, now) => organisation.CancelInvitation(request.Invitation, request.Team, now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>DELETE …/invitations/{invitation}</c></summary>
public static class CancelInvitationEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var team in TeamRoutes.All)
        {
            routes
                .MapDelete($"{team.Prefix}/invitations/{{invitation:int}}", (int invitation, UseCaseEndpoint endpoint, HttpContext http) =>
                    endpoint.Send(http, new CancelInvitation(team.OrganisationOf(http), team.Team, invitation)))
                .RequireAuthorization(team.ManagePolicy)
                .WithName(team.Named("cancelInvitation"))
                .WithSummary("Annuler une invitation qui n’a pas servi")
                .Produces(StatusCodes.Status204NoContent)
                .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        }
    }
}

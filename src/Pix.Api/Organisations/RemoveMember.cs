using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Removes a member from a team; who manages it last stays (Rule 12.2).</summary>
public sealed record RemoveMember(OrganisationId Organisation, Team Team, MemberId Member) : ICommand<Nothing>;

/// <summary>Handles <see cref="RemoveMember"/>.</summary>
public sealed class RemoveMemberHandler(Aggregates<Organisation, OrganisationEvent> organisations, CurrentCommand current)
    : IRequestHandler<RemoveMember, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(RemoveMember request, CancellationToken cancellationToken)
    {
        var decided = await organisations.Decide(
            Streams.Organisation(request.Organisation),
            current.Value,
            (organisation, now) => organisation.Remove(request.Member, request.Team, now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>DELETE …/members/{member}</c></summary>
public static class RemoveMemberEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var team in TeamRoutes.All)
        {
            routes
                .MapDelete($"{team.Prefix}/members/{{member:guid}}", (Guid member, UseCaseEndpoint endpoint, HttpContext http) =>
                    endpoint.Send(http, new RemoveMember(team.OrganisationOf(http), team.Team, new MemberId(member))))
                .RequireAuthorization(team.ManagePolicy)
                .WithName(team.Named("removeMember"))
                .WithSummary("Retirer un membre de l’équipe")
                .Produces(StatusCodes.Status204NoContent)
                .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        }
    }
}

using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Gives a member another role in the same team (Rule 12.2).</summary>
public sealed record ChangeMemberRole(OrganisationId Organisation, Team Team, MemberId Member, string Role) : ICommand<Nothing>;

/// <summary>What is sent.</summary>
public sealed record ChangeMemberRoleBody(string? Role);

/// <summary>A role of the team.</summary>
public sealed class ChangeMemberRoleValidator : AbstractValidator<ChangeMemberRole>
{
    /// <summary>The rules.</summary>
    public ChangeMemberRoleValidator() => RuleFor(wish => wish.Role)
        .Must((wish, role) => Text.Find<MemberRole>(role)?.Team() == wish.Team)
        .WithMessage(wish => TeamRoles.Expected(wish.Team));
}

/// <summary>Handles <see cref="ChangeMemberRole"/>.</summary>
public sealed class ChangeMemberRoleHandler(Aggregates<Organisation, OrganisationEvent> organisations, CurrentCommand current)
    : IRequestHandler<ChangeMemberRole, Outcome<Nothing>>
{
    /// <inheritdoc />
    public async Task<Outcome<Nothing>> Handle(ChangeMemberRole request, CancellationToken cancellationToken)
    {
        var role = Text.Find<MemberRole>(request.Role)!.Value;
        var decided = await organisations.Decide(
            Streams.Organisation(request.Organisation),
            current.Value,
            (organisation, now) => organisation.ChangeRole(request.Member, role, now),
            cancellationToken);
        return decided.ToOutcome();
    }
}

/// <summary><c>PUT …/members/{member}</c></summary>
public static class ChangeMemberRoleEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var team in TeamRoutes.All)
        {
            routes
                .MapPut($"{team.Prefix}/members/{{member:guid}}", (Guid member, ChangeMemberRoleBody body, UseCaseEndpoint endpoint, HttpContext http) =>
                    endpoint.Send(http, new ChangeMemberRole(team.OrganisationOf(http), team.Team, new MemberId(member), body.Role ?? string.Empty)))
                .RequireAuthorization(team.ManagePolicy)
                .WithName(team.Named("changeMemberRole"))
                .WithSummary("Changer le rôle d’un membre de l’équipe")
                .Produces(StatusCodes.Status204NoContent)
                .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        }
    }
}

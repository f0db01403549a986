using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The members of a team.</summary>
public sealed record ReadTeam(OrganisationId Organisation, Team Team) : IQuery<TeamView>;

/// <summary>The invitations into a team that wait for an answer.</summary>
public sealed record ReadInvitations(OrganisationId Organisation, Team Team) : IQuery<InvitationsView>;

/// <summary>The members, in the order in which they came.</summary>
public sealed record TeamView(Guid OrganisationId, IReadOnlyList<MemberView> Members);

/// <summary>A member; the address is the one that was invited, null once erased.</summary>
public sealed record MemberView(Guid MemberId, string Role, string? Email, DateTimeOffset Since);

/// <summary>What waits for an answer, the oldest first.</summary>
public sealed record InvitationsView(Guid OrganisationId, IReadOnlyList<InvitationView> Pending);

/// <summary>An invitation; <paramref name="SentAt"/> is null until the mail left, the address once erased.</summary>
public sealed record InvitationView(int Invitation, string Role, string? Email, DateTimeOffset InvitedAt, DateTimeOffset? SentAt);

/// <summary>Handles <see cref="ReadTeam"/> and <see cref="ReadInvitations"/>.</summary>
public sealed class ReadTeamHandler(Aggregates<Organisation, OrganisationEvent> organisations, PersonalReader personal) :
    IRequestHandler<ReadTeam, Outcome<TeamView>>,
    IRequestHandler<ReadInvitations, Outcome<InvitationsView>>
{
    /// <inheritdoc />
    public async Task<Outcome<TeamView>> Handle(ReadTeam request, CancellationToken cancellationToken)
    {
        var loaded = await organisations.Load(Streams.Organisation(request.Organisation), cancellationToken);
        if (loaded.State.Facts is null) return Refusal.OrganisationUnknown;
        var members = loaded.State.Members.Where(member => member.Role.Team() == request.Team);
        return Outcome<TeamView>.Of(
            new TeamView(
                request.Organisation.Value,
                [.. members.Select(member => new MemberView(
                    member.Member.Value, Text.Of(member.Role), personal.Open(loaded.State.Invitations[member.Invitation].Email).Value, member.Since))]),
            loaded.Position);
    }

    /// <inheritdoc />
    public async Task<Outcome<InvitationsView>> Handle(ReadInvitations request, CancellationToken cancellationToken)
    {
        var loaded = await organisations.Load(Streams.Organisation(request.Organisation), cancellationToken);
        if (loaded.State.Facts is null) return Refusal.OrganisationUnknown;
        var pending = loaded.State.Invitations.Values
            .Where(invitation => invitation.State == InvitationState.Pending && invitation.Role.Team() == request.Team);
        return Outcome<InvitationsView>.Of(
            new InvitationsView(
                request.Organisation.Value,
                [.. pending.Select(invitation => new InvitationView(
                    invitation.Ordinal, Text.Of(invitation.Role), personal.Open(invitation.Email).Value, invitation.InvitedAt, invitation.SentAt))]),
            loaded.Position);
    }
}

/// <summary><c>GET …/team</c> and <c>GET …/invitations</c></summary>
public static class ReadTeamEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var team in TeamRoutes.All)
        {
            routes
                .MapGet($"{team.Prefix}/team", (UseCaseEndpoint endpoint, HttpContext http) => endpoint.Ask(http, new ReadTeam(team.OrganisationOf(http), team.Team)))
                .RequireAuthorization(team.ReadPolicy)
                .WithName(team.Named("readTeam"))
                .WithSummary("Lire les membres de l’équipe")
                .Produces<TeamView>()
                .ProducesProblems(StatusCodes.Status404NotFound);
            routes
                .MapGet($"{team.Prefix}/invitations", (UseCaseEndpoint endpoint, HttpContext http) =>
                    endpoint.Ask(http, new ReadInvitations(team.OrganisationOf(http), team.Team)))
                .RequireAuthorization(team.ManagePolicy)
                .WithName(team.Named("readInvitations"))
                .WithSummary("Lire les invitations en attente")
                .Produces<InvitationsView>()
                .ProducesProblems(StatusCodes.Status404NotFound);
        }
    }
}

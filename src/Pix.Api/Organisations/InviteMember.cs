using System.Net.Mail;
using FluentValidation;
using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Invites somebody by e-mail (Rule 12.3).</summary>
public sealed record InviteMember(OrganisationId Organisation, Team Team, string Email, string Role) : ICommand<InvitedMember>;

/// <summary>The invitation, by its number.</summary>
public sealed record InvitedMember(int Invitation, string Role);

/// <summary>What is sent.</summary>
public sealed record InviteMemberBody(string? Email, string? Role);

/// <summary>An address that mail can be sent to, and a role of the team.</summary>
public sealed class InviteMemberValidator : AbstractValidator<InviteMember>
{
    private const int LongestAddress = 254;

    /// <summary>The rules.</summary>
    public InviteMemberValidator()
    {
        RuleFor(wish => wish.Email).Must(IsAddress).WithMessage("Une adresse électronique est attendue (email).");
        RuleFor(wish => wish.Role)
            .Must((wish, role) => Text.Find<MemberRole>(role)?.Team() == wish.Team)
            .WithMessage(wish => TeamRoles.Expected(wish.Team));
    }

    /// <summary>Whether mail can be sent there.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= LongestAddress && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}

/// <summary>The roles of a team, as they are told.</summary>
internal static class TeamRoles
{
    public static string Expected(Team team) =>
        $"Le rôle est à choisir parmi : {string.Join(", ", Enum.GetValues<MemberRole>().Where(role => role.Team() == team).Select(role => Text.Of(role)))}.";
}

/// <summary>Handles <see cref="InviteMember"/>.</summary>
public sealed class InviteMemberHandler(Aggregates<Organisation, OrganisationEvent> organisations, PersonalReader personal, CurrentCommand current)
    : IRequestHandler<InviteMember, Outcome<InvitedMember>>
{
    /// <inheritdoc />
    public async Task<Outcome<InvitedMember>> Handle(InviteMember request, CancellationToken cancellationToken)
    {
        var role = Text.Find<MemberRole>(request.Role)!.Value;
        var decided = await Invitations.Invite(organisations, personal, request.Organisation, request.Email, role, current.Value, cancellationToken);
        return decided.ToOutcome(
            done => new InvitedMember(
                done.Events.OfType<MemberInvited>().FirstOrDefault() is { } invited
                    ? invited.Invitation
                    : done.After.ToAddress(request.Email, personal).Last(invitation => invitation.Role == role).Ordinal,
                request.Role),
            created: true);
    }
}

/// <summary>What invitations one by one and in waves have in common.</summary>
internal static class Invitations
{
    public static Task<Decided<Organisation, OrganisationEvent>> Invite(
        Aggregates<Organisation, OrganisationEvent> organisations,
        PersonalReader personal,
        OrganisationId organisation,
        string email,
        MemberRole role,
        Command command,
        CancellationToken cancel)
    {
        // Drawn, not derived: who knows a command's key must not know the code. A retry is answered from the events.
        var code = InvitationCode.Of(Guid.NewGuid());
        return organisations.Decide(
            Streams.Organisation(organisation),
            command,
            (state, now) =>
            {
                var before = state.ToAddress(email, personal);
                var person = before.Count > 0 ? before[^1].Person : new PersonId(command.IdFor("person"));
                return state.Invite(person, email, role, code, before, now);
            },
            cancel);
    }

    /// <summary>The invitations to an address so far, of a person who was not erased since.</summary>
    public static IReadOnlyList<Invitation> ToAddress(this Organisation organisation, string email, PersonalReader personal) =>
        [.. organisation.Invitations.Values.Where(invitation => string.Equals(personal.Open(invitation.Email).Value, email, StringComparison.OrdinalIgnoreCase))];
}

/// <summary><c>POST …/invitations</c></summary>
public static class InviteMemberEndpoint
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var team in TeamRoutes.All)
        {
            routes
                .MapPost($"{team.Prefix}/invitations", (InviteMemberBody body, UseCaseEndpoint endpoint, HttpContext http) => endpoint.Send(
                    http,
                    new InviteMember(team.OrganisationOf(http), team.Team, (body.Email ?? string.Empty).Trim(), body.Role ?? string.Empty),
                    reply => $"{http.Request.Path}/{reply.Invitation}"))
                .RequireAuthorization(team.ManagePolicy)
                .WithName(team.Named("inviteMember"))
                .WithSummary("Inviter une personne dans l’équipe, par courriel")
                .Produces<InvitedMember>(StatusCodes.Status201Created)
                .ProducesProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        }
    }
}

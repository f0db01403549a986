namespace Pix.Domain;

/// <summary>What may happen to an organisation (Rule 12).</summary>
public static class OrganisationDecisions
{
    /// <summary>Registers it; refuses what contradicts an earlier registration.</summary>
    public static Decision<OrganisationEvent> Register(this Organisation organisation, OrganisationFacts facts, DateTimeOffset now)
    {
        if (facts.Faults().FirstOrDefault() is { } fault) return fault;
        if (organisation.Facts is { } known) return known == facts ? [] : Refusal.OrganisationRegisteredOtherwise(known);
        return [new OrganisationRegistered(facts.Name, facts.Kind, facts.ExternalId, facts.Province, facts.ManagesPupils, facts.ShowsSkills, now)];
    }

    /// <summary>Lets it hold certification sessions (Rule D26).</summary>
    public static Decision<OrganisationEvent> ApproveCentre(this Organisation organisation, DateTimeOffset now)
    {
        if (organisation.Facts is null) return Refusal.OrganisationUnknown;
        if (organisation.IsCentre) return [];
        return [new CentreApproved(now)];
    }

    /// <summary>
    /// Invites somebody into a team (Rule 12.3). <paramref name="sameAddress"/> are the invitations to the same address so far, which only who
    /// can open them knows: one that is pending with this role is enough.
    /// </summary>
    public static Decision<OrganisationEvent> Invite(
        this Organisation organisation,
        PersonId person,
        string email,
        MemberRole role,
        InvitationCode code,
        IReadOnlyCollection<Invitation> sameAddress,
        DateTimeOffset now)
    {
        if (organisation.Facts is null) return Refusal.OrganisationUnknown;
        if (role.Team() == Team.Centre && !organisation.IsCentre) return Refusal.CentreNotApproved;
        var sameTeam = sameAddress.Where(invitation => invitation.Role.Team() == role.Team()).ToList();
        if (sameTeam.Find(invitation => invitation.State == InvitationState.Pending) is { } pending)
            return pending.Role == role ? [] : Refusal.InvitationPending(pending);
        if (sameTeam.Exists(invitation => organisation.Members.Exists(member => member.Invitation == invitation.Ordinal))) return Refusal.AlreadyMember;
        return
        [
            new MemberInvited(
                organisation.Invitations.Count + 1, role, person, new(person, email), new(person, code.Value), code.Digest, now),
        ];
    }

    /// <summary>Notes that an invitation was handed to the post.</summary>
    public static Decision<OrganisationEvent> NoteSent(this Organisation organisation, int invitation, DateTimeOffset now)
    {
        if (!organisation.Invitations.TryGetValue(invitation, out var known)) return Refusal.InvitationUnknown;
        if (known.SentAt is not null) return [];
        return [new InvitationSent(invitation, now)];
    }

    /// <summary>Makes who holds the code a member: once (Rule 12.3).</summary>
    public static Decision<OrganisationEvent> Accept(this Organisation organisation, InvitationCode code, MemberId member, DateTimeOffset now)
    {
        if (organisation.Invitations.Values.FirstOrDefault(known => known.CodeDigest == code.Digest) is not { } invitation) return Refusal.InvitationUnknown;
        if (invitation.State == InvitationState.Cancelled) return Refusal.InvitationCancelled;
        if (invitation.State == InvitationState.Accepted) return invitation.AcceptedBy == member ? [] : Refusal.InvitationUsed;
        if (organisation.RoleOf(member, invitation.Role.Team()) is not null) return Refusal.AlreadyMember;
        return [new InvitationAccepted(invitation.Ordinal, member, invitation.Role, now)];
    }

    /// <summary>Takes an invitation back, while nobody used it.</summary>
    public static Decision<OrganisationEvent> CancelInvitation(this Organisation organisation, int invitation, Team team, DateTimeOffset now)
    {
        if (!organisation.Invitations.TryGetValue(invitation, out var known) || known.Role.Team() != team) return Refusal.InvitationUnknown;
        return known.State switch
        {
            InvitationState.Cancelled => [],
            InvitationState.Accepted => Refusal.InvitationUsed,
            _ => [new InvitationCancelled(invitation, now)],
        };
    }

    /// <summary>Gives a member another role in the team of that role; who manages it last keeps theirs (Rule 12.2).</summary>
    public static Decision<OrganisationEvent> ChangeRole(this Organisation organisation, MemberId member, MemberRole role, DateTimeOffset now)
    {
        if (organisation.RoleOf(member, role.Team()) is not { } current) return Refusal.MemberUnknown;
        if (current == role) return [];
        if (!role.Manages() && organisation.IsLastManager(member, role.Team())) return Refusal.LastManager(role.Team());
        return [new MemberRoleChanged(member, role, now)];
    }

    /// <summary>Removes a member from a team; who manages it last stays (Rule 12.2).</summary>
    public static Decision<OrganisationEvent> Remove(this Organisation organisation, MemberId member, Team team, DateTimeOffset now)
    {
        if (organisation.Facts is null) return Refusal.OrganisationUnknown;
        if (organisation.RoleOf(member, team) is null) return [];
        if (organisation.IsLastManager(member, team)) return Refusal.LastManager(team);
        return [new MemberRemoved(member, team, now)];
    }

    private static bool IsLastManager(this Organisation organisation, MemberId member, Team team) =>
        organisation.RoleOf(member, team) is { } role
        && role.Manages()
        && !organisation.Members.Exists(other => other.Member != member && other.Role.Team() == team && other.Role.Manages());
}

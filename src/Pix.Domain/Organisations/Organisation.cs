using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>An organisation: the state of one stream <c>organisation-{id}</c>.</summary>
public sealed record Organisation : IAggregate<Organisation, OrganisationEvent>
{
    /// <inheritdoc />
    public static Organisation Initial { get; } = new();

    /// <summary>What it is, or null before it was registered.</summary>
    public OrganisationFacts? Facts { get; private init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>Whether it may hold certification sessions (Rule D26).</summary>
    public bool IsCentre { get; private init; }

    /// <summary>Every invitation, by ordinal.</summary>
    public ImmutableSortedDictionary<int, Invitation> Invitations { get; private init; } = ImmutableSortedDictionary<int, Invitation>.Empty;

    /// <summary>Its members of today.</summary>
    public ImmutableList<Membership> Members { get; private init; } = [];

    /// <summary>The imports of its pupils, oldest first; only the latest may be open.</summary>
    public ImmutableList<ImportState> Imports { get; private init; } = [];

    /// <inheritdoc />
    public Organisation Evolve(OrganisationEvent happened) => happened switch
    {
        OrganisationRegistered registered => this with
        {
            Facts = new OrganisationFacts(
                registered.Name, registered.Kind, registered.ExternalId, registered.Province, registered.ManagesPupils, registered.ShowsSkills),
            RegisteredAt = registered.At,
        },
        CentreApproved => this with { IsCentre = true },
        MemberInvited invited => Put(new Invitation(
            invited.Invitation, invited.Role, invited.Person, invited.Email, invited.Code, invited.CodeDigest, invited.At)),
        InvitationSent sent => Change(sent.Invitation, invitation => invitation with { SentAt = sent.At }),
        InvitationAccepted accepted => Join(accepted),
        InvitationCancelled cancelled => Change(cancelled.Invitation, invitation => invitation with { State = InvitationState.Cancelled }),
        MemberRoleChanged changed when RoleOf(changed.Member, changed.Role.Team()) is not null => this with
        {
            Members = [.. Members.Select(member => member.Is(changed.Member, changed.Role.Team()) ? member with { Role = changed.Role } : member)],
        },
        MemberRemoved removed => this with { Members = Members.RemoveAll(member => member.Is(removed.Member, removed.Team)) },
        ImportStarted started => this with { Imports = Imports.Add(new ImportState(started, null)) },
        ImportCompleted completed => this with
        {
            Imports = [.. Imports.Select(import => import.Started.Import == completed.Import ? import with { Completed = completed } : import)],
        },
        _ => this,
    };

    /// <summary>Somebody's role in a team, or null when they are not in it.</summary>
    public MemberRole? RoleOf(MemberId member, Team team) => Members.Find(membership => membership.Is(member, team))?.Role;

    private Organisation Put(Invitation invitation) => this with { Invitations = Invitations.SetItem(invitation.Ordinal, invitation) };

    private Organisation Change(int invitation, Func<Invitation, Invitation> change) =>
        Invitations.TryGetValue(invitation, out var known) ? Put(change(known)) : this;

    private Organisation Join(InvitationAccepted accepted)
    {
        var others = Members.RemoveAll(member => member.Is(accepted.Member, accepted.Role.Team()));
        return Change(accepted.Invitation, invitation => invitation with { State = InvitationState.Accepted, AcceptedBy = accepted.Member }) with
        {
            Members = others.Add(new Membership(accepted.Member, accepted.Role, accepted.Invitation, accepted.At)),
        };
    }
}

/// <summary>Somebody's place in a team, and the invitation through which they came.</summary>
public sealed record Membership(MemberId Member, MemberRole Role, int Invitation, DateTimeOffset Since)
{
    /// <summary>Whether it is this person's place in this team.</summary>
    public bool Is(MemberId member, Team team) => Member == member && Role.Team() == team;
}

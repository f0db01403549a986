namespace Pix.Domain;

/// <summary>What happened to an organisation, which may be a school, a certification centre or both: stream <c>organisation-{id}</c>.</summary>
public abstract record OrganisationEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// An operator registered it (Rule 12.1). The external id is its UAI, where it has one; the province is its academy's code. One that manages
/// its pupils imports them; one that shows skills lets learners see them at the end of its campaigns.
/// </summary>
[StoredAs("OrganisationRegistered.v1")]
public sealed record OrganisationRegistered(
    string Name,
    OrganisationKind Kind,
    string? ExternalId,
    string Province,
    bool ManagesPupils,
    bool ShowsSkills,
    DateTimeOffset At) : OrganisationEvent(At);

/// <summary>It may hold certification sessions from here on (Rule D26).</summary>
[StoredAs("CentreApproved.v1")]
public sealed record CentreApproved(DateTimeOffset At) : OrganisationEvent(At);

/// <summary>
/// Somebody was invited into a team (Rule 12.3). <paramref name="Invitation"/> is its ordinal in this stream, 1 first. The code opens it
/// once: it is sealed with the address, and recognised by its SHA-256.
/// </summary>
[StoredAs("MemberInvited.v1")]
public sealed record MemberInvited(
    int Invitation,
    MemberRole Role,
    PersonId Person,
    Personal<string> Email,
    Personal<string> Code,
    string CodeDigest,
    DateTimeOffset At) : OrganisationEvent(At);

/// <summary>The invitation was handed to the post.</summary>
[StoredAs("InvitationSent.v1")]
public sealed record InvitationSent(int Invitation, DateTimeOffset At) : OrganisationEvent(At);

/// <summary>Who held the code became a member, with the role of the invitation.</summary>
[StoredAs("InvitationAccepted.v1")]
public sealed record InvitationAccepted(int Invitation, MemberId Member, MemberRole Role, DateTimeOffset At) : OrganisationEvent(At);

/// <summary>The invitation opens nothing any more.</summary>
[StoredAs("InvitationCancelled.v1")]
public sealed record InvitationCancelled(int Invitation, DateTimeOffset At) : OrganisationEvent(At);

/// <summary>A member has another role in the team of that role.</summary>
[StoredAs("MemberRoleChanged.v1")]
public sealed record MemberRoleChanged(MemberId Member, MemberRole Role, DateTimeOffset At) : OrganisationEvent(At);

/// <summary>A member left a team.</summary>
[StoredAs("MemberRemoved.v1")]
public sealed record MemberRemoved(MemberId Member, Team Team, DateTimeOffset At) : OrganisationEvent(At);

/// <summary>
/// A list of pupils is to be taken over: it lies whole in <c>import-{import}</c>, and what is made of it is seen once it is completed (Rule 10.6).
/// </summary>
[StoredAs("ImportStarted.v1")]
public sealed record ImportStarted(ImportId Import, PupilFileFormat Format, string Hash, int Pupils, DateTimeOffset At) : OrganisationEvent(At);

/// <summary>The list was taken over: how many pupils are new, changed, as before, and left out of it. Readers see it from here on.</summary>
[StoredAs("ImportCompleted.v1")]
public sealed record ImportCompleted(ImportId Import, int Added, int Updated, int Unchanged, int Disabled, DateTimeOffset At) : OrganisationEvent(At);

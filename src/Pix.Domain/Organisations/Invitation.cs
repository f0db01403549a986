namespace Pix.Domain;

/// <summary>What became of an invitation (Rule 12.3).</summary>
public enum InvitationState
{
    /// <summary>Its code opens it.</summary>
    Pending,

    /// <summary>Its code was used.</summary>
    Accepted,

    /// <summary>It was taken back.</summary>
    Cancelled,
}

/// <summary>An invitation into a team, by its ordinal.</summary>
public sealed record Invitation(
    int Ordinal,
    MemberRole Role,
    PersonId Person,
    Personal<string> Email,
    Personal<string> Code,
    string CodeDigest,
    DateTimeOffset InvitedAt)
{
    /// <summary>What became of it.</summary>
    public InvitationState State { get; init; }

    /// <summary>When it was handed to the post, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Who used its code, or null.</summary>
    public MemberId? AcceptedBy { get; init; }
}

/// <summary>
/// An invitation's code (Rule 12.3): a secret that the invited person alone holds, and its digest, by which others recognise it.
/// </summary>
public sealed record InvitationCode(string Value, string Digest);

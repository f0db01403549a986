using System.Security.Cryptography;
using System.Text;

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

/// <summary>An invitation's code: a secret that the invited person alone holds, known to others by its digest (Rule 12.3).</summary>
public sealed record InvitationCode(string Value)
{
    /// <summary>What is recorded in clear: SHA-256, in lower-case hexadecimal. The code is drawn from 128 bits, so that no one can guess it.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)));

    /// <summary>The code that these random bytes make.</summary>
    public static InvitationCode Of(Guid random) => new(random.ToString("N"));

    /// <summary>The code that somebody typed.</summary>
    public static InvitationCode Typed(string text) => new(text.Trim().ToLowerInvariant());
}

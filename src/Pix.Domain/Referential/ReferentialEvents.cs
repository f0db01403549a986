namespace Pix.Domain;

/// <summary>What happened to the learning content: stream <c>referential</c>.</summary>
public abstract record ReferentialEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>A release is being written; nobody reads it before <see cref="ReferentialReleased"/>.</summary>
[StoredAs("ReleaseOpened.v1")]
public sealed record ReleaseOpened(ReferentialVersion Version, IReadOnlyList<Area> Areas, DateTimeOffset At) : ReferentialEvent(At);

/// <summary>A competence as the open release has it; only those that changed are released again. Each under 1 MiB.</summary>
[StoredAs("CompetenceReleased.v1")]
public sealed record CompetenceReleased(ReferentialVersion Version, string Sha256, Competence Competence, DateTimeOffset At) : ReferentialEvent(At);

/// <summary>A file that challenges attach, under 256 KiB. The hash is that of its bytes, in lower-case hexadecimal.</summary>
[StoredAs("AttachmentReleased.v1")]
public sealed record AttachmentReleased(
    ReferentialVersion Version,
    string Name,
    string MediaType,
    string Sha256,
    ReadOnlyMemory<byte> Content,
    DateTimeOffset At) : ReferentialEvent(At);

/// <summary>
/// The open release is complete: the hash of each of its competences and files, the challenges withdrawn (Rule D6) and the skills moved,
/// both since ever.
/// </summary>
[StoredAs("ReferentialReleased.v1")]
public sealed record ReferentialReleased(
    ReferentialVersion Version,
    IReadOnlyList<ContentHash> Competences,
    IReadOnlyList<ContentHash> Attachments,
    IReadOnlyList<ChallengeId> Withdrawn,
    IReadOnlyList<SkillMove> Moves,
    DateTimeOffset At) : ReferentialEvent(At);

/// <summary>From now on challenges are drawn from this release, and profiles are folded under it (Rule D5).</summary>
[StoredAs("ReferentialActivated.v1")]
public sealed record ReferentialActivated(ReferentialVersion Version, DateTimeOffset At) : ReferentialEvent(At);

/// <summary>A competence's code or a file's name, and the SHA-256 of its content.</summary>
public sealed record ContentHash(string Name, string Sha256);

/// <summary>A skill that goes on under another id.</summary>
public sealed record SkillMove(SkillId From, SkillId To);

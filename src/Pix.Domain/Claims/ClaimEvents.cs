namespace Pix.Domain;

/// <summary>What happened to something that only one may have: stream <c>claim-{kind}-{what}</c>.</summary>
public abstract record ClaimEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>It is its owner's from now on.</summary>
[StoredAs("Claimed.v1")]
public sealed record Claimed(Guid Owner, DateTimeOffset At) : ClaimEvent(At);

/// <summary>It is free again.</summary>
[StoredAs("ClaimReleased.v1")]
public sealed record ClaimReleased(DateTimeOffset At) : ClaimEvent(At);

namespace Pix.Domain;

/// <summary>What happened to the target profiles: stream <c>targetprofiles</c>.</summary>
public abstract record TargetProfileEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>A target profile was released, or released again with another content; campaigns keep what they froze.</summary>
[StoredAs("TargetProfileReleased.v1")]
public sealed record TargetProfileReleased(TargetProfile Profile, DateTimeOffset At) : TargetProfileEvent(At);

/// <summary>A target profile may be used by an organisation, or by all of them: <paramref name="Organisation"/> is null.</summary>
[StoredAs("TargetProfileGranted.v1")]
public sealed record TargetProfileGranted(string Profile, OrganisationId? Organisation, DateTimeOffset At) : TargetProfileEvent(At);

/// <summary>A grant was taken back: that of an organisation, or the one for all: <paramref name="Organisation"/> is null.</summary>
[StoredAs("TargetProfileRevoked.v1")]
public sealed record TargetProfileRevoked(string Profile, OrganisationId? Organisation, DateTimeOffset At) : TargetProfileEvent(At);

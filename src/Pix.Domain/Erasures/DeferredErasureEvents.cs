namespace Pix.Domain;

/// <summary>What became of a wish to be forgotten that had to wait: stream <c>erasure-{person}</c>.</summary>
public abstract record DeferredErasureEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// A person is to be forgotten, once the jury has deliberated these certifications of theirs: until then it decides on who somebody is.
/// </summary>
[StoredAs("ErasureDeferred.v1")]
public sealed record ErasureDeferred(PersonId Person, IReadOnlyList<CertificationId> Awaited, DateTimeOffset At) : DeferredErasureEvent(At);

/// <summary>The person was forgotten, in these streams.</summary>
[StoredAs("DeferredErasureCompleted.v1")]
public sealed record DeferredErasureCompleted(PersonId Person, IReadOnlyList<string> Streams, DateTimeOffset At) : DeferredErasureEvent(At);

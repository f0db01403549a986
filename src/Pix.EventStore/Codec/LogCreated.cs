using Pix.Domain;

namespace Pix.EventStore;

/// <summary>The first event of every log: its id, which a copy keeps.</summary>
[StoredAs("LogCreated.v1")]
public sealed record LogCreated(Guid Log, DateTimeOffset At) : IDomainEvent;

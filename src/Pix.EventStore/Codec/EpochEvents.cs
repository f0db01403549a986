using Pix.Domain;

namespace Pix.EventStore;

/// <summary>How an epoch of the log after its first one began: stream <c>log-{epoch}</c>. Positions of the one before mean nothing in it.</summary>
public abstract record EpochEvent(int Epoch, DateTimeOffset At) : IDomainEvent;

/// <summary>A copy of the log into this engine began: as long as it is not complete, nobody may use what is here.</summary>
[StoredAs("LogCopyStarted.v1")]
public sealed record LogCopyStarted(int Epoch, DateTimeOffset At) : EpochEvent(Epoch, At);

/// <summary>The copy is complete, and verified: so many events were taken over.</summary>
[StoredAs("LogCopied.v1")]
public sealed record LogCopied(int Epoch, long Events, DateTimeOffset At) : EpochEvent(Epoch, At);

/// <summary>A backup was put back: what had come after it is no more.</summary>
[StoredAs("LogRestored.v1")]
public sealed record LogRestored(int Epoch, DateTimeOffset At) : EpochEvent(Epoch, At);

using System.Collections.Immutable;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>Where a command's events stand in a stream, and the digest of the request that caused them.</summary>
public sealed record KnownCommand(string Digest, Revision First, int Count);

/// <summary>A stream as it was last seen: its state, its head, and the commands behind it.</summary>
public sealed record LoadedStream<TState, TEvent>(
    TState State,
    StreamHead Head,
    Position Position,
    DateTimeOffset LastAt,
    ImmutableDictionary<Guid, KnownCommand> Commands)
    where TState : IAggregate<TState, TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Before the first event.</summary>
    public static LoadedStream<TState, TEvent> Empty { get; } =
        new(TState.Initial, StreamHead.Empty, Position.Start, DateTimeOffset.MinValue, ImmutableDictionary<Guid, KnownCommand>.Empty);

    /// <summary>With one more event.</summary>
    public LoadedStream<TState, TEvent> After(TEvent happened, StreamHead head, Position position, Guid commandId, string digest) => new(
        State.Evolve(happened),
        head,
        position,
        happened.At > LastAt ? happened.At : LastAt,
        Commands.SetItem(
            commandId,
            Commands.TryGetValue(commandId, out var known)
                ? known with { Count = known.Count + 1 }
                : new KnownCommand(digest, head.Revision, 1)));
}

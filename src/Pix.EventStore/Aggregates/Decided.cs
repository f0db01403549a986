using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// What became of a command: a refusal, or the events that it caused, now or when it was first sent, between the states around them.
/// <paramref name="Position"/> is where a reader must be to see them, or what was read when nothing was written.
/// </summary>
public sealed record Decided<TState, TEvent>(
    Refusal? Refusal,
    IReadOnlyList<TEvent> Events,
    TState Before,
    TState After,
    Revision Revision,
    Position Position)
    where TState : IAggregate<TState, TEvent>
    where TEvent : IDomainEvent;

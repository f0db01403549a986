using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Work over several streams (an import, a finalisation, a mail). An intention in the log carries all its inputs; a completion closes it.
/// </summary>
public interface IProcess
{
    /// <summary>Which events open, wake and close it.</summary>
    ProcessDefinition Definition { get; }

    /// <summary>
    /// Does what is left to do of an intention, then writes what closes it. It may have been interrupted anywhere before, and another node may
    /// do the same at this moment: every step is an idempotent decision under <see cref="Intention.Step"/>. The log tells of the intention before
    /// its writer remembers it: it is read by <see cref="Aggregates{TState,TEvent}.LoadLatest"/>. Who returns without having closed
    /// the intention is called again when it is woken; who throws, after a while.
    /// </summary>
    Task Advance(Intention intention, CancellationToken cancel);
}

/// <summary>A step of a process was refused: it is tried again, and shown to the operator.</summary>
public sealed class ProcessStepException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Sentence}")
{
    /// <summary>The decision's events, which are none when it was granted already; throws what was refused.</summary>
    public static Decided<TState, TEvent> OrThrow<TState, TEvent>(Decided<TState, TEvent> decided)
        where TState : IAggregate<TState, TEvent>
        where TEvent : IDomainEvent =>
        decided.Refusal is { } refusal ? throw new ProcessStepException(refusal) : decided;
}

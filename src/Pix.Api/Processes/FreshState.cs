using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>The state that a process is woken for.</summary>
internal static class FreshState
{
    /// <summary>
    /// Folds a stream from the log. The log wakes processes before the state in memory has seen the event: who looked there would find no
    /// intention, and would not be woken again.
    /// </summary>
    public static async Task<TState> Reread<TState, TEvent>(this Aggregates<TState, TEvent> aggregates, StreamName stream, CancellationToken cancel)
        where TState : IAggregate<TState, TEvent>
        where TEvent : class, IDomainEvent
    {
        var state = TState.Initial;
        await foreach (var (_, happened) in aggregates.History(stream, cancel)) state = state.Evolve(happened);
        return state;
    }
}

using Pix.Domain;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>Puts events into the log through the aggregates, as they are: what lies before the clock.</summary>
internal static class Appended
{
    /// <summary>To this stream.</summary>
    public static Task To<TState, TEvent>(Aggregates<TState, TEvent> aggregates, StreamName stream, params TEvent[] events)
        where TState : IAggregate<TState, TEvent>
        where TEvent : class, IDomainEvent
    {
        var command = Guid.CreateVersion7();
        return aggregates.Decide(stream, new Command(command, string.Empty, Actor.System, command), (_, _) => Decision.Of(events), CancellationToken.None);
    }
}

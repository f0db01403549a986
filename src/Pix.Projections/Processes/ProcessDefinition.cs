using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Work over several streams, as the log shows it: which events begin an intention, which call for another look at it, and which one closes
/// it. The key tells an intention from others of the same stream, such as an import's ordinal. The version is raised with every change.
/// </summary>
public sealed record ProcessDefinition(string Name, int Version)
{
    private readonly Dictionary<Type, Func<IDomainEvent, ProcessSignal>> _signals = [];

    /// <summary>The events that mean something to it.</summary>
    public IEnumerable<Type> Handles => _signals.Keys;

    /// <summary>Such an event is an intention: it carries all that the work needs.</summary>
    public ProcessDefinition OpenedBy<TEvent>(Func<TEvent, string> key)
        where TEvent : IDomainEvent =>
        On(ProcessTurn.Opened, key);

    /// <summary>Such an event lets an open intention go on.</summary>
    public ProcessDefinition WokenBy<TEvent>(Func<TEvent, string> key)
        where TEvent : IDomainEvent =>
        On(ProcessTurn.Woken, key);

    /// <summary>Such an event, in whatever stream, lets every open intention of this process go on: for what waits on streams that it cannot name.</summary>
    public ProcessDefinition WokenAnywhereBy<TEvent>()
        where TEvent : IDomainEvent =>
        On<TEvent>(ProcessTurn.AllWoken, _ => string.Empty);

    /// <summary>Such an event says that the work is done.</summary>
    public ProcessDefinition ClosedBy<TEvent>(Func<TEvent, string> key)
        where TEvent : IDomainEvent =>
        On(ProcessTurn.Closed, key);

    /// <summary>What an event says to it, or null.</summary>
    public ProcessSignal? SignalOf(IDomainEvent happened) => _signals.TryGetValue(happened.GetType(), out var signal) ? signal(happened) : null;

    private ProcessDefinition On<TEvent>(ProcessTurn turn, Func<TEvent, string> key)
        where TEvent : IDomainEvent
    {
        _signals.Add(typeof(TEvent), happened => new ProcessSignal(turn, key((TEvent)happened)));
        return this;
    }
}

/// <summary>What becomes of an intention.</summary>
public enum ProcessTurn
{
    /// <summary>It begins.</summary>
    Opened,

    /// <summary>It may go on.</summary>
    Woken,

    /// <summary>All of the process may go on.</summary>
    AllWoken,

    /// <summary>It is done.</summary>
    Closed,
}

/// <summary>What an event says to a process.</summary>
public sealed record ProcessSignal(ProcessTurn Turn, string Key);

/// <summary>Which intention: of which process, in which stream, under which key.</summary>
public sealed record IntentionName(string Process, StreamName Stream, string Key);

/// <summary>
/// Something begun and not completed: its name, the id of the event that began it, from which the command ids of its steps derive, and when.
/// </summary>
public sealed record Intention(IntentionName Name, Guid Id, DateTimeOffset OpenedAt)
{
    /// <summary>The stream that the intention stands in.</summary>
    public StreamName Stream => Name.Stream;

    /// <summary>Its key in that stream.</summary>
    public string Key => Name.Key;

    /// <summary>The command of one of its steps: the same on every node and at every attempt.</summary>
    public Command Step(string step) => Command.Step(Id, step);
}

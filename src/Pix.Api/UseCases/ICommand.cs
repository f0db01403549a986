using MediatR;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A wish to change something.</summary>
public interface ICommand<TReply> : IRequest<Outcome<TReply>>;

/// <summary>A question.</summary>
public interface IQuery<TReply> : IRequest<Outcome<TReply>>;

/// <summary>
/// What a use case answers: a refusal, or a reply. <paramref name="Created"/>: something new has this reply as its description.
/// <paramref name="Position"/>: where a reader must be to see it; null when no log position is at stake.
/// </summary>
public sealed record Outcome<TReply>(Refusal? Refusal, TReply? Reply, bool Created, Position? Position)
{
    /// <summary>A reply read at a position.</summary>
    public static Outcome<TReply> Of(TReply reply, Position? position = null) => new(null, reply, false, position);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<TReply>(Refusal refusal) => new(refusal, default, false, null);
}

/// <summary>For commands whose reply says nothing.</summary>
public sealed record Nothing
{
    /// <summary>The only one.</summary>
    public static Nothing Reply { get; } = new();
}

/// <summary>The command of the request being handled: its id, who asks, and what was asked.</summary>
public sealed class CurrentCommand
{
    private Command? _value;

    /// <summary>Set once per request, before its handler runs.</summary>
    public Command Value
    {
        get => _value ?? throw new InvalidOperationException("No command is being handled.");
        set => _value = value;
    }
}

/// <summary>From a decision to an outcome.</summary>
public static class DecidedOutcome
{
    /// <summary>The decision's refusal, or its reply.</summary>
    public static Outcome<TReply> ToOutcome<TState, TEvent, TReply>(
        this Decided<TState, TEvent> decided,
        Func<Decided<TState, TEvent>, TReply> reply,
        bool created = false)
        where TState : IAggregate<TState, TEvent>
        where TEvent : IDomainEvent =>
        decided.Refusal is { } refusal
            ? new Outcome<TReply>(refusal, default, false, decided.Position)
            : new Outcome<TReply>(null, reply(decided), created && decided.Events.Count > 0, decided.Position);

    /// <summary>The decision's refusal, or nothing to say.</summary>
    public static Outcome<Nothing> ToOutcome<TState, TEvent>(this Decided<TState, TEvent> decided)
        where TState : IAggregate<TState, TEvent>
        where TEvent : IDomainEvent =>
        decided.ToOutcome(_ => Nothing.Reply);
}

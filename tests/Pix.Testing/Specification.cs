using System.Globalization;
using System.Text.Json;
using Pix.Domain;
using Xunit;
using Xunit.Sdk;

namespace Pix.Testing;

/// <summary>Given these events, when this is decided, then these events, or this refusal.</summary>
public sealed class Specification<TState, TEvent>(IEnumerable<TEvent> given)
    where TState : IAggregate<TState, TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>What the given events make.</summary>
    public TState State { get; } = given.Aggregate(TState.Initial, (state, happened) => state.Evolve(happened));

    /// <summary>And then these events too.</summary>
    public Specification<TState, TEvent> And(params TEvent[] more) => new([.. given, .. more]);

    /// <summary>And then what this decides, which must not be refused.</summary>
    public Specification<TState, TEvent> And(Func<TState, Decision<TEvent>> decide) => new([.. given, .. When(decide).Granted()]);

    /// <summary>Decides.</summary>
    public Decided<TEvent> When(Func<TState, Decision<TEvent>> decide) => new(decide(State));
}

/// <summary>What was decided, to be asserted.</summary>
public sealed class Decided<TEvent>(Decision<TEvent> decision)
    where TEvent : IDomainEvent
{
    /// <summary>Exactly these events happened.</summary>
    public void Then(params TEvent[] expected) => Assert.Equal(expected.Select(Written), Granted().Select(Written));

    /// <summary>The wish was already granted.</summary>
    public void ThenNothing() => Assert.Equal([], Granted().Select(Written));

    /// <summary>It was refused for this reason, with these figures among its own.</summary>
    public void ThenRefused(string code, params (string Figure, object Value)[] figures)
    {
        if (decision.Refusal is not { } refusal)
            throw FailException.ForFailure($"Expected the refusal {code}, got {string.Join(", ", decision.Events.Select(Written))}.");
        Assert.Equal(code, refusal.Code);
        Assert.Empty(decision.Events);
        foreach (var (figure, value) in figures) Assert.Equal(value, refusal.Figures[figure]);
    }

    /// <summary>The only event of this type among those that happened.</summary>
    public T Only<T>()
        where T : TEvent => Assert.Single(Granted().OfType<T>());

    /// <summary>What happened; a refusal is a failure.</summary>
    public IReadOnlyList<TEvent> Granted() => decision.Refusal is { } refusal
        ? throw FailException.ForFailure($"Refused: {refusal.Code}, « {refusal.Sentence} ».")
        : decision.Events;

    // Records compare the lists that they hold by reference: what they say is compared instead.
    private static string Written(TEvent happened) =>
        string.Create(CultureInfo.InvariantCulture, $"{happened.GetType().Name} {JsonSerializer.Serialize(happened, happened.GetType())}");
}

namespace Pix.Domain;

/// <summary>
/// What a decision gives: the events that happened (none: the wish was already granted), or one refusal.
/// </summary>
[System.Runtime.CompilerServices.CollectionBuilder(typeof(Decision), nameof(Decision.Of))]
public readonly struct Decision<TEvent> : IEnumerable<TEvent>
{
    private readonly IReadOnlyList<TEvent>? _events;

    internal Decision(IReadOnlyList<TEvent> events) => _events = events;

    private Decision(Refusal refusal) => Refusal = refusal;

    /// <summary>Why nothing happened, or null when the wish was granted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What happened, in order; empty when refused or when there was nothing to do.</summary>
    public IReadOnlyList<TEvent> Events => _events ?? [];

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new(refusal);

    /// <inheritdoc />
    public IEnumerator<TEvent> GetEnumerator() => Events.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Lets a decision be written as a collection expression: <c>return [new CompetenceReset(…)];</c></summary>
public static class Decision
{
    /// <summary>A granted decision made of these events.</summary>
    public static Decision<TEvent> Of<TEvent>(ReadOnlySpan<TEvent> events) => new(events.ToArray());
}

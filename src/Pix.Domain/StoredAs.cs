namespace Pix.Domain;

/// <summary>The name under which an event is stored. It is the storage format: it never changes; a new shape gets a new name.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    /// <summary>Such as <c>CompetenceReset.v1</c>.</summary>
    public string Name { get; } = name;
}

/// <summary>Something that happened, once and for all.</summary>
public interface IDomainEvent
{
    /// <summary>When it happened, by the server's clock, UTC.</summary>
    DateTimeOffset At { get; }
}

/// <summary>The state of one stream, folded from its events. A fold never throws on a stored event.</summary>
public interface IAggregate<TSelf, TEvent>
    where TSelf : IAggregate<TSelf, TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Before anything happened.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>The state after this event.</summary>
    TSelf Evolve(TEvent happened);
}

namespace Pix.Domain;

/// <summary>An event after which a person's key is destroyed, whatever they were to us.</summary>
public interface IErasure : IDomainEvent
{
    /// <summary>Who is forgotten.</summary>
    PersonId Person { get; }
}

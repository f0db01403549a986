namespace Pix.EventStore;

/// <summary>
/// A request as the log knows it: its id, which the events that it causes carry, and the digest of what was asked. Everything that it
/// creates or draws derives from its id, so that a retry creates and draws the same.
/// </summary>
public sealed record Command(Guid Id, string Digest, Actor Actor, Guid CorrelationId)
{
    /// <summary>The id of a thing that this command creates.</summary>
    public Guid IdFor(string thing) => NameBasedGuid.Of(Id.ToString(), thing);

    /// <summary>A seed for what this command draws.</summary>
    public long SeedFor(string drawn) => BitConverter.ToInt64(IdFor(drawn).ToByteArray());

    /// <summary>A step of a process: the same intention and step make the same command on every node.</summary>
    public static Command Step(Guid intention, string step) =>
        new(NameBasedGuid.Of(intention.ToString(), step), string.Empty, Actor.System, intention);
}

namespace Pix.Domain;

/// <summary>Putting an erasure off, and closing it.</summary>
public static class DeferredErasureDecisions
{
    /// <summary>Records the wish, once, with the certifications that it waits for.</summary>
    public static Decision<DeferredErasureEvent> Defer(
        this DeferredErasure erasure,
        PersonId person,
        IReadOnlyList<CertificationId> awaited,
        DateTimeOffset now)
    {
        if (erasure.Open is not null) return [];
        return [new ErasureDeferred(person, awaited, now)];
    }

    /// <summary>The person was forgotten in these streams.</summary>
    public static Decision<DeferredErasureEvent> Complete(this DeferredErasure erasure, IReadOnlyList<string> streams, DateTimeOffset now)
    {
        if (erasure.Open is not { } open) return [];
        return [new DeferredErasureCompleted(open.Person, streams, now)];
    }
}

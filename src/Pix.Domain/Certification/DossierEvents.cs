namespace Pix.Domain;

/// <summary>Who read the dossier of a certification: stream <c>dossier-{id}</c>, apart from the certification, which a reading does not move.</summary>
public abstract record DossierEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>A juror read the dossier, as far as this evidence goes.</summary>
[StoredAs("DossierRead.v1")]
public sealed record DossierRead(IReadOnlyList<StreamEvidence> Evidence, DateTimeOffset At) : DossierEvent(At);

/// <summary>The readings of one dossier.</summary>
public sealed record Dossier : IAggregate<Dossier, DossierEvent>
{
    /// <inheritdoc />
    public static Dossier Initial { get; } = new();

    /// <summary>How often it was read.</summary>
    public int Readings { get; private init; }

    /// <inheritdoc />
    public Dossier Evolve(DossierEvent happened) => this with { Readings = Readings + 1 };

    /// <summary>Every reading leaves a record.</summary>
    public static Decision<DossierEvent> Read(IReadOnlyList<StreamEvidence> evidence, DateTimeOffset now) => [new DossierRead(evidence, now)];
}

using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>A pupil of a school: the state of one stream <c>pupil-{id}</c>.</summary>
public sealed record Pupil : IAggregate<Pupil, PupilEvent>
{
    /// <inheritdoc />
    public static Pupil Initial { get; } = new();

    /// <summary>Whose pupil it is, or null before the first import.</summary>
    public OrganisationId? Organisation { get; private init; }

    /// <summary>Who it is as the latest file says; null before the first import and once erased.</summary>
    public Personal<PupilFacts>? Facts { get; private init; }

    /// <summary>The class, or null before the first import.</summary>
    public string? Division { get; private init; }

    /// <summary>The latest file names them.</summary>
    public bool IsEnabled { get; private init; }

    /// <summary>The account that is this pupil's, or null.</summary>
    public LearnerId? Learner { get; private init; }

    /// <summary>The accounts whose own streams may not say yet what this one does.</summary>
    public ImmutableHashSet<LearnerId> Unsettled { get; private init; } = [];

    /// <summary>Whose key seals their facts; null before the first import and once erased.</summary>
    public PersonId? Person => Facts?.Person;

    /// <inheritdoc />
    public Pupil Evolve(PupilEvent happened) => happened switch
    {
        PupilImported imported => this with
        {
            Organisation = imported.Organisation,
            Facts = imported.Facts,
            Division = imported.Division,
            IsEnabled = true,

            // Who was erased and is named again is somebody new.
            Learner = null,
        },
        PupilUpdated updated => this with { Facts = updated.Facts, Division = updated.Division, IsEnabled = true },
        PupilDisabled => this with { IsEnabled = false },
        PupilAttached attached => this with { Learner = attached.Learner, Unsettled = Unsettled.Add(attached.Learner) },
        PupilDetached detached => this with { Learner = null, Unsettled = Unsettled.Add(detached.Learner) },
        PupilAttachmentSettled settled => this with { Unsettled = Unsettled.Remove(settled.Learner) },
        PupilErased => this with { Facts = null, IsEnabled = false },
        _ => this,
    };
}

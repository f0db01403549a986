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
        },
        PupilUpdated updated => this with { Facts = updated.Facts, Division = updated.Division, IsEnabled = true },
        PupilDisabled => this with { IsEnabled = false },
        PupilAttached attached => this with { Learner = attached.Learner },
        PupilDetached => this with { Learner = null },
        PupilErased => this with { Facts = null, Learner = null, IsEnabled = false },
        _ => this,
    };
}

namespace Pix.Domain;

/// <summary>The list of one import: the state of one stream <c>import-{id}</c>.</summary>
public sealed record PupilImport : IAggregate<PupilImport, PupilImportEvent>
{
    /// <inheritdoc />
    public static PupilImport Initial { get; } = new();

    /// <summary>What was read, or null before that.</summary>
    public PupilFileRead? File { get; private init; }

    /// <summary>How many pupils are listed so far.</summary>
    public int Listed { get; private init; }

    /// <summary>Every pupil of the file is listed.</summary>
    public bool IsWhole => File is { } file && Listed == file.Pupils;

    /// <inheritdoc />
    public PupilImport Evolve(PupilImportEvent happened) => happened switch
    {
        PupilFileRead read => this with { File = read },
        PupilListed => this with { Listed = Listed + 1 },
        _ => this,
    };
}

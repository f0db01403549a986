using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>Every release so far, and which one is active: the state of the stream <c>referential</c>.</summary>
public sealed record Releases : IAggregate<Releases, ReferentialEvent>
{
    private ImmutableDictionary<ReferentialVersion, Lazy<Referential>> Complete { get; init; } =
        ImmutableDictionary<ReferentialVersion, Lazy<Referential>>.Empty;

    /// <inheritdoc />
    public static Releases Initial { get; } = new();

    /// <summary>Competences by hash: a release names those it shares with earlier ones.</summary>
    public ImmutableDictionary<string, Competence> Competences { get; private init; } = ImmutableDictionary<string, Competence>.Empty;

    /// <summary>Files by hash.</summary>
    public ImmutableDictionary<string, AttachmentReleased> Attachments { get; private init; } =
        ImmutableDictionary<string, AttachmentReleased>.Empty;

    /// <summary>What each complete release is made of.</summary>
    public ImmutableSortedDictionary<int, ReferentialReleased> Released { get; private init; } =
        ImmutableSortedDictionary<int, ReferentialReleased>.Empty;

    /// <summary>The release being written, or null.</summary>
    public ReleaseOpened? Open { get; private init; }

    /// <summary>The active version, or null before the first activation.</summary>
    public ReferentialVersion? ActiveVersion { get; private init; }

    /// <summary>The active release, or null before the first activation.</summary>
    public Referential? Active => ActiveVersion is { } version ? At(version) : null;

    /// <summary>A complete release, or null.</summary>
    public Referential? At(ReferentialVersion version) => Complete.GetValueOrDefault(version)?.Value;

    /// <summary>A file as a release has it, or null.</summary>
    public AttachmentReleased? Attachment(ReferentialVersion version, string name) =>
        Released.GetValueOrDefault(version.Value)?.Attachments.FirstOrDefault(file => file.Name == name) is { } hash
            ? Attachments.GetValueOrDefault(hash.Sha256)
            : null;

    /// <inheritdoc />
    public Releases Evolve(ReferentialEvent happened) => happened switch
    {
        ReleaseOpened opened => this with { Open = opened },
        CompetenceReleased released => this with { Competences = Competences.SetItem(released.Sha256, released.Competence) },
        AttachmentReleased released => this with { Attachments = Attachments.SetItem(released.Sha256, released) },
        ReferentialReleased released => Close(released),
        ReferentialActivated activated => this with { ActiveVersion = activated.Version },
        _ => this,
    };

    private Releases Close(ReferentialReleased released)
    {
        var areas = Open?.Areas ?? [];
        var competences = released.Competences.Select(hash => Competences.GetValueOrDefault(hash.Sha256)).OfType<Competence>().ToList();
        return this with
        {
            Open = null,
            Released = Released.SetItem(released.Version.Value, released),
            Complete = Complete.SetItem(
                released.Version,
                new Lazy<Referential>(() => new Referential(released.Version, areas, competences, released.Withdrawn, released.Moves))),
        };
    }
}

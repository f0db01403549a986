using Microsoft.Data.Sqlite;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>The folder of the read models: which generations it holds, and how they are made, opened and dropped. Not for several threads at once.</summary>
internal sealed class GenerationFolder : IDisposable
{
    private const string CatalogueName = "catalogue.db";

    private readonly string _folder;
    private readonly LogIdentity _log;
    private readonly Func<ReferentialVersion, Referential?> _releases;

    public GenerationFolder(string folder, LogIdentity log, Func<ReferentialVersion, Referential?> releases)
    {
        _folder = folder;
        _log = log;
        _releases = releases;
        Directory.CreateDirectory(folder);
        Catalogue = Catalogue.Open(Path.Combine(folder, CatalogueName), log);
        DeleteUnnamed();
    }

    public Catalogue Catalogue { get; }

    /// <summary>Drops what belongs to projections that are no more: nobody would keep it up, or forget a person in it.</summary>
    public void DropUndefined(IReadOnlyList<ProjectionDefinition> definitions)
    {
        foreach (var name in Catalogue.Projections().Except(definitions.Select(definition => definition.Name)).ToList())
        {
            foreach (var entry in Catalogue.Entries(name)) Drop(entry);
        }
    }

    public CatalogueEntry? Find(ProjectionDefinition definition, GenerationRole role) =>
        Catalogue.Entries(definition.Name).FirstOrDefault(entry => entry.Role == role);

    /// <summary>The release that a generation was folded under; null when it depends on none, or when that release is not known.</summary>
    public Referential? ReferentialOf(CatalogueEntry entry) => entry.Referential is { } version ? _releases(version) : null;

    /// <summary>Whether this release can go on with a generation: it was built by the same version, under a release that is known.</summary>
    public bool CanFold(ProjectionDefinition definition, CatalogueEntry entry) =>
        entry.Version == definition.Version && (entry.Referential is null || ReferentialOf(entry) is not null);

    /// <summary>Opens a generation that <see cref="CanFold"/>, or null when its file is missing or damaged.</summary>
    public Generation? TryOpen(ProjectionDefinition definition, CatalogueEntry entry)
    {
        var referential = ReferentialOf(entry);
        try
        {
            return Generation.TryOpen(PathOf(entry), entry, IdentityOf(entry), referential, Make(definition, referential));
        }
        catch (SqliteException failure) when (failure.IsDamage())
        {
            return null;
        }
    }

    /// <summary>Starts an empty generation. It is in the catalogue before it is on disk, so that nothing on disk is unknown.</summary>
    public Generation Create(ProjectionDefinition definition, Referential? active)
    {
        var referential = definition.DependsOnReferential ? active : null;
        var entry = new CatalogueEntry(
            definition.Name,
            Catalogue.NextNumber(definition.Name),
            GenerationRole.Building,
            definition.Version,
            referential?.Version,
            IsPinned: false);
        Catalogue.Change([], [entry]);
        return Generation.Create(PathOf(entry), entry, IdentityOf(entry), referential, Make(definition, referential));
    }

    public GenerationReaders ReadersOf(CatalogueEntry entry) => new(PathOf(entry), entry.Generation, ReferentialOf(entry));

    public bool HasFile(CatalogueEntry entry) => File.Exists(PathOf(entry));

    public void Drop(CatalogueEntry entry)
    {
        Catalogue.Change([entry], []);
        DeleteFile(entry);
    }

    public void DeleteFile(CatalogueEntry entry) => SqliteFormats.Delete(PathOf(entry));

    public void Dispose() => Catalogue.Dispose();

    private static IProjection Make(ProjectionDefinition definition, Referential? referential)
    {
        var projection = definition.Create(referential);
        return projection.Name == definition.Name && projection.Version == definition.Version
            ? projection
            : throw new InvalidOperationException(
                $"{projection.Name} {projection.Version} is defined as {definition.Name} {definition.Version}.");
    }

    private GenerationIdentity IdentityOf(CatalogueEntry entry) => new(_log, entry.Projection, entry.Version, entry.Referential);

    private string PathOf(CatalogueEntry entry) => Path.Combine(_folder, Catalogue.FileName(entry.Projection, entry.Generation));

    // What was dropped while it was read, or belongs to a catalogue that was lost.
    private void DeleteUnnamed()
    {
        var named = Catalogue.FileNames();
        foreach (var file in Directory.EnumerateFiles(_folder, "*.*.db"))
        {
            if (!named.Contains(Path.GetFileName(file))) SqliteFormats.Delete(file);
        }
    }
}

namespace Pix.Domain;

/// <summary>An import as its school knows it; completed: null while it is under way.</summary>
public sealed record ImportState(ImportStarted Started, ImportCompleted? Completed);

/// <summary>How a school's imports go on (Rule 10.6).</summary>
public static class ImportDecisions
{
    /// <summary>Starts one: the school manages its pupils, its list is whole, and no other import is under way.</summary>
    public static Decision<OrganisationEvent> StartImport(this Organisation organisation, ImportId id, PupilImport list, DateTimeOffset now)
    {
        if (organisation.WhyNoImport() is { } refusal) return refusal;
        if (list.File is not { } file || !list.IsWhole) return Refusal.ImportListIncomplete;
        return [new ImportStarted(id, file.Format, file.Hash, file.Pupils, now)];
    }

    /// <summary>Why no import may start now, or null.</summary>
    public static Refusal? WhyNoImport(this Organisation organisation) =>
        organisation.Facts is not { } facts ? Refusal.OrganisationUnknown
        : !facts.ManagesPupils ? Refusal.PupilsNotManaged
        : organisation.Imports.Exists(import => import.Completed is null) ? Refusal.ImportUnderWay
        : null;

    /// <summary>Everything was taken over.</summary>
    public static Decision<OrganisationEvent> CompleteImport(this Organisation organisation, ImportId id, ImportCounts counts, DateTimeOffset now)
    {
        if (organisation.FindImport(id) is not { } import) return Refusal.ImportUnknown;
        if (import.Completed is not null) return [];
        return [new ImportCompleted(id, counts.Added, counts.Updated, counts.Unchanged, counts.Disabled, now)];
    }

    /// <summary>An import by its id, or null.</summary>
    public static ImportState? FindImport(this Organisation organisation, ImportId id) =>
        organisation.Imports.Find(import => import.Started.Import == id);
}

/// <summary>What an import changed, in pupils.</summary>
public sealed record ImportCounts(int Added, int Updated, int Unchanged, int Disabled);

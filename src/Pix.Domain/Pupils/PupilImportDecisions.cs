namespace Pix.Domain;

/// <summary>A pupil of a file, known by id and person.</summary>
public sealed record ListedPupil(PupilId Pupil, PersonId Person, PupilEntry Entry);

/// <summary>What a file says of one pupil.</summary>
public sealed record PupilEntry(PupilFacts Facts, string Division);

/// <summary>How a list gets into the log.</summary>
public static class PupilImportDecisions
{
    /// <summary>The file was read; its pupils follow.</summary>
    public static Decision<PupilImportEvent> Open(
        this PupilImport import,
        OrganisationId organisation,
        PupilFileFormat format,
        string hash,
        int pupils,
        DateTimeOffset now)
    {
        if (import.File is not null) return [];
        return [new PupilFileRead(organisation, format, hash, pupils, now)];
    }

    /// <summary>Lists the next pupils, of which the first is number <paramref name="from"/> of the file, 0 first.</summary>
    public static Decision<PupilImportEvent> List(this PupilImport import, int from, IReadOnlyList<ListedPupil> pupils, DateTimeOffset now)
    {
        if (import.Listed > from) return [];
        return Decision.Of<PupilImportEvent>([.. pupils.Select(listed => new PupilListed(
            listed.Pupil, new Personal<PupilFacts>(listed.Person, listed.Entry.Facts), listed.Entry.Division, now))]);
    }
}

using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>Of pupils and of imports. Computed: what other parts of this class hold may be made before.</summary>
public static partial class StoredEventExamples
{
    private static PupilId ImportedPupil => new(new Guid("0195a3c2-7d1e-5b60-9d4f-2f6c1a8b3e20"));

    public static ImportId Import => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e21"));

    private static PersonId PupilsPerson => new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e22"));

    private static PupilFacts PupilsFacts => new(
        "012345678FF",
        "Lefèvre",
        null,
        "Zoé",
        "Marie",
        null,
        PupilSex.F,
        new DateOnly(2012, 6, 23),
        "100",
        "051",
        "51454",
        null,
        "10010012110",
        "ST");

    private static IEnumerable<StoredEventExample> OfPupils() =>
        OfImport().Select(happened => new StoredEventExample(Streams.Import(Import), happened))
            .Concat(OfSchool().Select(happened => new StoredEventExample(Streams.Organisation(Organisation), happened)))
            .Concat(OfPupil().Select(happened => new StoredEventExample(Streams.Pupil(ImportedPupil), happened)))
            .Concat(OfAttachedAccount().Select(happened => new StoredEventExample(Streams.Learner(Learner), happened)));

    /// <summary>In the order of a pupil's life.</summary>
    private static IEnumerable<PupilEvent> OfPupil()
    {
        yield return new PupilImported(Organisation, Import, new Personal<PupilFacts>(PupilsPerson, PupilsFacts), "4B", At);
        yield return new PupilUpdated(Import, new Personal<PupilFacts>(PupilsPerson, PupilsFacts with { PreferredLastName = "Durand" }), "3A", At);
        yield return new PupilAttached(Learner, At);
        yield return new PupilDetached(Learner, At);
        yield return new PupilAttachmentSettled(Learner, At);
        yield return new PupilDisabled(Import, At);
        yield return new PupilErased(PupilsPerson, At);
    }

    private static IEnumerable<PupilImportEvent> OfImport()
    {
        yield return new PupilFileRead(Organisation, PupilFileFormat.Siecle, Sha256('c'), 1, At);
        yield return new PupilListed(ImportedPupil, new Personal<PupilFacts>(PupilsPerson, PupilsFacts), "4B", At);
    }

    private static IEnumerable<OrganisationEvent> OfSchool()
    {
        yield return new ImportStarted(Import, PupilFileFormat.Siecle, Sha256('c'), 1, At);
        yield return new ImportCompleted(Import, 1, 0, 0, 0, At);
    }

    private static IEnumerable<LearnerEvent> OfAttachedAccount()
    {
        yield return new LoginGiven(LoginKind.Username, new Personal<string>(Person, "zoe.lefevre2306"), At);
        yield return new PupilLinked(Organisation, ImportedPupil, At);
        yield return new PupilUnlinked(Organisation, ImportedPupil, At);
    }
}

namespace Pix.Domain;

/// <summary>
/// What a school's file says, put into the log whole before anything is made of it, so that any node can go on with it: stream
/// <c>import-{id}</c>.
/// </summary>
public abstract record PupilImportEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>A file was read without error. The hash is the SHA-256 of the file as it was sent.</summary>
[StoredAs("PupilFileRead.v1")]
public sealed record PupilFileRead(OrganisationId Organisation, PupilFileFormat Format, string Hash, int Pupils, DateTimeOffset At)
    : PupilImportEvent(At);

/// <summary>One pupil of the file.</summary>
[StoredAs("PupilListed.v1")]
public sealed record PupilListed(PupilId Pupil, Personal<PupilFacts> Facts, string Division, DateTimeOffset At) : PupilImportEvent(At);

/// <summary>Where a list of pupils comes from (Rules 10.1, 10.7).</summary>
public enum PupilFileFormat
{
    /// <summary>ElevesSansAdresse.xml, alone or zipped.</summary>
    Siecle,

    /// <summary>The CSV of Fregata and of agricultural schools.</summary>
    Csv,
}

namespace Pix.Domain;

/// <summary>What happened to a pupil of a school: stream <c>pupil-{id}</c>.</summary>
public abstract record PupilEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// The school's file named a pupil that it had not named before, or not since the pupil was erased (Rule 10.6). Readers see it once the import
/// is completed. The person is born here.
/// </summary>
[StoredAs("PupilImported.v1")]
public sealed record PupilImported(
    OrganisationId Organisation,
    ImportId Import,
    Personal<PupilFacts> Facts,
    string Division,
    DateTimeOffset At) : PupilEvent(At);

/// <summary>A later file says something else of the pupil, or names them again after having left them out (Rule 10.6).</summary>
[StoredAs("PupilUpdated.v1")]
public sealed record PupilUpdated(ImportId Import, Personal<PupilFacts> Facts, string Division, DateTimeOffset At) : PupilEvent(At);

/// <summary>A later file leaves the pupil out: what they did stays (Rule 10.6).</summary>
[StoredAs("PupilDisabled.v1")]
public sealed record PupilDisabled(ImportId Import, DateTimeOffset At) : PupilEvent(At);

/// <summary>An account is this pupil's: here one account wins (Rule 10.8).</summary>
[StoredAs("PupilAttached.v1")]
public sealed record PupilAttached(LearnerId Learner, DateTimeOffset At) : PupilEvent(At);

/// <summary>The account is not this pupil's any more.</summary>
[StoredAs("PupilDetached.v1")]
public sealed record PupilDetached(LearnerId Learner, DateTimeOffset At) : PupilEvent(At);

/// <summary>The account's own stream says of this pupil what this one does: what was attached is linked, what was detached is not.</summary>
[StoredAs("PupilAttachmentSettled.v1")]
public sealed record PupilAttachmentSettled(LearnerId Learner, DateTimeOffset At) : PupilEvent(At);

/// <summary>The pupil is to be forgotten: their key is destroyed after this. A file that names them again makes another person of them.</summary>
[StoredAs("PupilErased.v1")]
public sealed record PupilErased(PersonId Person, DateTimeOffset At) : PupilEvent(At), IErasure;

namespace Pix.Domain;

/// <summary>What happened to a certification session: stream <c>session-{id}</c>.</summary>
public abstract record SessionEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// A centre opened a session. <paramref name="Papers"/> is a person to the keys only: what the session's papers say of the staff, or of
/// several people at once, is sealed under it (Rules 11.2, D13).
/// </summary>
[StoredAs("SessionOpened.v1")]
public sealed record SessionOpened(
    OrganisationId Centre,
    PersonId Papers,
    SessionDetails Details,
    Personal<SessionTexts> Texts,
    string AccessCode,
    string SupervisorCode,
    DateTimeOffset At) : SessionEvent(At);

/// <summary>Where or when it takes place, or who supervises, changed.</summary>
[StoredAs("SessionEdited.v1")]
public sealed record SessionEdited(SessionDetails Details, Personal<SessionTexts> Texts, DateTimeOffset At) : SessionEvent(At);

/// <summary>It does not take place; nobody took a test in it (Rule D26).</summary>
[StoredAs("SessionCancelled.v1")]
public sealed record SessionCancelled(Personal<string> Reason, DateTimeOffset At) : SessionEvent(At);

/// <summary>Somebody showed the supervisors' code: this account supervises the session.</summary>
[StoredAs("SupervisorAdmitted.v1")]
public sealed record SupervisorAdmitted(MemberId Supervisor, DateTimeOffset At) : SessionEvent(At);

/// <summary>A candidate is expected; <paramref name="Pupil"/> is whom the school imported, if so (Rule 11.4).</summary>
[StoredAs("CandidateEnrolled.v1")]
public sealed record CandidateEnrolled(
    CandidateId Candidate,
    PersonId Person,
    Personal<CandidateIdentity> Identity,
    string PersonalCode,
    PupilId? Pupil,
    DateTimeOffset At) : SessionEvent(At);

/// <summary>What is known of a candidate was wrong.</summary>
[StoredAs("CandidateCorrected.v1")]
public sealed record CandidateCorrected(CandidateId Candidate, Personal<CandidateIdentity> Identity, DateTimeOffset At) : SessionEvent(At);

/// <summary>A candidate who did not start is not expected any more.</summary>
[StoredAs("CandidateWithdrawn.v1")]
public sealed record CandidateWithdrawn(CandidateId Candidate, DateTimeOffset At) : SessionEvent(At);

/// <summary>The candidate asked to be forgotten: from here on nobody knows who they were.</summary>
[StoredAs("CandidateErased.v1")]
public sealed record CandidateErased(CandidateId Candidate, PersonId Person, DateTimeOffset At) : SessionEvent(At), IErasure;

/// <summary>The candidate is present and signed; this account checked the identity, by this document (Rule D13).</summary>
[StoredAs("CandidateSignedIn.v1")]
public sealed record CandidateSignedIn(CandidateId Candidate, MemberId CheckedBy, IdentityDocument Document, DateTimeOffset At) : SessionEvent(At);

/// <summary>The candidate joined with this account (Rule 11.7).</summary>
[StoredAs("CandidateLinked.v1")]
public sealed record CandidateLinked(CandidateId Candidate, LearnerId Learner, JoiningWay Way, DateTimeOffset At) : SessionEvent(At);

/// <summary>A supervisor lets the candidate start, or go on, once (Rule 11.8).</summary>
[StoredAs("CandidateAuthorised.v1")]
public sealed record CandidateAuthorised(CandidateId Candidate, DateTimeOffset At) : SessionEvent(At);

/// <summary>The candidate started, or went on when <paramref name="Resumed"/>: the authorisation is consumed (Rule 11.8).</summary>
[StoredAs("CandidateStarted.v1")]
public sealed record CandidateStarted(CandidateId Candidate, CertificationId Certification, bool Resumed, DateTimeOffset At) : SessionEvent(At);

/// <summary>An issue report (Rule 11.20). <paramref name="Incident"/> is its ordinal in this stream, 1 first.</summary>
[StoredAs("IncidentReported.v1")]
public sealed record IncidentReported(
    int Incident,
    CandidateId Candidate,
    IssueCategory Category,
    IssueSubcategory? Subcategory,
    int? QuestionNumber,
    Personal<string>? Description,
    DateTimeOffset At) : SessionEvent(At);

/// <summary>An issue report was a mistake.</summary>
[StoredAs("IncidentWithdrawn.v1")]
public sealed record IncidentWithdrawn(int Incident, DateTimeOffset At) : SessionEvent(At);

/// <summary>
/// The centre handed the session in, with all that judging needs: every test that was started, with why it was not finished and its issue
/// reports (Rule 11.22). From here on a process ends, judges and scores each.
/// </summary>
[StoredAs("SessionFinalised.v1")]
public sealed record SessionFinalised(
    Guid Finalisation,
    IReadOnlyList<FinalisedTest> Tests,
    Personal<string>? Comment,
    bool HadIncident,
    bool HadJoiningIssue,
    DateTimeOffset At) : SessionEvent(At);

/// <summary>Every test of the session is ended, judged and scored.</summary>
[StoredAs("FinalisationCompleted.v1")]
public sealed record FinalisationCompleted(Guid Finalisation, DateTimeOffset At) : SessionEvent(At);

/// <summary>A jury officer takes charge of the session.</summary>
[StoredAs("JuryOfficerAssigned.v1")]
public sealed record JuryOfficerAssigned(MemberId Officer, DateTimeOffset At) : SessionEvent(At);

/// <summary>
/// The jury decided these certifications together, uncontested, on what their streams held (Rule D22). <paramref name="Deliberation"/> is
/// its ordinal in this stream, 1 first.
/// </summary>
[StoredAs("DeliberationHeld.v1")]
public sealed record DeliberationHeld(
    int Deliberation,
    IReadOnlyList<DeliberatedCertification> Certifications,
    Personal<string> Minutes,
    DateTimeOffset At) : SessionEvent(At);

/// <summary>
/// The results of the whole session count from here on: each certification by the scoring that is published (Rule 11.26).
/// <paramref name="Publication"/> is its ordinal in this stream, 1 first.
/// </summary>
[StoredAs("ResultsPublished.v1")]
public sealed record ResultsPublished(int Publication, IReadOnlyList<PublishedResult> Results, DateTimeOffset At) : SessionEvent(At);

/// <summary>Those to be told of a publication were told.</summary>
[StoredAs("PublicationAnnounced.v1")]
public sealed record PublicationAnnounced(int Publication, int Recipients, DateTimeOffset At) : SessionEvent(At);

/// <summary>The results do not count any more until they are published again.</summary>
[StoredAs("ResultsUnpublished.v1")]
public sealed record ResultsUnpublished(int Publication, Personal<string> Reason, DateTimeOffset At) : SessionEvent(At);

/// <summary>A paper with the candidates' names was handed out.</summary>
[StoredAs("SessionPaperIssued.v1")]
public sealed record SessionPaperIssued(SessionPaper Paper, DateTimeOffset At) : SessionEvent(At);

/// <summary>Where and when a session takes place (Rule 11.2).</summary>
public sealed record SessionDetails(string Address, string Room, DateOnly Date, TimeOnly Time);

/// <summary>What is said of a session in people's own words: who supervises, and a description, if any.</summary>
public sealed record SessionTexts(string Examiners, string? Description);

/// <summary>By what an identity was checked.</summary>
public enum IdentityDocument
{
    /// <summary>Identity card.</summary>
    IdentityCard,

    /// <summary>Passport.</summary>
    Passport,

    /// <summary>Residence permit.</summary>
    ResidencePermit,

    /// <summary>The school's card, or a teacher who knows the pupil.</summary>
    School,

    /// <summary>Another one.</summary>
    Other,
}

/// <summary>By what a candidate was recognised (Rule D13).</summary>
public enum JoiningWay
{
    /// <summary>Session number, names, birth date and the session's access code.</summary>
    Identity,

    /// <summary>The personal code of their slip.</summary>
    PersonalCode,
}

/// <summary>A test of a finalised session; <paramref name="Abort"/> is null for one that was finished.</summary>
public sealed record FinalisedTest(CandidateId Candidate, CertificationId Certification, AbortReason? Abort, IReadOnlyList<FinalisedIssue> Issues);

/// <summary>An issue report as it was handed in.</summary>
public sealed record FinalisedIssue(int Incident, IssueCategory Category, IssueSubcategory? Subcategory, int? QuestionNumber);

/// <summary>A certification that was deliberated, and what its stream held then.</summary>
public sealed record DeliberatedCertification(CandidateId Candidate, CertificationId Certification, long Revision, string Chain);

/// <summary>A certification and the scoring of its stream that is published.</summary>
public sealed record PublishedResult(CandidateId Candidate, CertificationId Certification, long Revision, string Chain);

/// <summary>A paper of a session.</summary>
public enum SessionPaper
{
    /// <summary>The sheet that candidates sign; it bears no code (Rules 11.6, D13).</summary>
    SignInSheet,

    /// <summary>One slip per candidate, with the personal code (Rule D13).</summary>
    CandidateSlips,

    /// <summary>The candidates' list as a file.</summary>
    CandidateList,

    /// <summary>The published results as a file.</summary>
    Results,
}

namespace Pix.Domain;

/// <summary>What happened to one candidate's test, from its start to the jury's last word: stream <c>certification-{id}</c>.</summary>
public abstract record CertificationEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// The test began, with everything that any later scoring uses (Rule D17): who is certified as enrolled, what was estimated without caps and
/// on which history, the questions whole, until when answers are accepted, and the highest level of the day. Only who holds the key of the
/// <paramref name="Sitting"/> answers.
/// </summary>
[StoredAs("CertificationStarted.v1")]
public sealed record CertificationStarted(
    CertificationId Certification,
    SessionId Session,
    CandidateId Candidate,
    LearnerId Learner,
    PersonId Person,
    Personal<CertifiedIdentity> Identity,
    Personal<ExtraTime>? ExtraTime,
    string VerificationCode,
    Guid Sitting,
    StreamEvidence Positioning,
    ReferentialVersion Referential,
    int MaximumLevel,
    long Seed,
    IReadOnlyList<PositionedCompetence> Competences,
    IReadOnlyList<CertificationQuestion> Questions,
    DateTimeOffset Deadline,
    DateTimeOffset At) : CertificationEvent(At);

/// <summary>The candidate goes on, with a new authorisation: the former key answers no more (Rule 11.8).</summary>
[StoredAs("CertificationResumed.v1")]
public sealed record CertificationResumed(Guid Sitting, DateTimeOffset At) : CertificationEvent(At);

/// <summary>
/// The session is being handed in or cancelled: of the attempts to start that it let through, none up to this ordinal begins a test any more. It is the
/// first event of a test that never was.
/// </summary>
[StoredAs("CertificationStartBarred.v1")]
public sealed record CertificationStartBarred(int Attempt, DateTimeOffset At) : CertificationEvent(At);

/// <summary>A timed question was shown: the server's clock runs from here.</summary>
[StoredAs("CertificationQuestionPresented.v1")]
public sealed record CertificationQuestionPresented(int Number, DateTimeOffset At) : CertificationEvent(At);

/// <summary>The page lost the focus during this question (Rule 2.11).</summary>
[StoredAs("CertificationFocusLost.v1")]
public sealed record CertificationFocusLost(int Number, DateTimeOffset At) : CertificationEvent(At);

/// <summary>
/// An answer, judged once (Rule D6). <paramref name="Checked"/> is what comparing it with the solution gave, before lateness and focus made it
/// <paramref name="Status"/>; a skipped question was not compared.
/// </summary>
[StoredAs("CertificationAnswerRecorded.v1")]
public sealed record CertificationAnswerRecorded(
    int Number,
    ChallengeId Challenge,
    Personal<string>? Value,
    AnswerStatus? Checked,
    AnswerStatus Status,
    int? ClaimedSeconds,
    int ServerSeconds,
    bool FocusLost,
    DateTimeOffset At) : CertificationEvent(At);

/// <summary>The test is over: no answer is accepted any more (Rule D14).</summary>
[StoredAs("CertificationEnded.v1")]
public sealed record CertificationEnded(CertificationEnd Reason, DateTimeOffset At) : CertificationEvent(At);

/// <summary>
/// An issue report was handed in with the session, and what the automatic jury made of it (Rules 11.20, 11.23).
/// <paramref name="Incident"/> is its ordinal in the session's stream.
/// </summary>
[StoredAs("IssueReported.v1")]
public sealed record IssueReported(
    int Incident,
    IssueCategory Category,
    IssueSubcategory? Subcategory,
    int? QuestionNumber,
    IssueResolution Resolution,
    DateTimeOffset At) : CertificationEvent(At);

/// <summary>A question does not count (Rules 11.23, 11.24).</summary>
[StoredAs("ChallengeNeutralised.v1")]
public sealed record ChallengeNeutralised(int Number, QuestionDecisionCause Cause, int? Incident, DateTimeOffset At) : CertificationEvent(At);

/// <summary>A neutralised question counts again (Rule 11.24).</summary>
[StoredAs("ChallengeRestored.v1")]
public sealed record ChallengeRestored(int Number, DateTimeOffset At) : CertificationEvent(At);

/// <summary>A question that was left unanswered by the candidate's doing counts as wrong (Rules 11.23, D14).</summary>
[StoredAs("ChallengeSkippedAutomatically.v1")]
public sealed record ChallengeSkippedAutomatically(int Number, DateTimeOffset At) : CertificationEvent(At);

/// <summary>An answer that a loss of focus had made wrong counts for what it is worth (Rule 11.23).</summary>
[StoredAs("AnswerAccepted.v1")]
public sealed record AnswerAccepted(int Number, AnswerStatus Status, int? Incident, DateTimeOffset At) : CertificationEvent(At);

/// <summary>The automatic jury went through this test for this finalisation, once (Rule 11.23).</summary>
[StoredAs("AutomaticJuryHeld.v1")]
public sealed record AutomaticJuryHeld(Guid Finalisation, AbortReason? Abort, DateTimeOffset At) : CertificationEvent(At);

/// <summary>
/// A scoring: a function of the events before it (Rules 11.13 to 11.19). The reproducibility is <paramref name="Right"/> of
/// <paramref name="Considered"/>, exactly, and <paramref name="Reproducibility"/> once rounded to a percentage: both are kept, because rounding
/// can decide (Rule D18).
/// </summary>
[StoredAs("CertificationScored.v1")]
public sealed record CertificationScored(
    ScoringEmitter Emitter,
    ScoringStatus Status,
    int Pix,
    int Right,
    int Considered,
    int Reproducibility,
    int MaximumLevel,
    bool IsTrusted,
    IReadOnlyList<CompetenceMark> Competences,
    IReadOnlyList<ScoringFinding> Findings,
    DateTimeOffset At) : CertificationEvent(At);

/// <summary>The jury corrected who is certified, as it will stand on the certificate (Rule 11.24).</summary>
[StoredAs("IdentityCorrected.v1")]
public sealed record IdentityCorrected(Personal<CertifiedIdentity> Identity, DateTimeOffset At) : CertificationEvent(At);

/// <summary>
/// The jury decided (Rule 11.24), on this evidence: the learner's stream up to the start of the test, this stream, and the session's events
/// about this candidate, each by stream, revision and chain.
/// </summary>
[StoredAs("JuryDecisionRecorded.v1")]
public sealed record JuryDecisionRecorded(
    JuryVerdict Verdict,
    Personal<string>? CommentForCandidate,
    Personal<string>? CommentForOrganisation,
    Personal<string>? CommentForJury,
    IReadOnlyList<StreamEvidence> Evidence,
    DateTimeOffset At) : CertificationEvent(At);

/// <summary>A certificate that was published counts no more; who verifies it is told so (Rule D23).</summary>
[StoredAs("CertificateRevoked.v1")]
public sealed record CertificateRevoked(Personal<string> Reason, IReadOnlyList<StreamEvidence> Evidence, DateTimeOffset At) : CertificationEvent(At);

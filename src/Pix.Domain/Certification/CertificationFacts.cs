namespace Pix.Domain;

/// <summary>Who is certified, as it stands on the certificate (Rules 11.9, 11.27). It stands sealed in events.</summary>
public sealed record CertifiedIdentity(string FirstName, string LastName, CandidateSex Sex, DateOnly BirthDate, BirthPlace BirthPlace);

/// <summary>Time added for a candidate's health, in percent. It stands sealed in events.</summary>
public sealed record ExtraTime(int Percent);

/// <summary>How far a stream was read: a revision, and the chain there, in hexadecimal.</summary>
public sealed record StreamEvidence(string Stream, long Revision, string Chain);

/// <summary>A competence that is certified: its uncapped level and exact pix when the test began (Rules 11.1, D17).</summary>
public sealed record PositionedCompetence(CompetenceCode Competence, int Level, PixAmount Pix);

/// <summary>
/// A question of the test, whole, so that judging and scoring need no referential. <paramref name="Number"/> is 1 for the first;
/// <paramref name="AlreadySeen"/>: the candidate had met this very variant (Rule D16).
/// </summary>
public sealed record CertificationQuestion(
    int Number,
    CompetenceCode Competence,
    SkillId Skill,
    string SkillName,
    int Level,
    Challenge Challenge,
    bool AlreadySeen);

/// <summary>Why a test is over.</summary>
public enum CertificationEnd
{
    /// <summary>Every question was answered or skipped.</summary>
    LastAnswer,

    /// <summary>The deadline passed: what is unanswered is the candidate's doing (Rule D14).</summary>
    Time,

    /// <summary>The supervisor ended it.</summary>
    Supervisor,

    /// <summary>The session was finalised.</summary>
    Finalisation,
}

/// <summary>What the automatic jury made of an issue report (Rule 11.23).</summary>
public enum IssueResolution
{
    /// <summary>The question was neutralised.</summary>
    Neutralised,

    /// <summary>The answer was accepted.</summary>
    Accepted,

    /// <summary>Settled: there was nothing to change.</summary>
    WithoutEffect,

    /// <summary>Left to the jury: the test is contested until it decides.</summary>
    LeftToJury,

    /// <summary>For information only.</summary>
    Noted,
}

/// <summary>Why a question was neutralised.</summary>
public enum QuestionDecisionCause
{
    /// <summary>It was left unanswered when the test stopped on a technical problem.</summary>
    TechnicalAbort,

    /// <summary>An issue report.</summary>
    IssueReport,

    /// <summary>A juror.</summary>
    Jury,
}

/// <summary>Who made a scoring (Rules 11.23, 11.24).</summary>
public enum ScoringEmitter
{
    /// <summary>The end of the test.</summary>
    TestEnd,

    /// <summary>The automatic jury.</summary>
    AutomaticJury,

    /// <summary>A juror who neutralised or restored a question.</summary>
    Neutralisation,

    /// <summary>A juror who rejected for fraud, or took that back.</summary>
    FraudRejection,
}

/// <summary>What a scoring says (Rules 11.14, 11.17, 11.18).</summary>
public enum ScoringStatus
{
    /// <summary>Something is certified.</summary>
    Validated,

    /// <summary>Nothing is certified.</summary>
    Rejected,

    /// <summary>It could not be scored; the findings say why.</summary>
    Error,
}

/// <summary>
/// What a competence got. <paramref name="CertifiedLevel"/> is -1 when nothing is certified in it, and 0 when it was lowered to nothing to show
/// (Rule D20). The counts are those of the table (Rule 11.15).
/// </summary>
public sealed record CompetenceMark(
    CompetenceCode Competence,
    int EstimatedLevel,
    PixAmount EstimatedPix,
    int CertifiedLevel,
    int CertifiedPix,
    CompetenceVerdict Verdict,
    MarkReason Reason,
    int Questions,
    int Right,
    int Neutralised)
{
    /// <summary>The level of what is not certified.</summary>
    public const int NoLevel = -1;
}

/// <summary>What became of a competence's estimated level (Rules 11.15, 11.16, D20).</summary>
public enum CompetenceVerdict
{
    /// <summary>Kept.</summary>
    Kept,

    /// <summary>One level less.</summary>
    Lowered,

    /// <summary>Not certified.</summary>
    NotCertified,

    /// <summary>Every question of it was neutralised.</summary>
    NotEvaluated,
}

/// <summary>Why a competence got its verdict.</summary>
public enum MarkReason
{
    /// <summary>The answers bear the level out.</summary>
    AnswersConfirm,

    /// <summary>Some answers were wrong, and the whole test does not bear the level out enough.</summary>
    AnswersConfirmInPart,

    /// <summary>Too many answers were wrong in this competence.</summary>
    AnswersContradict,

    /// <summary>Less than half of the whole test is right: nothing is certified (Rule 11.14).</summary>
    NotReproducible,

    /// <summary>Every question was neutralised.</summary>
    AllNeutralised,

    /// <summary>Rejected for fraud.</summary>
    Fraud,

    /// <summary>The test could not be scored.</summary>
    NotScored,
}

/// <summary>What a scoring found amiss, and in which competence, if one (Rule 11.18).</summary>
public sealed record ScoringFinding(ScoringFindingKind Kind, CompetenceCode? Competence);

/// <summary>What can be amiss in a scoring (Rules 11.18, D20).</summary>
public enum ScoringFindingKind
{
    /// <summary>A competence without question.</summary>
    CompetenceWithoutQuestion,

    /// <summary>A competence without answer.</summary>
    CompetenceWithoutAnswer,

    /// <summary>An answer to what was not asked.</summary>
    AnswerWithoutQuestion,

    /// <summary>Two answers to one question.</summary>
    TwoAnswers,

    /// <summary>A question left unanswered for no known reason.</summary>
    UnansweredQuestion,

    /// <summary>Counts that the table of levels does not know.</summary>
    CountsNotInTable,

    /// <summary>No pix in spite of a reproducibility of 50 or more: the jury is told, and it is no error (Rule D20).</summary>
    NoPixInSpiteOfReproducibility,
}

/// <summary>What the jury may decide (Rule 11.24).</summary>
public enum JuryVerdict
{
    /// <summary>The result stands.</summary>
    Confirmed,

    /// <summary>Rejected for fraud.</summary>
    RejectedForFraud,

    /// <summary>The rejection for fraud is taken back.</summary>
    FraudRejectionLifted,

    /// <summary>The test counts for nothing.</summary>
    Cancelled,

    /// <summary>The cancellation is taken back.</summary>
    CancellationLifted,

    /// <summary>The revocation is taken back: the certificate counts again, as it was published.</summary>
    RevocationLifted,
}

/// <summary>What is said of a certification as a whole (Rule 11.25).</summary>
public enum CertificationStatus
{
    /// <summary>No scoring yet.</summary>
    Started,

    /// <summary>Something is certified.</summary>
    Validated,

    /// <summary>Nothing is certified.</summary>
    Rejected,

    /// <summary>It could not be scored.</summary>
    Error,

    /// <summary>It counts for nothing, whatever its result.</summary>
    Cancelled,
}

namespace Pix.Domain;

/// <summary>What an issue report is about (Rule 11.20). Those of former years are read, never written again.</summary>
public enum IssueCategory
{
    /// <summary>What is known of the candidate is to be changed.</summary>
    CandidateInformationsChanges,

    /// <summary>A signature is missing or doubtful.</summary>
    SignatureIssue,

    /// <summary>A problem with one question, named by its number.</summary>
    InChallenge,

    /// <summary>The candidate cheated, or is suspected to.</summary>
    Fraud,

    /// <summary>A problem of the candidate's that did not stop the test.</summary>
    NonBlockingCandidateIssue,

    /// <summary>A technical problem that did not stop the test.</summary>
    NonBlockingTechnicalIssue,

    /// <summary>Former: a technical problem.</summary>
    TechnicalProblem,

    /// <summary>Former: anything else.</summary>
    Other,

    /// <summary>Former: late, or gone before the end.</summary>
    LateOrLeaving,

    /// <summary>Former: connection lost, or end screen not seen.</summary>
    ConnectionOrEndScreen,
}

/// <summary>What an issue report is about more closely (Rule 11.20). Those of former years are read, never written again.</summary>
public enum IssueSubcategory
{
    /// <summary>Name or birth date.</summary>
    NameOrBirthdate,

    /// <summary>Extra time.</summary>
    ExtraTimePercentage,

    /// <summary>The picture was not shown.</summary>
    ImageNotDisplaying,

    /// <summary>The simulator did not work.</summary>
    EmbedNotWorking,

    /// <summary>The file did not open.</summary>
    FileNotOpening,

    /// <summary>The web site did not answer.</summary>
    WebsiteUnavailable,

    /// <summary>The web site was blocked by the school's network.</summary>
    WebsiteBlocked,

    /// <summary>A candidate with extra time was late on a timed question.</summary>
    ExtraTimeExceeded,

    /// <summary>A program was missing or did not work.</summary>
    SoftwareNotWorking,

    /// <summary>The page was left by no fault of the candidate's.</summary>
    UnintentionalFocusOut,

    /// <summary>The question was skipped by mistake.</summary>
    SkipOnOops,

    /// <summary>The question could not be read or used with a disability.</summary>
    AccessibilityIssue,

    /// <summary>Former: a link did not work.</summary>
    LinkNotWorking,

    /// <summary>Former: anything else about a question.</summary>
    Other,

    /// <summary>Former: the candidate left the room.</summary>
    LeftExamRoom,
}

/// <summary>Why a test was not finished (Rules 11.22, 11.23).</summary>
public enum AbortReason
{
    /// <summary>By the candidate's doing: what is unanswered counts as wrong.</summary>
    Candidate,

    /// <summary>By a technical problem: what is unanswered does not count.</summary>
    Technical,
}

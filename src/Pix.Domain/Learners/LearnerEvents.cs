namespace Pix.Domain;

/// <summary>What happened to a learner: stream <c>learner-{id}</c>.</summary>
public abstract record LearnerEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>An account was opened. The name is what the learner or the school gave, if any.</summary>
[StoredAs("LearnerRegistered.v1")]
public sealed record LearnerRegistered(PersonId Person, Personal<PersonName>? Name, DateTimeOffset At) : LearnerEvent(At);

/// <summary>The rules of the game were read, once and for all (Rule 13.2).</summary>
[StoredAs("RulesOfTheGameSeen.v1")]
public sealed record RulesOfTheGameSeen(DateTimeOffset At) : LearnerEvent(At);

/// <summary>
/// A test began. <paramref name="Assessment"/> is its ordinal, 1 first; <paramref name="First"/> is null when nothing is left to ask. A test of
/// a participation takes the place of the one before.
/// </summary>
[StoredAs("AssessmentStarted.v1")]
public sealed record AssessmentStarted(
    int Assessment,
    AssessmentPurpose Purpose,
    Target Target,
    long Seed,
    PendingChallenge? First,
    DateTimeOffset At) : LearnerEvent(At)
{
    /// <summary>The participation that it is taken for, by its ordinal; null outside campaigns.</summary>
    public int? Participation { get; init; }
}

/// <summary>A timed challenge was shown: the server's clock runs from here.</summary>
[StoredAs("ChallengePresented.v1")]
public sealed record ChallengePresented(int Assessment, ChallengeId Challenge, DateTimeOffset At) : LearnerEvent(At);

/// <summary>
/// An answer, judged once (Rule D6): under which release it was asked and judged, where that release puts the skill, and which
/// challenge comes next. Seconds are as the client claims and as the server's clock says.
/// </summary>
[StoredAs("AnswerRecorded.v1")]
public sealed record AnswerRecorded(
    int Assessment,
    int Number,
    ChallengeId Challenge,
    SkillId Skill,
    TubeId Tube,
    int Level,
    CompetenceCode Competence,
    Personal<string>? Value,
    AnswerStatus Status,
    int? ClaimedSeconds,
    int ServerSeconds,
    bool FocusLost,
    ReferentialVersion Referential,
    PendingChallenge? Next,
    DateTimeOffset At) : LearnerEvent(At);

/// <summary>Nothing more can be learnt from this test (Rule 4.7).</summary>
[StoredAs("AssessmentCompleted.v1")]
public sealed record AssessmentCompleted(int Assessment, DateTimeOffset At) : LearnerEvent(At);

/// <summary>"Remise à zéro": earlier answers recorded in this competence count no more (Rule 6.4).</summary>
[StoredAs("CompetenceReset.v1")]
public sealed record CompetenceReset(CompetenceCode Competence, DateTimeOffset At) : LearnerEvent(At);

/// <summary>"Progresser": these failed skills are old enough to be asked again (Rules D1, D4, 6.5).</summary>
[StoredAs("ImprovementStarted.v1")]
public sealed record ImprovementStarted(CompetenceCode Competence, IReadOnlyList<SkillId> FailedSkills, DateTimeOffset At) : LearnerEvent(At);

/// <summary>A tutorial was put on the learner's list (Rule 13.3).</summary>
[StoredAs("TutorialSaved.v1")]
public sealed record TutorialSaved(TutorialId Tutorial, DateTimeOffset At) : LearnerEvent(At);

/// <summary>A tutorial was taken off the learner's list ("Retirer").</summary>
[StoredAs("TutorialRemoved.v1")]
public sealed record TutorialRemoved(TutorialId Tutorial, DateTimeOffset At) : LearnerEvent(At);

/// <summary>The learner said whether a tutorial was useful ("Tuto utile"), or took it back.</summary>
[StoredAs("TutorialFoundUseful.v1")]
public sealed record TutorialFoundUseful(TutorialId Tutorial, bool Useful, DateTimeOffset At) : LearnerEvent(At);

/// <summary>"Signaler un problème" about a challenge (Rule 13.4). <paramref name="Report"/> is its ordinal in this stream, 1 first.</summary>
[StoredAs("ProblemReported.v1")]
public sealed record ProblemReported(
    int Report,
    int Assessment,
    ChallengeId Challenge,
    ProblemCategory Category,
    Personal<string>? Text,
    DateTimeOffset At) : LearnerEvent(At);

/// <summary>The person is to be forgotten: their key is destroyed after this, and nothing personal can be read again.</summary>
[StoredAs("PersonErased.v1")]
public sealed record PersonErased(PersonId Person, DateTimeOffset At) : LearnerEvent(At), IErasure;

/// <summary>The account is this pupil's, as the pupil's own stream decided before (Rule 10.8).</summary>
[StoredAs("PupilLinked.v1")]
public sealed record PupilLinked(OrganisationId Organisation, PupilId Pupil, DateTimeOffset At) : LearnerEvent(At);

/// <summary>The account is this pupil's no more.</summary>
[StoredAs("PupilUnlinked.v1")]
public sealed record PupilUnlinked(OrganisationId Organisation, PupilId Pupil, DateTimeOffset At) : LearnerEvent(At);

/// <summary>The account is opened this way (Rule D27): who asks for a pupil that it has already is told its login, obfuscated (Rule 10.9).</summary>
[StoredAs("LoginGiven.v1")]
public sealed record LoginGiven(LoginKind Kind, Personal<string>? Login, DateTimeOffset At) : LearnerEvent(At);

/// <summary>Why a test is taken.</summary>
public enum AssessmentPurpose
{
    /// <summary>To be placed on a competence.</summary>
    Competence,

    /// <summary>To try failed skills again.</summary>
    Improvement,

    /// <summary>For a campaign: what is not known yet of its target.</summary>
    Campaign,

    /// <summary>For a campaign, before sending: every failed skill again, at once (Rule D10).</summary>
    CampaignImprovement,

    /// <summary>For a campaign, after a sending: the failed skills that are old enough (Rule 6.6).</summary>
    CampaignRetry,
}

/// <summary>
/// A challenge that waits for its answer: a fact, with the release it was drawn from, so that a later release changes nothing between
/// question and answer. <paramref name="TimerSeconds"/> is null when untimed.
/// </summary>
public sealed record PendingChallenge(ChallengeId Challenge, ReferentialVersion Referential, int? TimerSeconds);

/// <summary>How an account is opened (Rule D27).</summary>
public enum LoginKind
{
    /// <summary>E-mail and password.</summary>
    Email,

    /// <summary>Identifier and password.</summary>
    Username,

    /// <summary>The school's ENT, through the médiacentre; there is no login to show.</summary>
    Gar,
}

/// <summary>What a problem is about (Rule 13.4).</summary>
public enum ProblemCategory
{
    /// <summary>The question.</summary>
    Question,

    /// <summary>The picture; while the challenge is pending only.</summary>
    Picture,

    /// <summary>A link.</summary>
    Link,

    /// <summary>The simulator.</summary>
    Embed,

    /// <summary>A file.</summary>
    Download,

    /// <summary>Access for everybody.</summary>
    Accessibility,

    /// <summary>The correction; once answered only.</summary>
    Answer,

    /// <summary>A tutorial; once answered only.</summary>
    Tutorial,

    /// <summary>Anything else; needs a text.</summary>
    Other,
}

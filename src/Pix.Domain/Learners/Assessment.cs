using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>Whether a test goes on.</summary>
public enum AssessmentState
{
    /// <summary>A challenge is pending.</summary>
    Started,

    /// <summary>Nothing is left to ask.</summary>
    Completed,

    /// <summary>Given up by a reset (Rule 6.4), or because another test of its participation took its place.</summary>
    Aborted,
}

/// <summary>An answer as its assessment keeps it, for the recap; the challenge is shown as the release that asked it has it.</summary>
public sealed record AssessmentAnswer(
    int Number,
    ChallengeId Challenge,
    AnswerStatus Status,
    bool WasTimed,
    ReferentialVersion Referential,
    DateTimeOffset At);

/// <summary>One test of one learner. <see cref="PendingSince"/> is when the pending challenge was drawn, or shown when it is timed.</summary>
public sealed record Assessment(int Ordinal, AssessmentPurpose Purpose, Target Target, long Seed, DateTimeOffset StartedAt)
{
    /// <summary>Answers between two recaps (Rule 13.1).</summary>
    public const int AnswersBetweenCheckpoints = 5;

    /// <summary>The participation that it is taken for, by its ordinal; null outside campaigns.</summary>
    public int? Participation { get; init; }

    /// <summary>Whether it goes on.</summary>
    public AssessmentState State { get; init; } = AssessmentState.Started;

    /// <summary>What waits for an answer, or null when the test is over.</summary>
    public PendingChallenge? Pending { get; init; }

    /// <summary>Since when the server's clock runs for the pending challenge.</summary>
    public DateTimeOffset PendingSince { get; init; }

    /// <summary>Whether the pending challenge, when timed, was shown.</summary>
    public bool IsPresented { get; init; }

    /// <summary>The answers so far, in order.</summary>
    public ImmutableList<AssessmentAnswer> Answers { get; init; } = [];

    /// <summary>Whether a recap is due: after every five answers (Rule 13.1).</summary>
    public bool IsAtCheckpoint => IsCheckpoint(Answers.Count);

    /// <summary>The answers of the current recap: the last five, or what remains of them at the end (Rule 13.1).</summary>
    public IEnumerable<AssessmentAnswer> AnswersSinceCheckpoint =>
        Answers.Skip((Answers.Count - 1) / AnswersBetweenCheckpoints * AnswersBetweenCheckpoints);

    /// <summary>Whether a recap is due after so many answers.</summary>
    public static bool IsCheckpoint(int answers) => answers > 0 && answers % AnswersBetweenCheckpoints == 0;

    /// <summary>The place of a challenge in its series of five, from its number: 0 to 4 (Rule 13.1).</summary>
    public static int StepIndex(int challengeNumber, int betweenCheckpoints) => challengeNumber % betweenCheckpoints;

    /// <summary>With this challenge waiting, drawn at this instant.</summary>
    public Assessment Waiting(PendingChallenge? pending, DateTimeOffset at) =>
        this with { Pending = pending, PendingSince = at, IsPresented = false };
}

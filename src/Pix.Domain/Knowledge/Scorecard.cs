namespace Pix.Domain;

/// <summary>Where a learner stands with the test of a competence.</summary>
public enum Evaluation
{
    /// <summary>Being taken.</summary>
    Started,

    /// <summary>Taken to its end.</summary>
    Completed,

    /// <summary>Given up by a reset.</summary>
    Reset,
}

/// <summary>What a competence's card says (Rule 5.4).</summary>
public enum ScorecardStatus
{
    /// <summary>Nothing known, nothing going on.</summary>
    NotStarted,

    /// <summary>Something known, or a test going on.</summary>
    Started,

    /// <summary>The test was taken to its end.</summary>
    Completed,
}

/// <summary>A competence as its learner sees it today: the score, and what may be done next (Rule 5.5).</summary>
/// <param name="Status">Where the learner stands.</param>
/// <param name="Score">Level and pix.</param>
/// <param name="Maximum">The level in force.</param>
/// <param name="ImprovableSkills">Failed skills old enough to be asked again (Rule D4).</param>
/// <param name="DaysBeforeImproving">Days until the first failed skill is old enough; null when nothing failed.</param>
/// <param name="DaysBeforeReset">Days until a reset; null when nothing counts.</param>
public sealed record Scorecard(
    ScorecardStatus Status,
    CompetenceScore Score,
    MaximumLevel Maximum,
    int ImprovableSkills,
    int? DaysBeforeImproving,
    int? DaysBeforeReset)
{
    /// <summary>Completed, and nothing higher to reach.</summary>
    public bool IsFinishedWithMaximumLevel => Status == ScorecardStatus.Completed && Score.Level >= Maximum.Level;

    /// <summary>Under way, and something higher to reach.</summary>
    public bool IsProgressable => Status == ScorecardStatus.Started && Score.Level < Maximum.Level;

    /// <summary>May be tried again today ("Progresser").</summary>
    public bool IsImprovable => CouldImprove && DaysBeforeImproving == 0;

    /// <summary>May be tried again, but not today.</summary>
    public bool MustWaitBeforeImproving => CouldImprove && DaysBeforeImproving > 0;

    /// <summary>May be started over today ("Remise à zéro").</summary>
    public bool IsResettable => Status != ScorecardStatus.NotStarted && DaysBeforeReset == 0;

    private bool CouldImprove => Status == ScorecardStatus.Completed && Score.Level < Maximum.Level;

    /// <summary>The card's status from the test's and from what is known (Rule 5.4).</summary>
    public static ScorecardStatus StatusOf(Evaluation? evaluation, bool somethingIsKnown) => evaluation switch
    {
        Evaluation.Completed => ScorecardStatus.Completed,
        Evaluation.Started => ScorecardStatus.Started,
        _ => somethingIsKnown ? ScorecardStatus.Started : ScorecardStatus.NotStarted,
    };
}

namespace Pix.Domain;

/// <summary>
/// What a topic's analysis is made of, over the participants whose results count: whole numbers only, so that taking a replaced sending
/// away leaves exactly what would have been without it (Rules 8.3, 8.4, D7). Adding all is the same in any order.
/// </summary>
/// <param name="Participants">Those whose results count.</param>
/// <param name="Whole">Those of them who validated everything.</param>
/// <param name="Validated">Skills answered right.</param>
/// <param name="ValidatedByInference">Skills deduced as validated.</param>
/// <param name="Invalidated">Skills answered wrong.</param>
/// <param name="InvalidatedByInference">Skills deduced as failed.</param>
/// <param name="Untested">Skills of which nothing is known.</param>
/// <param name="HighestValidated">The sum of R, the highest validated level of each.</param>
/// <param name="Closeness">The sum of R / N of who validated something, in units of 1/720720: every N from 1 to 16 divides it.</param>
public readonly record struct TopicTotals(
    int Participants,
    int Whole,
    long Validated,
    long ValidatedByInference,
    long Invalidated,
    long InvalidatedByInference,
    long Untested,
    long HighestValidated,
    long Closeness)
{
    private const long ClosenessUnits = 720_720;

    /// <summary>Skills validated, either way.</summary>
    public long AllValidated => Validated + ValidatedByInference;

    /// <summary>Everybody validated all of it: "acquis par tous" (Rule D7).</summary>
    public bool IsMasteredByAll => Participants > 0 && Whole == Participants;

    /// <summary>Of one participant.</summary>
    public static TopicTotals Of(TopicResult result) => default(TopicTotals).Plus(result);

    /// <summary>With one participant more.</summary>
    public TopicTotals Plus(TopicResult result) => Change(result, 1);

    /// <summary>Without one of the participants.</summary>
    public TopicTotals Minus(TopicResult result) => Change(result, -1);

    /// <summary>The average recommendation score and the terms that make it; null without participants (Rules 8.3, 8.4).</summary>
    public TopicScore? ScoreOf(Topic topic) => Participants == 0
        ? null
        : new TopicScore(
            new Fraction((Int128)40 * HighestValidated, (Int128)topic.Highest * Participants),
            new Fraction(30 * topic.Highest, topic.HighestOfTarget),
            new Fraction((Int128)20 * AllValidated, (Int128)topic.Places.Count * Participants),
            new Fraction((Int128)10 * Closeness, (Int128)ClosenessUnits * Participants));

    /// <summary>The share of the topic's highest level that is reached on average; null without participants (Rule 8.9).</summary>
    public Fraction? CoverageOf(Topic topic) =>
        Participants == 0 ? null : new Fraction(HighestValidated, (Int128)topic.Highest * Participants);

    private TopicTotals Change(TopicResult result, int by) => new(
        Participants + by,
        Whole + (result.IsWhole ? by : 0),
        Validated + (by * result.Validated),
        ValidatedByInference + (by * result.ValidatedByInference),
        Invalidated + (by * result.Invalidated),
        InvalidatedByInference + (by * result.InvalidatedByInference),
        Untested + (by * result.Untested),
        HighestValidated + (by * result.HighestValidated),
        Closeness + (by * ClosenessOf(result)));

    private static long ClosenessOf(TopicResult result) =>
        result.AllValidated == 0 ? 0 : result.HighestValidated * (ClosenessUnits / result.EasiestLeft);
}

/// <summary>
/// A topic's recommendation score, exact, and its four terms: what is reached (40·R/top), how hard it is in the target (30·top/X), how much
/// is validated (20·|V|/|skills|), how close the next step is (10·R/N). The lower, the more recommended; it may exceed 100 (Rules 8.3, D7).
/// </summary>
public sealed record TopicScore(Fraction Reached, Fraction Difficulty, Fraction Validated, Fraction Closeness)
{
    /// <summary>The score.</summary>
    public Fraction Total => Reached + Difficulty + Validated + Closeness;

    /// <summary>How strongly it is recommended.</summary>
    public int Relevance => RelevanceOf(Total);

    /// <summary>From 4 dots, very strongly, to 1, moderately (Rule 8.5).</summary>
    public static int RelevanceOf(Fraction score) => score <= 25 ? 4 : score <= 50 ? 3 : score <= 75 ? 2 : 1;
}

namespace Pix.Domain;

/// <summary>A question as scoring counts it; <paramref name="Answer"/> is null when unanswered.</summary>
public sealed record CountedQuestion(ChallengeType Type, AnswerStatus? Answer, bool IsNeutralised, bool IsSkippedAutomatically)
{
    /// <summary>Whether it counts towards the reproducibility (Rule 11.13).</summary>
    public bool IsConsidered => !IsNeutralised && (Answer is not null || IsSkippedAutomatically);

    /// <summary>Whether it is right, and counts; in part is not right (Rule 11.13).</summary>
    public bool IsRight => !IsNeutralised && Answer == AnswerStatus.Ok;
}

/// <summary>What scoring counts, in the whole test and in one competence (Rules 11.13, 11.15, D19).</summary>
public static class QuestionCounts
{
    /// <summary>The table of levels knows no more than this (Rule D19).</summary>
    public const int MostInTable = 3;

    private const int DoubleWeight = 2;

    /// <summary>Questions that count towards the reproducibility: answered or skipped automatically, and not neutralised.</summary>
    public static int Considered(this IEnumerable<CountedQuestion> questions) => questions.Count(question => question.IsConsidered);

    /// <summary>Questions that are right and count.</summary>
    public static int Right(this IEnumerable<CountedQuestion> questions) => questions.Count(question => question.IsRight);

    /// <summary>
    /// Trust: at least 66 % of the questions, rounded up, were not neutralised (Rule 11.19).
    /// </summary>
    public static bool IsTrusted(int questions, int notNeutralised)
    {
        const int LeastPercent = 66;
        return notNeutralised >= ((LeastPercent * questions) + 99) / 100;
    }

    /// <summary>The questions of a competence, as the table counts them.</summary>
    public static int InCompetence(IReadOnlyCollection<CountedQuestion> questions) => Capped(questions.Sum(question => WeightOf(question, questions)));

    /// <summary>The right answers of a competence, as the table counts them: a QROCM-dep that counts double gives 1 when right in part.</summary>
    public static int RightInCompetence(IReadOnlyCollection<CountedQuestion> questions) => Capped(questions.Sum(question => question switch
    {
        { IsRight: true } => WeightOf(question, questions),
        { IsNeutralised: false, Answer: AnswerStatus.Partially } when WeightOf(question, questions) == DoubleWeight => 1,
        _ => 0,
    }));

    /// <summary>The neutralised questions of a competence, as the table counts them.</summary>
    public static int NeutralisedInCompetence(IReadOnlyCollection<CountedQuestion> questions) =>
        Capped(questions.Where(question => question.IsNeutralised).Sum(question => WeightOf(question, questions)));

    // With fewer than three questions, one that asks for several answers in any order counts double (Rule 11.15).
    private static int WeightOf(CountedQuestion question, IReadOnlyCollection<CountedQuestion> ofCompetence) =>
        question.Type == ChallengeType.QrocmDep && ofCompetence.Count < MostInTable ? DoubleWeight : 1;

    private static int Capped(int count) => Math.Min(count, MostInTable);
}

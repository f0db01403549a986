namespace Pix.Domain;

/// <summary>What a test must be for a scoring to mean anything (Rule 11.18).</summary>
public static class ScoringContract
{
    /// <summary>Everything that is amiss; whatever it is, the scoring is an error. A fraud is rejected whatever the test holds.</summary>
    public static IReadOnlyList<ScoringFinding> Check(ScoringInput input)
    {
        if (input.IsFraud) return [];
        var asked = input.Questions.ToLookup(question => question.Competence);
        var answered = input.Answers.Select(answer => answer.Challenge).ToHashSet();
        var certified = input.Competences.Select(competence => competence.Competence).ToList();
        var open = certified
            .SelectMany(competence => asked[competence])
            .Where(question => !question.IsNeutralised && !question.IsSkippedAutomatically && !answered.Contains(question.Challenge))
            .ToList();
        return
        [
            .. certified.Where(competence => !asked.Contains(competence)).Select(competence => Finding(ScoringFindingKind.CompetenceWithoutQuestion, competence)),
            .. certified
                .Where(competence => asked.Contains(competence) && asked[competence].All(open.Contains))
                .Select(competence => Finding(ScoringFindingKind.CompetenceWithoutAnswer, competence)),
            .. input.Answers
                .ExceptBy(input.Questions.Select(question => question.Challenge), answer => answer.Challenge)
                .Select(_ => Finding(ScoringFindingKind.AnswerWithoutQuestion, null)),
            .. input.Answers.CountBy(answer => answer.Challenge)
                .Where(answers => answers.Value > 1)
                .Select(_ => Finding(ScoringFindingKind.TwoAnswers, null)),
            .. open.Select(question => Finding(ScoringFindingKind.UnansweredQuestion, question.Competence)),
        ];
    }

    /// <summary>
    /// A result that contradicts itself, or null: nothing certified although more than half is right. It is said to the jury and is no error: a
    /// weak and honest candidate is rejected like any other (Rule D20).
    /// </summary>
    public static ScoringFinding? CheckPix(int pix, ReproducibilityRate rate) =>
        pix < 1 && rate.Percent > ReproducibilityRate.LeastToCertify ? Finding(ScoringFindingKind.NoPixInSpiteOfReproducibility, null) : null;

    private static ScoringFinding Finding(ScoringFindingKind kind, CompetenceCode? competence) => new(kind, competence);
}

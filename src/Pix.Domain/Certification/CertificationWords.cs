namespace Pix.Domain;

/// <summary>What a scoring and a decision say, in French, for who reads them: the candidate, the school, the jury.</summary>
public static class CertificationWords
{
    /// <summary>What became of a competence's level, and why (Rules 11.14 to 11.16, D20).</summary>
    public static string Of(CompetenceMark mark, ReproducibilityRate rate) => mark.Reason switch
    {
        MarkReason.AnswersConfirm => $"Niveau {mark.EstimatedLevel} confirmé : {Answers(mark)}.",
        MarkReason.AnswersConfirmInPart =>
            $"Niveau {mark.EstimatedLevel} ramené au niveau {mark.CertifiedLevel} : {Answers(mark)}, et {rate.Percent} % de réussite sur tout le test "
            + $"({PercentToKeep(mark)} % attendus pour le garder).",
        MarkReason.AnswersContradict => $"Niveau {mark.EstimatedLevel} non certifié : {Answers(mark)}.",
        MarkReason.NotReproducible =>
            $"Niveau {mark.EstimatedLevel} non certifié : {rate.Percent} % de réussite sur tout le test, il en faut au moins {ReproducibilityRate.LeastToCertify} %.",
        MarkReason.AllNeutralised => "Compétence non évaluée : toutes ses questions ont été neutralisées.",
        MarkReason.Fraud => $"Niveau {mark.EstimatedLevel} non certifié : le test est rejeté pour fraude.",
        _ => $"Niveau {mark.EstimatedLevel} non certifié : le test n’a pas pu être noté.",
    };

    /// <summary>What is amiss in a scoring (Rule 11.18).</summary>
    public static string Of(ScoringFinding finding)
    {
        var where = finding.Competence is { } competence ? $" (compétence {competence})" : string.Empty;
        return finding.Kind switch
        {
            ScoringFindingKind.CompetenceWithoutQuestion => $"Une compétence certifiable n’a pas eu de question{where}.",
            ScoringFindingKind.CompetenceWithoutAnswer => $"Aucune question de la compétence n’a reçu de réponse{where}.",
            ScoringFindingKind.AnswerWithoutQuestion => "Une réponse ne correspond à aucune question posée.",
            ScoringFindingKind.TwoAnswers => "Une question a reçu deux réponses.",
            ScoringFindingKind.UnansweredQuestion => $"Une question est restée sans réponse, et sans motif d’abandon{where}.",
            ScoringFindingKind.CountsNotInTable => $"Le barème ne prévoit pas ce nombre de réponses justes et de questions neutralisées{where}.",
            _ => "Aucun pix n’est certifié, bien que plus de la moitié des réponses soient justes.",
        };
    }

    /// <summary>What is said to candidate and organisation of a test that is cancelled for lack of questions that count (Rule 11.19).</summary>
    public static string NotTrusted =>
        "Trop de questions ont été neutralisées pour des raisons techniques : le test est annulé, et peut être repassé.";

    /// <summary>What is said to candidate and organisation of a test that is rejected for fraud (Rule 11.24).</summary>
    public static string RejectedForFraud => "Une fraude a été constatée pendant le test : rien n’est certifié.";

    /// <summary>What is said when rounding took the reproducibility over a threshold (Rule D18).</summary>
    public static string DecidedByRounding(int right, int considered) =>
        $"L’arrondi décide : {right} réponses justes sur {considered} font {ReproducibilityRate.Of(right, considered).Percent} % une fois arrondies.";

    private static string Answers(CompetenceMark mark)
    {
        var right = mark.Right switch
        {
            0 => "aucune bonne réponse",
            1 => "1 bonne réponse",
            _ => $"{mark.Right} bonnes réponses",
        };
        var neutralised = mark.Neutralised switch
        {
            0 => string.Empty,
            1 => ", 1 question neutralisée",
            _ => $", {mark.Neutralised} questions neutralisées",
        };
        return $"{right} sur {mark.Questions}{neutralised}";
    }

    private static int PercentToKeep(CompetenceMark mark)
    {
        int[] thresholds = [ReproducibilityRate.Fair, ReproducibilityRate.Good];
        return Array.Find(thresholds, threshold =>
            LevelTable.VerdictFor(mark.Questions, mark.Right, mark.Neutralised, new ReproducibilityRate(threshold)) == CompetenceVerdict.Kept);
    }
}

namespace Pix.Domain;

/// <summary>Why a learner's wish is not granted.</summary>
public sealed partial record Refusal
{
    /// <summary>Nobody registered under this id.</summary>
    public static Refusal LearnerUnknown { get; } =
        new(RefusalKind.Unknown, "learner_unknown", "Ce compte n’existe pas.");

    internal static Refusal LearnerErased { get; } =
        new(RefusalKind.Conflict, "learner_erased", "Ce compte a été effacé à la demande de son titulaire.");

    internal static Refusal AlreadyRegistered { get; } =
        new(RefusalKind.Conflict, "learner_already_registered", "Ce compte existe déjà.");

    /// <summary>The learner took no such test.</summary>
    public static Refusal AssessmentUnknown { get; } =
        new(RefusalKind.Unknown, "assessment_unknown", "Ce test n’existe pas.");

    internal static Refusal AssessmentAborted { get; } =
        new(RefusalKind.Conflict, "assessment_aborted", "Ce test a été abandonné par la remise à zéro de sa compétence : commencez-en un nouveau.");

    internal static Refusal AssessmentCompleted { get; } =
        new(RefusalKind.Conflict, "assessment_completed", "Ce test est terminé : il n’attend plus de réponse.");

    internal static Refusal AlreadyAnswered { get; } =
        new(RefusalKind.Conflict, "challenge_already_answered", "Vous avez déjà répondu à cette épreuve : une réponse donnée ne change plus.");

    /// <summary>No release is active yet.</summary>
    public static Refusal ReferentialMissing { get; } =
        new(RefusalKind.Conflict, "referential_missing", "Aucun référentiel n’est en service : l’exploitant doit en activer un.");

    /// <summary>The release in force has no such competence.</summary>
    public static Refusal CompetenceUnknown(CompetenceCode competence) =>
        new Refusal(RefusalKind.Unknown, "competence_unknown", $"La compétence {competence} n’existe pas.").With("competence", competence.Value);

    internal static Refusal CompetenceNotPlayable(CompetenceCode competence) =>
        new Refusal(RefusalKind.Conflict, "competence_not_playable", $"La compétence {competence} n’a pas encore d’épreuves.")
            .With("competence", competence.Value);

    internal static Refusal NothingLeftToAsk(CompetenceCode competence) =>
        new Refusal(
            RefusalKind.Conflict,
            "nothing_left_to_ask",
            $"Le test de la compétence {competence} est terminé : vous pouvez progresser ou la remettre à zéro, passé le délai.")
            .With("competence", competence.Value);

    internal static Refusal ChallengeNotPending(ChallengeId pending) =>
        new Refusal(RefusalKind.Conflict, "challenge_not_pending", "Ce n’est pas l’épreuve en cours.").With("pending_challenge", pending.Value);

    internal static Refusal ChallengeUnavailable(ChallengeId challenge) =>
        new Refusal(RefusalKind.Conflict, "challenge_unavailable", "L’épreuve en cours ne peut plus être retrouvée.")
            .With("pending_challenge", challenge.Value);

    internal static Refusal NothingToReset(CompetenceCode competence) =>
        new Refusal(RefusalKind.Conflict, "nothing_to_reset", $"Aucune réponse ne compte dans la compétence {competence}.")
            .With("competence", competence.Value);

    internal static Refusal ResetTooEarly(CompetenceCode competence, int days) =>
        new Refusal(
            RefusalKind.Conflict,
            "reset_too_early",
            $"La compétence {competence} pourra être remise à zéro dans {Days(days)}.")
            .With("competence", competence.Value)
            .With("remaining_days", days);

    internal static Refusal NotCompleted(CompetenceCode competence) =>
        new Refusal(
            RefusalKind.Conflict,
            "competence_not_completed",
            $"Terminez d’abord le test de la compétence {competence} : on ne progresse qu’ensuite.")
            .With("competence", competence.Value);

    internal static Refusal MaximumLevelReached(CompetenceCode competence, int level) =>
        new Refusal(
            RefusalKind.Conflict,
            "maximum_level_reached",
            $"Vous avez atteint le niveau {level} de la compétence {competence}, le plus haut.")
            .With("competence", competence.Value)
            .With("level", level);

    internal static Refusal NothingToImprove(CompetenceCode competence) =>
        new Refusal(RefusalKind.Conflict, "nothing_to_improve", $"Aucun acquis échoué de la compétence {competence} ne peut être reposé.")
            .With("competence", competence.Value);

    internal static Refusal ImprovementTooEarly(CompetenceCode competence, int days) =>
        new Refusal(
            RefusalKind.Conflict,
            "improvement_too_early",
            $"Vous pourrez progresser dans la compétence {competence} dans {Days(days)}.")
            .With("competence", competence.Value)
            .With("remaining_days", days);

    internal static Refusal TutorialUnknown(TutorialId tutorial) =>
        new Refusal(RefusalKind.Unknown, "tutorial_unknown", "Ce tutoriel n’existe pas.").With("tutorial", tutorial.Value);

    internal static Refusal ProblemElsewhere(ChallengeId challenge) =>
        new Refusal(RefusalKind.Conflict, "challenge_not_in_assessment", "Cette épreuve n’a pas été posée dans ce test.")
            .With("challenge", challenge.Value);

    internal static Refusal ProblemNotNow(ProblemCategory category, bool answered) =>
        new Refusal(
            RefusalKind.Conflict,
            "problem_not_now",
            answered
                ? "Ce problème se signale pendant l’épreuve, avant d’y répondre."
                : "Ce problème se signale après la réponse, depuis la correction.")
            .With("category", category.ToString().ToLowerInvariant());

    internal static Refusal ProblemNeedsText { get; } =
        new(RefusalKind.Invalid, "problem_text_missing", "Dites en quelques mots quel est le problème.");

    private static string Days(int days) => days == 1 ? "1 jour" : $"{days} jours";
}

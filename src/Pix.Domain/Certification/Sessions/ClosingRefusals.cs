namespace Pix.Domain;

/// <summary>Why a session is not finalised, deliberated or published.</summary>
public sealed partial record Refusal
{
    internal static Refusal SessionWithoutStartedTest { get; } =
        new(RefusalKind.Conflict, "session_without_started_test", "Personne n’a commencé de test : cette session s’annule, elle ne se finalise pas.");

    internal static Refusal AbortReasonMissing(int unfinished, int reasons) =>
        new Refusal(
            RefusalKind.Conflict,
            "abort_reason_missing",
            "Dites pour chaque test qui n’est pas terminé s’il a été abandonné par le candidat ou pour une raison technique.")
            .With("unfinished_tests", unfinished)
            .With("abort_reasons", reasons);

    internal static Refusal AbortReasonSuperfluous(int unfinished, int reasons) =>
        new Refusal(
            RefusalKind.Conflict,
            "abort_reason_superfluous",
            "Une raison d’abandon est donnée pour un test qui est terminé ou qui n’a pas commencé : retirez-la.")
            .With("unfinished_tests", unfinished)
            .With("abort_reasons", reasons);

    internal static Refusal CandidateStarting(CandidateId candidate) =>
        new Refusal(RefusalKind.Conflict, "candidate_starting", "Un candidat commence son test à l’instant : relisez la session avant de la finaliser.")
            .With("candidate", candidate.ToString());

    internal static Refusal SessionCommentTooLong(int longest) =>
        new Refusal(RefusalKind.Invalid, "session_comment_too_long", $"Le commentaire a plus de {longest} caractères.").With("maximum_length", longest);

    internal static Refusal SessionNotFinalised { get; } =
        new(RefusalKind.Conflict, "session_not_finalised", "Le centre n’a pas encore finalisé cette session.");

    internal static Refusal FinalisationUnderWay { get; } =
        new(RefusalKind.Conflict, "finalisation_under_way", "Les tests de cette session sont en cours de correction : réessayez dans un instant.");

    internal static Refusal SessionWithoutOfficer { get; } =
        new(RefusalKind.Conflict, "session_without_officer", "Aucun membre du jury n’est chargé de cette session : prenez-la d’abord en charge.");

    internal static Refusal DeliberationEmpty { get; } =
        new(RefusalKind.Invalid, "deliberation_empty", "Nommez au moins une certification à délibérer.");

    internal static Refusal MinutesMissing { get; } =
        new(RefusalKind.Invalid, "minutes_missing", "Une délibération groupée a un procès-verbal : écrivez-le.");

    internal static Refusal ReasonMissing { get; } =
        new(RefusalKind.Invalid, "reason_missing", "Dites pourquoi.");

    internal static Refusal CertificationElsewhere(IEnumerable<CertificationId> certifications) =>
        new Refusal(RefusalKind.Conflict, "certification_elsewhere", "Une certification nommée n’est pas de cette session.")
            .With("certifications", Names(certifications));

    internal static Refusal CertificationContested(IEnumerable<CertificationId> certifications) =>
        new Refusal(
            RefusalKind.Conflict,
            "certification_contested",
            "Une certification avec un signalement, un test inachevé ou une erreur se délibère seule.")
            .With("certifications", Names(certifications));

    internal static Refusal TestInError(IEnumerable<CertificationId> certifications) =>
        new Refusal(RefusalKind.Conflict, "test_in_error", "Un test de cette session est en erreur : le jury doit d’abord le trancher.")
            .With("certifications", Names(certifications));

    internal static Refusal TestNotScored(IEnumerable<CertificationId> certifications) =>
        new Refusal(RefusalKind.Conflict, "test_not_scored", "Un test de cette session n’a pas encore de résultat.")
            .With("certifications", Names(certifications));

    internal static Refusal NotDeliberated(IEnumerable<CertificationId> certifications) =>
        new Refusal(RefusalKind.Conflict, "not_deliberated", "Le jury n’a pas encore délibéré de toutes les certifications, sur leur dernier résultat.")
            .With("certifications", Names(certifications));

    internal static Refusal AlreadyPublished { get; } =
        new(RefusalKind.Conflict, "session_already_published", "Les résultats de cette session sont déjà publiés.");

    internal static Refusal SessionNotPublished { get; } =
        new(RefusalKind.Conflict, "session_not_published", "Les résultats de cette session ne sont pas publiés.");

    private static string[] Names(IEnumerable<CertificationId> certifications) => [.. certifications.Select(one => one.ToString())];
}

using System.Globalization;

namespace Pix.Domain;

/// <summary>Why one may not enter a campaign, or do with a participation what one wishes.</summary>
public sealed partial record Refusal
{
    /// <summary>The learner has no such participation.</summary>
    public static Refusal ParticipationUnknown { get; } =
        new(RefusalKind.Unknown, "participation_unknown", "Cette participation n’existe pas.");

    /// <summary>The same pupil takes part under another account (Rule 7.6).</summary>
    public static Refusal ParticipatesElsewhere { get; } = new(
        RefusalKind.Conflict,
        "participation_with_another_account",
        "Vous participez déjà à cette campagne avec un autre compte : connectez-vous avec celui-là.");

    internal static Refusal CampaignArchived { get; } =
        new(RefusalKind.Conflict, "campaign_archived", "Cette campagne est archivée : on ne peut plus y entrer ni y envoyer ses résultats.");

    /// <summary>Only pupils of the school enter, and the account is none of them yet.</summary>
    public static Refusal PupilNotAttached { get; } = new(
        RefusalKind.Conflict,
        "pupil_not_attached",
        "Cette campagne est réservée aux élèves de l’établissement : confirmez d’abord vos nom, prénom et date de naissance.");

    internal static Refusal ResultsAlreadySent { get; } =
        new(RefusalKind.Conflict, "results_already_sent", "Vos résultats ont déjà été envoyés.");

    internal static Refusal ResultsNotSent { get; } =
        new(RefusalKind.Conflict, "results_not_sent", "Envoyez d’abord vos résultats : d’ici là, vous pouvez encore les améliorer.");

    internal static Refusal TestNotCompleted { get; } =
        new(RefusalKind.Conflict, "test_not_completed", "Terminez d’abord le test de cette campagne.");

    internal static Refusal ProfilesAreNotImproved { get; } =
        new(RefusalKind.Conflict, "profile_not_improved_here", "Une collecte de profils n’a pas de test à retenter : progressez dans vos compétences.");

    internal static Refusal NothingToTryAgain { get; } =
        new(RefusalKind.Conflict, "nothing_to_try_again", "Aucun acquis échoué ne peut être reposé : vous pouvez envoyer vos résultats.");

    internal static Refusal SentOnce { get; } =
        new(RefusalKind.Conflict, "single_sending", "Cette campagne n’accepte qu’un seul envoi.");

    internal static Refusal EverythingValidated { get; } =
        new(RefusalKind.Conflict, "everything_validated", "Vous avez déjà validé tous les acquis de cette campagne.");

    internal static Refusal CampaignResetNotAllowed { get; } = new(
        RefusalKind.Conflict,
        "campaign_reset_not_allowed",
        "Cette campagne ne permet pas de remettre ses acquis à zéro : vous pouvez seulement retenter ce qui a échoué.");

    internal static Refusal RetryUnderWay { get; } =
        new(RefusalKind.Conflict, "retry_under_way", "Vous retentez déjà cette campagne : envoyez d’abord vos résultats.");

    internal static Refusal AlreadyParticipated(bool multipleSendings) => new(
        RefusalKind.Conflict,
        "already_participated",
        multipleSendings
            ? "Vos résultats sont envoyés : passé le délai, vous pourrez retenter depuis votre participation."
            : "Vous avez déjà participé à cette campagne, et vos résultats sont envoyés.");

    internal static Refusal RetryTooEarly(int days) =>
        new Refusal(RefusalKind.Conflict, "retry_too_early", $"Vous pourrez retenter dans {Days(days)}.").With("remaining_days", days);

    internal static Refusal CampaignEnded(DateOnly day) => new Refusal(
        RefusalKind.Conflict,
        "campaign_ended",
        $"Cette campagne est terminée depuis le {Written(day)}.").With("end_by", day);

    internal static Refusal CampaignStartEnded(DateOnly day) => new Refusal(
        RefusalKind.Conflict,
        "campaign_start_ended",
        $"On pouvait commencer cette campagne jusqu’au {Written(day)}.").With("start_by", day);

    internal static Refusal ExternalIdMissing(string label) =>
        new Refusal(RefusalKind.Invalid, "external_id_missing", $"Donnez votre « {label} ».").With("label", label);

    internal static Refusal ExternalIdNotEmail(string label) =>
        new Refusal(RefusalKind.Invalid, "external_id_not_email", $"« {label} » doit être une adresse e-mail.").With("label", label);

    internal static Refusal ExternalIdTooLong(string label, int most) =>
        new Refusal(RefusalKind.Invalid, "external_id_too_long", $"« {label} » a plus de {most} caractères.").With("maximum_length", most);

    private static string Written(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
}

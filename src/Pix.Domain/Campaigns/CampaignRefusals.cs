namespace Pix.Domain;

/// <summary>Why a campaign is not as somebody wishes it.</summary>
public sealed partial record Refusal
{
    /// <summary>No such campaign.</summary>
    public static Refusal CampaignUnknown { get; } = new(RefusalKind.Unknown, "campaign_unknown", "Cette campagne n’existe pas.");

    /// <summary>No campaign has this code.</summary>
    public static Refusal CampaignCodeUnknown { get; } =
        new(RefusalKind.Unknown, "campaign_code_unknown", "Aucune campagne n’a ce code : vérifiez ses 6 lettres et ses 3 chiffres.");

    /// <summary>The organisation may not use this target profile, or there is none.</summary>
    public static Refusal TargetProfileUnknown { get; } =
        new(RefusalKind.Unknown, "target_profile_unknown", "Ce profil cible n’existe pas, ou votre établissement n’y a pas accès.");

    /// <summary>Every code that was drawn is taken.</summary>
    public static Refusal NoFreeCampaignCode { get; } =
        new(RefusalKind.Conflict, "no_free_campaign_code", "Aucun code libre n’a été trouvé : réessayez.");

    internal static Refusal CampaignAlreadyCreated { get; } =
        new(RefusalKind.Conflict, "campaign_already_created", "Cette campagne existe déjà.");

    internal static Refusal CampaignChanged { get; } =
        new(RefusalKind.Conflict, "campaign_changed", "La campagne a été modifiée entre-temps : relisez-la, puis recommencez.");

    internal static Refusal CampaignNameMissing { get; } =
        new(RefusalKind.Invalid, "campaign_name_missing", "Le nom de la campagne manque.");

    internal static Refusal CampaignCreatorMissing { get; } =
        new(RefusalKind.Invalid, "campaign_creator_missing", "On ne sait pas qui crée la campagne.");

    internal static Refusal CampaignOwnerMissing { get; } =
        new(RefusalKind.Invalid, "campaign_owner_missing", "Le propriétaire de la campagne manque.");

    internal static Refusal CampaignOrganisationMissing { get; } =
        new(RefusalKind.Invalid, "campaign_organisation_missing", "L’établissement de la campagne manque.");

    internal static Refusal CampaignTypeMissing { get; } =
        new(RefusalKind.Invalid, "campaign_type_missing", "Dites si la campagne évalue les participants ou collecte leurs profils.");

    internal static Refusal CampaignTargetMissing { get; } =
        new(RefusalKind.Invalid, "campaign_target_missing", "Choisissez un profil cible : la campagne en évalue les sujets.");

    internal static Refusal CampaignTargetNotAllowed { get; } =
        new(RefusalKind.Invalid, "campaign_target_not_allowed", "Une collecte de profils n’a pas de profil cible.");

    internal static Refusal TargetProfileEmpty { get; } =
        new(RefusalKind.Conflict, "target_profile_empty", "Ce profil cible n’a aucun acquis dans le référentiel en service.");

    internal static Refusal CampaignTitleNotAllowed { get; } =
        new(RefusalKind.Invalid, "campaign_title_not_allowed", "Une collecte de profils n’a pas de titre de parcours.");

    internal static Refusal CampaignButtonTextMissing { get; } =
        new(RefusalKind.Invalid, "campaign_button_text_missing", "Donnez aussi le texte du bouton, ou retirez son adresse.");

    internal static Refusal CampaignButtonUrlMissing { get; } =
        new(RefusalKind.Invalid, "campaign_button_url_missing", "Donnez aussi l’adresse du bouton, ou retirez son texte.");

    internal static Refusal CampaignButtonUrlMalformed { get; } =
        new(RefusalKind.Invalid, "campaign_button_url_malformed", "L’adresse du bouton commence par https:// ou http://.");

    internal static Refusal CampaignEndsBeforeItStarts { get; } =
        new(RefusalKind.Invalid, "campaign_ends_before_it_starts", "Le dernier jour pour envoyer vient avant le dernier jour pour commencer.");

    internal static Refusal CampaignNameTooLong(int most) => TooLong("campaign_name_too_long", "Le nom de la campagne", most);

    internal static Refusal CampaignTitleTooLong(int most) => TooLong("campaign_title_too_long", "Le titre du parcours", most);

    internal static Refusal CampaignLandingTextTooLong(int most) => TooLong("campaign_landing_text_too_long", "Le texte d’accueil", most);

    internal static Refusal CampaignResultTextTooLong(int most) => TooLong("campaign_result_text_too_long", "Le texte de la page de résultats", most);

    internal static Refusal CampaignExternalIdIncomplete(bool labelMissing) => new(
        RefusalKind.Invalid,
        labelMissing ? "campaign_external_id_label_missing" : "campaign_external_id_type_missing",
        labelMissing ? "Dites comment l’identifiant externe est demandé." : "Dites si l’identifiant externe est un texte ou une adresse e-mail.");

    internal static Refusal CampaignExternalIdLabelMalformed(int most) => new Refusal(
        RefusalKind.Invalid,
        "campaign_external_id_label_malformed",
        $"Le libellé de l’identifiant externe a de 1 à {most} caractères.").With("maximum_length", most);

    private static Refusal TooLong(string code, string what, int most) =>
        new Refusal(RefusalKind.Invalid, code, $"{what} a plus de {most} caractères.").With("maximum_length", most);
}

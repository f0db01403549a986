namespace Pix.Domain;

/// <summary>Why a wish about an organisation is not granted.</summary>
public sealed partial record Refusal
{
    /// <summary>Nothing was registered under this id.</summary>
    public static Refusal OrganisationUnknown { get; } =
        new(RefusalKind.Unknown, "organisation_unknown", "Cet établissement n’existe pas.");

    internal static Refusal OrganisationNameMissing { get; } =
        new(RefusalKind.Invalid, "organisation_name_missing", "Le nom de l’établissement manque.");

    internal static Refusal OrganisationNameMalformed { get; } =
        new(RefusalKind.Invalid, "organisation_name_malformed", "Le nom de l’établissement tient sur une ligne.");

    internal static Refusal UaiMissing { get; } =
        new(RefusalKind.Invalid, "uai_missing", "Un collège ou un lycée s’enregistre avec son UAI : sept chiffres et une lettre.");

    internal static Refusal OnlySchoolsManagePupils { get; } =
        new(RefusalKind.Invalid, "only_schools_manage_pupils", "Seul un collège ou un lycée gère ses élèves.");

    /// <summary>It may hold no certification session (Rule D26).</summary>
    public static Refusal CentreNotApproved { get; } =
        new(RefusalKind.Conflict, "centre_not_approved", "Cet établissement n’est pas agréé comme centre de certification : l’exploitant doit d’abord l’agréer.");

    internal static Refusal AlreadyMember { get; } =
        new(RefusalKind.Conflict, "already_member", "Cette personne est déjà membre de l’équipe : changez plutôt son rôle.");

    internal static Refusal InvitationUnknown { get; } =
        new(RefusalKind.Unknown, "invitation_unknown", "Cette invitation n’existe pas : vérifiez le lien reçu par courriel.");

    internal static Refusal InvitationCancelled { get; } =
        new(RefusalKind.Conflict, "invitation_cancelled", "Cette invitation a été annulée : demandez-en une nouvelle à l’établissement.");

    internal static Refusal InvitationUsed { get; } =
        new(RefusalKind.Conflict, "invitation_used", "Cette invitation a déjà servi : elle n’est valable qu’une fois.");

    internal static Refusal MemberUnknown { get; } =
        new(RefusalKind.Unknown, "member_unknown", "Cette personne n’est pas membre de l’équipe.");

    internal static Refusal OrganisationNameTooLong(int longest) =>
        new Refusal(RefusalKind.Invalid, "organisation_name_too_long", $"Le nom de l’établissement a plus de {longest} caractères.")
            .With("maximum_length", longest);

    internal static Refusal UaiMalformed(string uai) =>
        new Refusal(RefusalKind.Invalid, "uai_malformed", $"« {uai} » n’est pas un UAI : sept chiffres et leur lettre de contrôle sont attendus.")
            .With("uai", uai);

    internal static Refusal ExternalIdMalformed(int longest) =>
        new Refusal(RefusalKind.Invalid, "external_id_malformed", $"L’identifiant externe a de 1 à {longest} caractères.").With("maximum_length", longest);

    internal static Refusal ProvinceMalformed(string province) =>
        new Refusal(RefusalKind.Invalid, "province_malformed", $"« {province} » n’est pas un code d’académie : de un à trois chiffres ou lettres sont attendus, comme 19 pour Reims.")
            .With("province", province);

    internal static Refusal OrganisationRegisteredOtherwise(OrganisationFacts known) =>
        new Refusal(
            RefusalKind.Conflict,
            "organisation_registered_otherwise",
            $"Cet établissement est déjà enregistré, avec d’autres renseignements : {known.Name} ({known.Kind.InFrench()}, académie {known.Province}).")
            .With("name", known.Name);

    internal static Refusal InvitationPending(Invitation pending) =>
        new Refusal(
            RefusalKind.Conflict,
            "invitation_pending",
            $"Une invitation comme {pending.Role.InFrench()} attend déjà cette personne : annulez-la avant d’en envoyer une autre.")
            .With("invitation", pending.Ordinal);

    internal static Refusal LastManager(Team team) => team == Team.Organisation
        ? new(RefusalKind.Conflict, "last_administrator", "C’est le dernier administrateur : nommez-en d’abord un autre.")
        : new(RefusalKind.Conflict, "last_centre_manager", "C’est le dernier chef ou référent du centre : nommez-en d’abord un autre.");
}

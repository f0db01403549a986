namespace Pix.Domain;

/// <summary>Why a wish about a certification session is not granted.</summary>
public sealed partial record Refusal
{
    /// <summary>There is no session of this number.</summary>
    public static Refusal SessionUnknown { get; } =
        new(RefusalKind.Unknown, "session_unknown", "Cette session n’existe pas : vérifiez son numéro.");

    /// <summary>The number that was drawn for a new session is taken: another one is to be drawn.</summary>
    public static Refusal SessionNumberTaken { get; } =
        new(RefusalKind.Conflict, "session_number_taken", "Ce numéro de session est déjà pris.");

    /// <summary>A person was forgotten, as they asked: nothing is begun for them any more.</summary>
    public static Refusal PersonErased { get; } =
        new(RefusalKind.Conflict, "person_erased", "Cette personne a été effacée à sa demande.");

    internal static Refusal ErasureAwaitsJury { get; } = new(
        RefusalKind.Conflict,
        "erasure_awaits_jury",
        "Le jury n’a pas encore délibéré d’une certification de cette personne : elle sera effacée ensuite.");

    internal static Refusal SessionCancelled { get; } =
        new(RefusalKind.Conflict, "session_cancelled", "Cette session a été annulée.");

    internal static Refusal SessionAlreadyFinalised { get; } =
        new(RefusalKind.Conflict, "session_already_finalised", "Cette session a déjà été finalisée : elle ne se modifie plus.");

    internal static Refusal SessionEditedMeanwhile(int edition) =>
        new Refusal(
            RefusalKind.Conflict,
            "session_edited_meanwhile",
            "Cette session a été modifiée entre-temps : relisez-la avant de la modifier.").With("edition", edition);

    internal static Refusal SessionAlreadyStarted(int tests) =>
        new Refusal(
            RefusalKind.Conflict,
            "session_already_started",
            "Des candidats ont commencé leur test : cette session se finalise, elle ne s’annule plus.").With("started_tests", tests);

    internal static Refusal SupervisorCodeWrong { get; } =
        new(RefusalKind.Unknown, "supervisor_code_wrong", "Ce numéro de session et ce code de surveillant ne vont pas ensemble.");

    internal static Refusal CandidateUnknown { get; } =
        new(RefusalKind.Unknown, "candidate_unknown", "Ce candidat n’est pas inscrit à cette session.");

    internal static Refusal CandidateAlreadyEnrolled(CandidateId candidate) =>
        new Refusal(
            RefusalKind.Conflict,
            "candidate_already_enrolled",
            "Un candidat de mêmes nom, prénom et date de naissance est déjà inscrit à cette session.").With("candidate", candidate.ToString());

    internal static Refusal CandidateAlreadyStarted { get; } =
        new(RefusalKind.Conflict, "candidate_already_started", "Ce candidat a commencé son test : seul le jury peut encore changer son inscription.");

    internal static Refusal CandidateNotSignedIn { get; } =
        new(RefusalKind.Conflict, "candidate_not_signed_in", "Ce candidat n’a pas encore signé la feuille d’émargement.");

    internal static Refusal CandidateNotStarted { get; } =
        new(RefusalKind.Conflict, "candidate_not_started", "Ce candidat n’a pas commencé de test.");

    internal static Refusal CandidateTestEnded { get; } =
        new(RefusalKind.Conflict, "candidate_test_ended", "Le test de ce candidat est terminé.");

    internal static Refusal CandidateNotFound { get; } =
        new(RefusalKind.Unknown, "candidate_not_found", "Aucun candidat de cette session n’a ces nom, prénom et date de naissance.");

    internal static Refusal CandidateAmbiguous { get; } =
        new(RefusalKind.Conflict, "candidate_ambiguous", "Plusieurs candidats répondent à ces nom, prénom et date de naissance : appelez le surveillant.");

    /// <summary>No session is opened by this personal code.</summary>
    public static Refusal PersonalCodeUnknown { get; } =
        new(RefusalKind.Unknown, "personal_code_unknown", "Ce code personnel n’ouvre aucune session : vérifiez votre coupon.");

    internal static Refusal CandidateAlreadyLinked { get; } =
        new(RefusalKind.Conflict, "candidate_already_linked", "Ce candidat a déjà rejoint la session avec un autre compte : appelez le surveillant.");

    internal static Refusal LearnerAlreadyLinked { get; } =
        new(RefusalKind.Conflict, "learner_already_linked", "Ce compte a déjà rejoint la session pour un autre candidat.");

    internal static Refusal CandidateNotAttached { get; } =
        new(RefusalKind.Conflict, "candidate_not_attached", "Ce compte n’est pas celui que votre établissement a rattaché à cet élève.");

    internal static Refusal SessionAccessCodeWrong { get; } =
        new(RefusalKind.Unknown, "session_access_code_wrong", "Ce numéro de session et ce code d’accès ne vont pas ensemble.");

    internal static Refusal SessionNotJoinable { get; } =
        new(RefusalKind.Conflict, "session_not_joinable", "Cette session est close : on ne peut plus la rejoindre.");

    internal static Refusal NotAuthorisedToJoin { get; } =
        new(RefusalKind.Conflict, "candidate_not_authorised_to_join", "Le surveillant ne vous a pas encore autorisé à commencer.");

    internal static Refusal NotAuthorisedToResume { get; } =
        new(RefusalKind.Conflict, "candidate_not_authorised_to_resume", "Le surveillant ne vous a pas encore autorisé à reprendre votre test.");

    internal static Refusal SessionFull(int capacity) =>
        new Refusal(
            RefusalKind.Conflict,
            "session_full",
            $"{capacity} candidats sont déjà en test : attendez que l’un d’eux termine.").With("capacity", capacity);

    internal static Refusal IncidentUnknown { get; } =
        new(RefusalKind.Unknown, "incident_unknown", "Ce signalement n’existe pas.");

    internal static Refusal IssueCategoryFormer { get; } =
        new(RefusalKind.Invalid, "issue_category_former", "Cette catégorie de signalement ne s’emploie plus.");

    internal static Refusal IssueSubcategoryMissing { get; } =
        new(RefusalKind.Invalid, "issue_subcategory_missing", "Précisez la sous-catégorie du signalement, parmi celles de sa catégorie.");

    internal static Refusal IssueSubcategoryUnexpected { get; } =
        new(RefusalKind.Invalid, "issue_subcategory_unexpected", "Cette catégorie de signalement n’a pas de sous-catégorie.");

    internal static Refusal IssueQuestionMissing(int last) =>
        new Refusal(RefusalKind.Invalid, "issue_question_missing", $"Donnez le numéro de la question, de 1 à {last}.").With("maximum", last);

    internal static Refusal IssueQuestionUnexpected { get; } =
        new(RefusalKind.Invalid, "issue_question_unexpected", "Seul un signalement sur une question porte un numéro de question.");

    internal static Refusal IssueDescriptionMissing { get; } =
        new(RefusalKind.Invalid, "issue_description_missing", "Décrivez en quelques mots ce qui s’est passé.");

    internal static Refusal IssueDescriptionTooLong(int longest) =>
        new Refusal(RefusalKind.Invalid, "issue_description_too_long", $"La description a plus de {longest} caractères.").With("maximum_length", longest);
}

namespace Pix.Domain;

/// <summary>Why a test is not started, answered or judged.</summary>
public sealed partial record Refusal
{
    /// <summary>No such test.</summary>
    public static Refusal CertificationUnknown { get; } =
        new(RefusalKind.Unknown, "certification_unknown", "Ce test de certification n’existe pas.");

    /// <summary>The deadline recorded at the start has passed (Rule D14).</summary>
    public static Refusal CertificationTimeOver { get; } = new(
        RefusalKind.Conflict,
        "certification_time_over",
        "Le temps du test est écoulé : cette réponse n’est pas comptée, et le test est terminé.");

    internal static Refusal SittingElsewhere { get; } = new(
        RefusalKind.Conflict,
        "certification_elsewhere",
        "Ce test se passe sur un autre poste, ou a été repris depuis : demandez au surveillant une autorisation de reprise.");

    internal static Refusal StartBarred { get; } = new(
        RefusalKind.Conflict,
        "certification_start_barred",
        "La session a été close avant que votre test ne commence : appelez le surveillant.");

    internal static Refusal CertificationGoesOn { get; } =
        new(RefusalKind.Conflict, "certification_not_ended", "Ce test n’est pas terminé : il ne peut pas encore être jugé.");

    internal static Refusal CertificationNotJudged { get; } = new(
        RefusalKind.Conflict,
        "certification_not_judged",
        "La session de ce test n’est pas encore finalisée : le jury délibère ensuite.");

    internal static Refusal CertificationInError { get; } = new(
        RefusalKind.Conflict,
        "certification_in_error",
        "Ce test n’a pas pu être noté : traitez ce que la notation signale, ou annulez le test.");

    internal static Refusal NotRejectedForFraud { get; } =
        new(RefusalKind.Conflict, "not_rejected_for_fraud", "Ce test n’est pas rejeté pour fraude.");

    internal static Refusal NotCancelledByJury { get; } =
        new(RefusalKind.Conflict, "not_cancelled_by_jury", "Le jury n’a pas annulé ce test.");

    internal static Refusal CertificateNotRevoked { get; } =
        new(RefusalKind.Conflict, "certificate_not_revoked", "Ce certificat n’est pas révoqué.");

    internal static Refusal CertificateNotPublished { get; } = new(
        RefusalKind.Conflict,
        "certificate_not_published",
        "Ce résultat n’est pas publié : rejetez ou annulez le test au lieu de révoquer un certificat.");

    internal static Refusal NotCertifiable(Eligibility eligibility)
    {
        var certifiable = eligibility.Certifiable.Select(competence => competence.Competence.Value).ToArray();
        var toRaise = eligibility.Competences.Select(competence => competence.Competence.Value).Except(certifiable).ToArray();
        var missing = eligibility.Missing;
        return new Refusal(
                RefusalKind.Conflict,
                "profile_not_certifiable",
                $"Votre profil n’est pas certifiable : il faut le niveau 1 dans {Profile.CompetencesForCertification} compétences, "
                + (missing == 1 ? "il vous en manque une." : $"il vous en manque {missing}."))
            .With("missing_competences", missing)
            .With("certifiable_competences", certifiable)
            .With("competences_below_level_1", toRaise);
    }

    internal static Refusal NothingToAskIn(IEnumerable<PositionedCompetence> competences)
    {
        var codes = competences.Select(competence => competence.Competence.Value).ToArray();
        return new Refusal(
                RefusalKind.Conflict,
                "nothing_to_ask",
                $"Aucune épreuve ne peut être tirée dans : {string.Join(", ", codes)}. Testez d’autres compétences avant de passer la certification.")
            .With("competences", codes);
    }

    internal static Refusal CertificationOver(CertificationEnd end)
    {
        var (reason, why) = end switch
        {
            CertificationEnd.LastAnswer => ("last_answer", "vous avez répondu à toutes les questions"),
            CertificationEnd.Time => ("time", "le temps est écoulé"),
            CertificationEnd.Supervisor => ("supervisor", "le surveillant y a mis fin"),
            _ => ("finalisation", "la session a été finalisée"),
        };
        return new Refusal(RefusalKind.Conflict, "certification_over", $"Ce test est terminé : {why}.").With("reason", reason);
    }

    internal static Refusal QuestionUnknown(int number, int questions) =>
        new Refusal(RefusalKind.Unknown, "question_unknown", $"Ce test n’a pas de question n° {number} : elles vont de 1 à {questions}.")
            .With("number", number)
            .With("questions", questions);

    internal static Refusal CertificationMoved(long seen, long current) =>
        new Refusal(
            RefusalKind.Conflict,
            "certification_moved",
            "Ce test a changé depuis que vous en avez lu l’effet : relisez l’avant et l’après, puis confirmez.")
            .With("seen_revision", seen)
            .With("current_revision", current);

    internal static Refusal EvidenceMoved(IReadOnlyList<string> streams) =>
        new Refusal(
            RefusalKind.Conflict,
            "evidence_moved",
            "Les pièces de ce dossier ont changé depuis que vous l’avez lu : relisez-le avant de décider.")
            .With("moved", streams);
}

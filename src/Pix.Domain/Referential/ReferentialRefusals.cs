namespace Pix.Domain;

/// <summary>Why a release is not written or activated.</summary>
public sealed partial record Refusal
{
    internal static Refusal VersionAlreadyReleased(ReferentialVersion version) =>
        new Refusal(RefusalKind.Conflict, "version_already_released", $"La version {version} a déjà été publiée avec un autre contenu.")
            .With("version", version.Value);

    internal static Refusal VersionNotNewer(ReferentialVersion version, ReferentialVersion latest) =>
        new Refusal(RefusalKind.Conflict, "version_not_newer", $"La version {version} doit être supérieure à {latest}, la dernière publiée.")
            .With("version", version.Value)
            .With("latest", latest.Value);

    internal static Refusal ReleaseInterrupted(ReferentialVersion version) =>
        new Refusal(
            RefusalKind.Conflict,
            "release_interrupted",
            $"Une autre version a été ouverte pendant l’écriture de la version {version} : recommencez-la.")
            .With("version", version.Value);

    internal static Refusal IdNotUnique(string id) =>
        new Refusal(RefusalKind.Invalid, "id_not_unique", $"L’identifiant « {id} » est donné deux fois dans cette version.").With("id", id);

    internal static Refusal TooManySkillsInLevel(CompetenceCode competence, int level, int skills) =>
        new Refusal(
            RefusalKind.Invalid,
            "too_many_skills_in_level",
            $"Le niveau {level} de la compétence {competence} a {skills} acquis : {PixAmount.MaximumSkillsPerLevel} au plus se partagent ses pix exactement.")
            .With("competence", competence.Value)
            .With("level", level)
            .With("skills", skills)
            .With("maximum_skills", PixAmount.MaximumSkillsPerLevel);

    internal static Refusal VersionUnknown(ReferentialVersion version) =>
        new Refusal(RefusalKind.Unknown, "version_unknown", $"La version {version} n’a pas été publiée.").With("version", version.Value);
}

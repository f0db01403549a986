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

    internal static Refusal VersionUnknown(ReferentialVersion version) =>
        new Refusal(RefusalKind.Unknown, "version_unknown", $"La version {version} n’a pas été publiée.").With("version", version.Value);
}

namespace Pix.Domain;

/// <summary>Why something is not done with a pupil.</summary>
public sealed partial record Refusal
{
    /// <summary>The school has no such pupil.</summary>
    public static Refusal PupilUnknown { get; } =
        new(RefusalKind.Unknown, "pupil_unknown", "Cet établissement n’a pas cet élève.");

    /// <summary>Nobody of the school fits, or several do (Rule 10.8).</summary>
    public static Refusal PupilNotFound { get; } = new(
        RefusalKind.Unknown,
        "pupil_not_found",
        "Aucun élève de l’établissement ne correspond à ces nom, prénom et date de naissance : vérifiez-les, ou adressez-vous à votre enseignant.");

    internal static Refusal PupilDisabled { get; } =
        new(RefusalKind.Conflict, "pupil_disabled", "Cet élève n’est plus dans la liste de l’établissement : adressez-vous à votre enseignant.");

    /// <summary>Another account won (Rule 10.8); who asks is told which one, obfuscated (Rule 10.9).</summary>
    public static Refusal PupilTaken { get; } =
        new(RefusalKind.Conflict, "pupil_already_attached", "Un autre compte est déjà rattaché à cet élève.");

    /// <summary>A code of Rule 10.9, and the login to use instead when there is one.</summary>
    internal static Refusal PupilAttachedElsewhere(string shortCode, string code, string sentence, string? login)
    {
        var refusal = new Refusal(RefusalKind.Conflict, code, sentence).With("short_code", shortCode);
        return login is null ? refusal : refusal.With("login", login);
    }

    internal static Refusal AnotherPupilAttached { get; } = new Refusal(
        RefusalKind.Conflict,
        "another_pupil_attached",
        "Votre compte est déjà rattaché à un autre élève de cet établissement : adressez-vous à votre enseignant.").With("short_code", "R70");

    internal static Refusal AccountOfSomebodyElse { get; } = new Refusal(
        RefusalKind.Conflict,
        "account_of_somebody_else",
        "Ce compte semble être celui d’une autre personne : déconnectez-vous, puis connectez-vous avec le vôtre.").With("short_code", "R90");

    /// <summary>The account is no pupil of this school.</summary>
    public static Refusal NoPupilToName { get; } = new(
        RefusalKind.Conflict,
        "no_pupil_attached",
        "Un identifiant se construit à partir d’un élève rattaché : rattachez d’abord ce compte.");

    /// <summary>An account has one login.</summary>
    public static Refusal LoginAlreadyGiven { get; } =
        new(RefusalKind.Conflict, "login_already_given", "Ce compte a déjà un moyen de connexion.");

    /// <summary>Ten thousand people bear these names.</summary>
    public static Refusal UsernamesExhausted { get; } =
        new(RefusalKind.Conflict, "usernames_exhausted", "Tous les identifiants à ce nom sont pris : adressez-vous à l’assistance.");
}

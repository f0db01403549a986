namespace Pix.Domain;

/// <summary>An account that is a pupil's already: whose, how it is opened, and its login in clear, where it has one.</summary>
public sealed record AttachedAccount(LearnerId Learner, LoginKind? Kind, string? Login);

/// <summary>A pupil as one account is told about it.</summary>
public sealed record PupilOfSchool(PupilId Pupil, OrganisationId Organisation, string Ine, DateOnly BirthDate, NamedPupil Names);

/// <summary>What is known when an account asks to be a pupil's.</summary>
/// <param name="Pupil">Who was found by name and birth date.</param>
/// <param name="InSameSchool">The account that this pupil has, or null.</param>
/// <param name="InOtherSchools">The accounts of the pupils with the same INE elsewhere.</param>
/// <param name="OwnPupils">The pupils that the asking account is already.</param>
public sealed record AttachmentFacts(
    PupilOfSchool Pupil,
    AttachedAccount? InSameSchool,
    IReadOnlyList<AttachedAccount> InOtherSchools,
    IReadOnlyList<PupilOfSchool> OwnPupils);

/// <summary>Why an account cannot be a pupil's (Rule 10.9).</summary>
public static class AttachmentCheck
{
    /// <summary>
    /// The refusal, or null. R3x: another account has this pupil here; R1x: another has the same pupil in another school; R70: this account is
    /// another pupil here; R90: this account is a pupil elsewhere who is somebody else.
    /// </summary>
    public static Refusal? WhyNot(LearnerId learner, AttachmentFacts facts)
    {
        if (facts.InSameSchool is { } taken && taken.Learner != learner) return Taken(taken);
        if (facts.OwnPupils.Any(own => own.Organisation == facts.Pupil.Organisation && own.Pupil != facts.Pupil.Pupil)) return Refusal.AnotherPupilAttached;
        if (facts.OwnPupils.Any(own => IsSomebodyElse(own, facts.Pupil))) return Refusal.AccountOfSomebodyElse;
        return facts.InOtherSchools.FirstOrDefault(account => account.Learner != learner) is { } elsewhere ? TakenElsewhere(elsewhere) : null;
    }

    /// <summary>What whoever loses the race for a pupil is told about the account that won.</summary>
    public static Refusal Taken(AttachedAccount account) => Refusal.PupilAttachedElsewhere(
        $"R3{Digit(account)}",
        "pupil_already_attached",
        $"Vous avez déjà un compte dans cet établissement : connectez-vous avec {LoginOf(account)}.",
        Obfuscated(account));

    private static Refusal TakenElsewhere(AttachedAccount account) => Refusal.PupilAttachedElsewhere(
        $"R1{Digit(account)}",
        "pupil_attached_in_other_school",
        $"Vous avez déjà un compte, ouvert dans un autre établissement : connectez-vous avec {LoginOf(account)}.",
        Obfuscated(account));

    // Schools write the same person differently; the national number is the same, or else the birth date and the names are.
    private static bool IsSomebodyElse(PupilOfSchool own, PupilOfSchool asked) =>
        own.Ine != asked.Ine
        && (own.BirthDate != asked.BirthDate
            || !Reconciliation.IsSame(new PersonName(asked.Names.FirstName ?? string.Empty, asked.Names.LastName ?? string.Empty), own.Names));

    // An account that nobody gave a login is opened through the school's ENT.
    private static int Digit(AttachedAccount account) => account.Kind switch
    {
        LoginKind.Email => 1,
        LoginKind.Username => 2,
        _ => 3,
    };

    private static string LoginOf(AttachedAccount account) => account.Kind switch
    {
        LoginKind.Email => $"l’adresse {Obfuscated(account)}",
        LoginKind.Username => $"l’identifiant {Obfuscated(account)}",
        _ => "votre ENT",
    };

    private static string? Obfuscated(AttachedAccount account) => (account.Kind, account.Login) switch
    {
        (LoginKind.Email, { } email) => ObfuscatedLogin.OfEmail(email),
        (LoginKind.Username, { } username) => ObfuscatedLogin.OfUsername(username),
        _ => null,
    };
}

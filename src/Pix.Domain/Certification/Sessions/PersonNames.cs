namespace Pix.Domain;

/// <summary>Names as they are compared (Rules 11.4, 11.7).</summary>
public static class PersonNames
{
    /// <summary>Without case, accents, spaces, hyphens and apostrophes; letters of every script stay.</summary>
    public static string Normalised(string name) => string.Concat(Treatments.ApplyT1(name).Where(char.IsLetterOrDigit));

    /// <summary>Whether two names and birth dates say the same person.</summary>
    public static bool AreSame(CandidateIdentity one, CandidateIdentity other) => Says(one, other.FirstName, other.LastName, other.BirthDate);

    /// <summary>Whether this is whom somebody names.</summary>
    public static bool Says(CandidateIdentity identity, string firstName, string lastName, DateOnly birthDate) =>
        identity.BirthDate == birthDate
        && Normalised(identity.FirstName) == Normalised(firstName)
        && Normalised(identity.LastName) == Normalised(lastName);
}

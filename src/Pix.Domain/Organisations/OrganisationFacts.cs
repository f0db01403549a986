namespace Pix.Domain;

/// <summary>What kind of establishment it is (Rule 12.1).</summary>
public enum OrganisationKind
{
    /// <summary>Collège.</summary>
    MiddleSchool,

    /// <summary>Lycée général et technologique.</summary>
    HighSchool,

    /// <summary>Lycée professionnel.</summary>
    VocationalSchool,

    /// <summary>Enseignement supérieur.</summary>
    HigherEducation,

    /// <summary>Anything else: an association, an administration, a company.</summary>
    Other,
}

/// <summary>
/// What an operator says of an organisation (Rule 12.1). The external id is its UAI, where it has one; the province is the code of its
/// academy, such as <c>19</c> for Reims. One that manages its pupils imports them, and only they enter its campaigns.
/// </summary>
public sealed record OrganisationFacts(
    string Name,
    OrganisationKind Kind,
    string? ExternalId,
    string Province,
    bool ManagesPupils,
    bool ShowsSkills)
{
    private const int LongestName = 255;
    private const int LongestProvince = 3;

    /// <summary>Everything that is wrong with them, in the order of the fields.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return Refusal.OrganisationNameMissing;
        else if (Name.Any(char.IsControl)) yield return Refusal.OrganisationNameMalformed;
        else if (Name.Length > LongestName) yield return Refusal.OrganisationNameTooLong(LongestName);

        if (ExternalId is null && Kind.IsSchool()) yield return Refusal.UaiMissing;
        else if (ExternalId is not null && Kind != OrganisationKind.Other && !Uai.IsValid(ExternalId)) yield return Refusal.UaiMalformed(ExternalId);
        else if (ExternalId is { Length: > LongestName or 0 }) yield return Refusal.ExternalIdMalformed(LongestName);

        if (Province.Length is 0 or > LongestProvince || !Province.All(char.IsAsciiLetterOrDigit)) yield return Refusal.ProvinceMalformed(Province);
        if (ManagesPupils && !Kind.IsSchool()) yield return Refusal.OnlySchoolsManagePupils;
    }
}

/// <summary>What follows from a kind.</summary>
public static class OrganisationKinds
{
    /// <summary>Whether it is a school, whose pupils come from the national registers.</summary>
    public static bool IsSchool(this OrganisationKind kind) =>
        kind is OrganisationKind.MiddleSchool or OrganisationKind.HighSchool or OrganisationKind.VocationalSchool;

    /// <summary>As people say it.</summary>
    public static string InFrench(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.MiddleSchool => "collège",
        OrganisationKind.HighSchool => "lycée",
        OrganisationKind.VocationalSchool => "lycée professionnel",
        OrganisationKind.HigherEducation => "enseignement supérieur",
        _ => "autre",
    };

    /// <summary>The kind that somebody wrote, whatever the case and with or without accents; null when it is none.</summary>
    public static OrganisationKind? Read(string written)
    {
        var treated = Treatments.ApplyT1(written.Trim());
        return Enum.GetValues<OrganisationKind>().Where(kind => Treatments.ApplyT1(kind.InFrench()) == treated).Select(kind => (OrganisationKind?)kind).FirstOrDefault();
    }
}

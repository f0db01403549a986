using System.Globalization;

namespace Pix.Domain;

/// <summary>What SIECLE's fields mean, and who is imported (Rules 10.2 to 10.5).</summary>
public static class SiecleRules
{
    private const string France = "100";
    private const string DivisionType = "D";
    private const string NoDivision = "Inactifs";

    /// <summary>Whether the file is this school's (Rule 10.2).</summary>
    public static bool IsOf(string? school, string? externalId) =>
        school is not null && externalId is not null && string.Equals(school.Trim(), externalId.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>1 is male, 2 is female, anything else is unknown (Rule 10.4).</summary>
    public static PupilSex? Sex(string? code) => code switch
    {
        "1" => PupilSex.M,
        "2" => PupilSex.F,
        _ => null,
    };

    /// <summary>A date as the school writes it, 31/12/2005; null when it is none (Rule 10.4).</summary>
    public static DateOnly? BirthDate(string? written) =>
        DateOnly.TryParseExact(written, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The class: the code of the first structure of type D that is not the one of who is inactive; null when there is none (Rule 10.3).</summary>
    public static string? Division(IEnumerable<SiecleStructure> structures) =>
        structures.FirstOrDefault(structure => structure.Type == DivisionType && structure.Code is { Length: > 0 } and not NoDivision)?.Code;

    /// <summary>Still there, and known by a national number (Rule 10.3).</summary>
    public static bool IsPresent(this SiecleRecord record) =>
        string.IsNullOrWhiteSpace(record.LeftOn) && !string.IsNullOrWhiteSpace(record.Ine);

    /// <summary>Present, and in a class (Rule 10.3).</summary>
    public static bool IsImportable(this SiecleRecord record, string? division) => record.IsPresent() && !string.IsNullOrWhiteSpace(division);

    /// <summary>Everything that is wrong with one pupil, alone (Rule 10.5).</summary>
    public static IEnumerable<PupilFault> Faults(this SiecleRecord record)
    {
        if (string.IsNullOrWhiteSpace(record.Ine)) yield return PupilFault.IneRequired;
        if (BirthDate(record.BirthDate) is null) yield return PupilFault.BirthdateRequired;
        if (Sex(record.SexCode) is null) yield return PupilFault.SexCodeRequired;
        if (record.BirthCountryCode == France && string.IsNullOrWhiteSpace(record.BirthCityCode)) yield return PupilFault.BirthCityCodeRequired;
        string?[] names = [record.LastName, record.PreferredLastName, record.FirstName, record.MiddleName, record.ThirdName];
        if (names.Any(name => name is not null && !PupilNames.IsSound(name))) yield return PupilFault.NameMisdecoded;
    }

    /// <summary>The pupils whose national number an earlier one of the list bears (Rule 10.5).</summary>
    public static IEnumerable<SiecleRecord> SameIne(IEnumerable<SiecleRecord> records)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return records.Where(record => record.Ine is { } ine && !known.Add(ine.Trim()));
    }

    /// <summary>The pupil that a record without fault describes (Rule 10.4).</summary>
    public static PupilEntry ToEntry(this SiecleRecord record, string division) => new(
        new PupilFacts(
            record.Ine!.Trim().ToUpperInvariant(),
            record.LastName,
            record.PreferredLastName,
            record.FirstName,
            record.MiddleName,
            record.ThirdName,
            Sex(record.SexCode),
            BirthDate(record.BirthDate)!.Value,
            record.BirthCountryCode,
            record.BirthDepartmentCode,
            record.BirthCityCode,
            record.BirthCity,
            record.MefCode,
            record.Status),
        division);
}

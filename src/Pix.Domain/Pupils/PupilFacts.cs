namespace Pix.Domain;

/// <summary>
/// Who a pupil is, as their school's file says (Rules 10.4, 10.7). It stands sealed in events. Country, department and city codes are those of
/// INSEE; the status is SIECLE's; what the file leaves empty is null.
/// </summary>
public sealed record PupilFacts(
    string Ine,
    string? LastName,
    string? PreferredLastName,
    string? FirstName,
    string? MiddleName,
    string? ThirdName,
    PupilSex? Sex,
    DateOnly BirthDate,
    string? BirthCountryCode,
    string? BirthDepartmentCode,
    string? BirthCityCode,
    string? BirthCity,
    string? MefCode,
    string? Status);

/// <summary>As the school's file has it (Rule 10.4).</summary>
public enum PupilSex
{
    /// <summary>Female: code 2.</summary>
    F,

    /// <summary>Male: code 1.</summary>
    M,
}

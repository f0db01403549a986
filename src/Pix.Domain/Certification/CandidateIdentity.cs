namespace Pix.Domain;

/// <summary>
/// Who a candidate is, as it will stand on the certificate, and what the session needs to know of them (Rule 11.4). It stands sealed in
/// events. <paramref name="ExtraTimePercent"/> is 0 for most, and below 1000.
/// </summary>
public sealed record CandidateIdentity(
    string FirstName,
    string LastName,
    CandidateSex Sex,
    DateOnly BirthDate,
    BirthPlace BirthPlace,
    string? Email,
    string? ResultsEmail,
    string? ExternalId,
    string? Division,
    int ExtraTimePercent);

/// <summary>As civil status has it.</summary>
public enum CandidateSex
{
    /// <summary>Female.</summary>
    F,

    /// <summary>Male.</summary>
    M,
}

/// <summary>Where somebody was born: in France by INSEE code, or by postal code and town; elsewhere by town (Rule 11.4).</summary>
public sealed record BirthPlace(string Country, string? InseeCode, string? PostalCode, string? City);

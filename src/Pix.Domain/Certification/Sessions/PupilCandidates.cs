namespace Pix.Domain;

/// <summary>
/// What a centre adds of a pupil whose school's file does not say all that a candidate must have (Rule 11.4). A birth country replaces the
/// whole birth place.
/// </summary>
public sealed record PupilCompletion(string? FirstName, string? Sex, string? BirthCountry, string? BirthInseeCode, string? BirthPostalCode, string? BirthCity);

/// <summary>A school's pupils as candidates (Rule 11.4).</summary>
public static class PupilCandidates
{
    private const string FranceInWords = "FRANCE";
    private static readonly string[] France = ["100", "99100"];

    /// <summary>
    /// The pupil as a candidate is written down. Files name countries by a number: but for France, the certificate's country is to be said.
    /// </summary>
    public static CandidateForm Form(PupilFacts facts, string division, PupilCompletion? completion)
    {
        var born = completion?.BirthCountry is null
            ? new BirthPlace(France.Contains(facts.BirthCountryCode) ? FranceInWords : string.Empty, facts.BirthCityCode, null, facts.BirthCity)
            : new BirthPlace(completion.BirthCountry, completion.BirthInseeCode, completion.BirthPostalCode, completion.BirthCity);
        return new CandidateForm(
            completion?.FirstName is { } first ? first : facts.FirstName,
            facts.LastName,
            completion?.Sex is { } sex ? sex : facts.Sex?.ToString(),
            facts.BirthDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            born.Country,
            born.InseeCode,
            born.PostalCode,
            born.City,
            Email: null,
            ResultsEmail: null,
            ExternalId: null,
            division,
            ExtraTimePercent: null);
    }
}

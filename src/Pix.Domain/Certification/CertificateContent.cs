namespace Pix.Domain;

/// <summary>A competence as a certificate shows it; <paramref name="Level"/> is null where nothing shows (Rule D20).</summary>
public sealed record CertifiedCompetence(CompetenceCode Competence, int? Level, int Pix);

/// <summary>
/// What a certificate says of its result (Rules 11.27, 11.30, D23): nothing but the scoring that was published and the highest level of its day
/// decides, so that it does not move when a release or the settings change.
/// </summary>
public sealed record CertificateContent(int Pix, int MaximumScore, GlobalLevel GlobalLevel, IReadOnlyList<CertifiedCompetence> Competences)
{
    private const int YearsOfValidity = 3;

    /// <summary>What a published scoring says.</summary>
    public static CertificateContent Of(CertificationScored scored)
    {
        var maximum = new MaximumLevel(scored.MaximumLevel);
        return new CertificateContent(
            scored.Pix,
            GlobalLevel.MaximumScore(maximum),
            GlobalLevel.Of(scored.Pix, maximum),
            [.. scored.Competences.Select(mark => new CertifiedCompetence(
                mark.Competence,
                mark.CertifiedLevel > 0 ? mark.CertifiedLevel : null,
                mark.CertifiedPix))]);
    }

    /// <summary>The last day of validity: three years after the day of first publication in Paris; 29 February gives 28 February (Rule D23).</summary>
    public static DateOnly ValidUntil(DateOnly firstPublication) => firstPublication.AddYears(YearsOfValidity);
}

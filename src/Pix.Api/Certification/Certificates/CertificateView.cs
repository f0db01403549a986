using Pix.Domain;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// A certificate as its holder sees it (Rules 11.27, D23). Standing: awaiting, valid, expired, rejected, cancelled or revoked. Score, levels and
/// days of publication and validity are there for what is valid or expired; names and birth facts are null once the person was erased.
/// </summary>
public sealed record CertificateView(
    Guid CertificationId,
    int Session,
    string Standing,
    string VerificationCode,
    DateOnly TakenOn,
    DateOnly? PublishedOn,
    DateOnly? ValidUntil,
    string Centre,
    string? FirstName,
    string? LastName,
    DateOnly? BirthDate,
    string? BirthPlace,
    int? Pix,
    int? MaximumPix,
    int? GlobalLevel,
    string? GlobalLevelLabel,
    string? Comment,
    IReadOnlyList<CertifiedAreaView> Areas);

/// <summary>A domain and its competences.</summary>
public sealed record CertifiedAreaView(string Code, string Title, IReadOnlyList<CertifiedCompetenceView> Competences);

/// <summary>A competence; the level is null where nothing is certified, or where nothing shows (Rule D20).</summary>
public sealed record CertifiedCompetenceView(string Code, string Name, int? Level);

/// <summary>
/// Certificates as people read them, on today's day in Paris. The names of competences are those of the release that the test was drawn from: a
/// later one changes nothing.
/// </summary>
public sealed class CertificateDesk(Content content, LearnerRules rules, TimeProvider clock)
{
    private const string France = "france";

    /// <summary>Today in Paris.</summary>
    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The local time of now, for file names.</summary>
    public DateTime LocalNow => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.Delays.SchoolTime).DateTime;

    /// <summary>An instant's day in Paris.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, rules.Delays.SchoolTime).DateTime);

    /// <summary>What a certificate is worth today.</summary>
    public CertificateStanding StandingOf(CertificateEntry entry) =>
        entry.FirstPublishedAt is { } first ? entry.Standing.On(DayOf(first), Today) : entry.Standing;

    /// <summary>The certificate as its holder sees it.</summary>
    public async ValueTask<CertificateView> ViewOf(CertificateEntry entry, CancellationToken cancel)
    {
        var standing = StandingOf(entry);
        var shown = standing is CertificateStanding.Valid or CertificateStanding.Expired ? entry.Result : null;
        DateOnly? published = shown is null ? null : DayOf(entry.FirstPublishedAt!.Value);
        return new CertificateView(
            entry.Certification.Value,
            entry.Session.Value,
            Text.Of(standing),
            entry.Code,
            DayOf(entry.TakenAt),
            published,
            published is { } day ? CertificateContent.ValidUntil(day) : null,
            entry.Centre,
            entry.Identity?.FirstName,
            entry.Identity?.LastName,
            entry.Identity?.BirthDate,
            entry.Identity is { } identity ? PlaceOf(identity.BirthPlace) : null,
            shown?.Pix,
            shown?.MaximumScore,
            shown?.GlobalLevel.Index,
            shown?.GlobalLevel.Label,
            standing == CertificateStanding.Awaiting ? null : entry.CommentForCandidate ?? ReasonOf(entry),
            shown is null ? [] : AreasOf(shown, (await content.Releases(cancel)).At(new ReferentialVersion(entry.Referential))!));
    }

    /// <summary>Why nothing is certified, where the jury wrote nothing.</summary>
    public static string? ReasonOf(CertificateEntry entry) => entry.Standing switch
    {
        CertificateStanding.Rejected when entry.IsFraud => CertificationWords.RejectedForFraud,
        CertificateStanding.Cancelled when entry.IsTrustLost => CertificationWords.NotTrusted,
        _ => null,
    };

    /// <summary>Where somebody was born, as a certificate says it.</summary>
    public static string PlaceOf(BirthPlace place)
    {
        var town = place switch
        {
            { City: { } city } => city,
            { InseeCode: { } code } => $"commune {code}",
            _ => null,
        };
        return town is null ? place.Country : PersonNames.Normalised(place.Country) == France ? town : $"{town}, {place.Country}";
    }

    private static List<CertifiedAreaView> AreasOf(PublishedResultEntry result, Referential referential)
    {
        var levels = result.Competences.ToDictionary(competence => competence.Competence, competence => competence.Level);
        return
        [
            .. referential.Competences
                .GroupBy(competence => referential.AreaOf(competence.Code))
                .Select(area => new CertifiedAreaView(
                    area.Key.Code,
                    area.Key.Title,
                    [.. area.Select(competence => new CertifiedCompetenceView(competence.Code.Value, competence.Name, levels.GetValueOrDefault(competence.Code)))])),
        ];
    }
}

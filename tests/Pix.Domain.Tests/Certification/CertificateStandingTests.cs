using Pix.Domain.Tests.Certification.Sessions;
using Xunit;

namespace Pix.Domain.Tests.Certification;

/// <summary>What a certificate is worth: what was published, what the jury said since, and the day.</summary>
public sealed class CertificateStandingTests
{
    private static readonly DateOnly LeapDay = new(2028, 2, 29);

    [Theory]
    [InlineData(ScoringStatus.Validated, true, false, CertificateStanding.Valid)]
    [InlineData(ScoringStatus.Rejected, true, false, CertificateStanding.Rejected)]
    [InlineData(ScoringStatus.Validated, false, false, CertificateStanding.Cancelled)]
    [InlineData(ScoringStatus.Validated, true, true, CertificateStanding.Cancelled)]
    [InlineData(ScoringStatus.Rejected, true, true, CertificateStanding.Cancelled)]
    public void A_publication_certifies_what_is_validated_trusted_and_not_cancelled(
        ScoringStatus status, bool isTrusted, bool isCancelled, CertificateStanding expected) =>
        Assert.Equal(expected, CertificateStandings.AtPublication(status, isTrusted, isCancelled));

    [Fact]
    public void What_the_jury_says_since_takes_away_and_never_gives_more_than_was_published()
    {
        foreach (var published in Enum.GetValues<CertificateStanding>())
        {
            foreach (var (fraud, cancelled, revoked) in Enumerable.Range(0, 8).Select(bits => ((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0)))
            {
                var standing = published.After(fraud, cancelled, revoked);
                if (published != CertificateStanding.Valid || !(fraud || cancelled || revoked)) Assert.Equal(published, standing);
                else Assert.NotEqual(CertificateStanding.Valid, standing);
                if (published == CertificateStanding.Valid && revoked) Assert.Equal(CertificateStanding.Revoked, standing);
            }
        }
    }

    [Fact]
    public void Three_years_end_with_their_last_day_also_from_a_leap_day()
    {
        Assert.Equal(CertificateStanding.Valid, CertificateStanding.Valid.On(LeapDay, new DateOnly(2031, 2, 28)));
        Assert.Equal(CertificateStanding.Expired, CertificateStanding.Valid.On(LeapDay, new DateOnly(2031, 3, 1)));
        Assert.Equal(CertificateStanding.Revoked, CertificateStanding.Revoked.On(LeapDay, new DateOnly(2040, 1, 1)));
    }

    [Fact]
    public void Results_are_handed_out_once_they_are_published()
    {
        SessionScenario.Finalised.When(session => session.IssueResults(SessionScenario.Now)).ThenRefused("session_not_published");
        SessionScenario.Nothing.When(session => session.IssueResults(SessionScenario.Now)).ThenRefused("session_unknown");
    }
}

using System.Globalization;
using Xunit;

namespace Pix.Domain.Tests;

/// <summary>Delays are calendar days in Paris (Rule D1).</summary>
public sealed class DelaysTests
{
    private static readonly Delays Delays = new(7, 4, 4, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

    [Theory]
    [InlineData("2026-01-06T23:30+01:00", "2026-01-13T00:30+01:00", 7, "a Tuesday late, the next Tuesday early")]
    [InlineData("2026-01-06T00:10+01:00", "2026-01-13T23:50+01:00", 7, "a Tuesday early, the next Tuesday late")]
    [InlineData("2026-01-06T23:30+01:00", "2026-01-12T23:59+01:00", 6, "the eve")]
    [InlineData("2026-01-06T22:59Z", "2026-01-06T23:01Z", 1, "midnight in Paris")]
    [InlineData("2026-07-06T21:59Z", "2026-07-06T22:01Z", 1, "midnight in Paris in summer")]
    [InlineData("2026-03-24T23:30+01:00", "2026-03-31T00:05+02:00", 7, "the week when summer time begins")]
    [InlineData("2026-10-20T23:30+02:00", "2026-10-27T00:05+01:00", 7, "the week when winter time begins")]
    [InlineData("2026-10-24T22:30Z", "2026-10-25T22:30Z", 0, "the day of 25 hours")]
    [InlineData("2026-01-06T12:00Z", "2026-01-05T12:00Z", -1, "a clock that went back")]
    public void Days_are_those_of_the_calendar_in_Paris(string earlier, string later, int days, string what)
    {
        Assert.NotEmpty(what);
        Assert.Equal(days, Delays.DaysBetween(Instant(earlier), Instant(later)));
    }

    [Fact]
    public void A_weekly_lesson_improves_every_week_whatever_the_hour()
    {
        Assert.Equal(0, Delays.RemainingBeforeImproving(Instant("2026-01-06T23:30+01:00"), Instant("2026-01-13T00:30+01:00")));
        Assert.Equal(1, Delays.RemainingBeforeImproving(Instant("2026-01-06T00:30+01:00"), Instant("2026-01-12T23:30+01:00")));
        Assert.Equal(0, Delays.RemainingBeforeReset(Instant("2026-01-06T23:30+01:00"), Instant("2026-01-10T00:30+01:00")));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(0.01, 7)]
    [InlineData(6.99, 1)]
    [InlineData(7, 0)]
    [InlineData(100, 0)]
    public void A_day_begun_remains_whole(double daysSince, int remaining) => Assert.Equal(remaining, Delays.Remaining((decimal)daysSince, 7));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

namespace Pix.Domain;

/// <summary>
/// How long to wait before trying again (Rules D1, 6), in calendar days of the school's time zone: what was answered on a Tuesday is
/// seven days old on the next Tuesday, at any hour.
/// </summary>
public sealed record Delays(int DaysBeforeImproving, int DaysBeforeReset, int DaysBeforeRetrying, TimeZoneInfo SchoolTime)
{
    /// <summary>Remaining days: max(0, ⌈delay − days since⌉) (Rule 6.2).</summary>
    public static int Remaining(decimal daysSince, int delay) => (int)Math.Max(0, Math.Ceiling(delay - daysSince));

    /// <summary>Calendar days from one instant to another.</summary>
    public int DaysBetween(DateTimeOffset earlier, DateTimeOffset later) => DayOf(later).DayNumber - DayOf(earlier).DayNumber;

    /// <summary>The school day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, SchoolTime).DateTime);

    /// <summary>Days before a competence may be reset, after the latest answer that counts in it.</summary>
    public int RemainingBeforeReset(DateTimeOffset latestAnswer, DateTimeOffset now) =>
        Remaining(DaysBetween(latestAnswer, now), DaysBeforeReset);

    /// <summary>Days before a failed skill may be asked again.</summary>
    public int RemainingBeforeImproving(DateTimeOffset failedAt, DateTimeOffset now) =>
        Remaining(DaysBetween(failedAt, now), DaysBeforeImproving);

    /// <summary>Days before results that were sent may be worked on again (Rule 7.11).</summary>
    public int RemainingBeforeRetrying(DateTimeOffset sentAt, DateTimeOffset now) => Remaining(DaysBetween(sentAt, now), DaysBeforeRetrying);

    /// <summary>
    /// The countdown to that, in seconds: so many times 24 hours after the sending (Rule 7.11); 0 from the morning of that day on, and null
    /// when nothing was sent.
    /// </summary>
    public int? SecondsBeforeRetrying(DateTimeOffset? sentAt, DateTimeOffset now)
    {
        if (sentAt is not { } sent) return null;
        return RemainingBeforeRetrying(sent, now) == 0 ? 0 : (int)Math.Ceiling((sent.AddDays(DaysBeforeRetrying) - now).TotalSeconds);
    }

    /// <summary>
    /// What an assessment that improves or retries takes as known (Rules 6.5, 6.6): everything validated, and failures that were not old
    /// enough when it began or came after; older failures are asked again.
    /// </summary>
    public bool StaysKnown(KnowledgeElement element, DateTimeOffset assessmentStartedAt, int delay) =>
        element.IsValidated || element.At > assessmentStartedAt || DaysBetween(element.At, assessmentStartedAt) < delay;
}

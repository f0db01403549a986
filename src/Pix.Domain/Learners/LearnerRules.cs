namespace Pix.Domain;

/// <summary>The settings that decisions about a learner follow.</summary>
/// <param name="Delays">How long to wait before improving, resetting, retrying.</param>
/// <param name="Maximum">The highest level in force (Rule D2).</param>
/// <param name="TimerTolerance">How far past a timer an answer still is in time by the server's clock.</param>
/// <param name="Locale">The language asked in.</param>
public sealed record LearnerRules(Delays Delays, MaximumLevel Maximum, TimeSpan TimerTolerance, string Locale)
{
    /// <summary>The rule book's settings: seven days to improve, four to reset, eight levels.</summary>
    public static LearnerRules Default(TimeZoneInfo schoolTime) =>
        new(new Delays(7, 4, 4, schoolTime), new MaximumLevel(8), TimeSpan.FromSeconds(5), "fr");
}

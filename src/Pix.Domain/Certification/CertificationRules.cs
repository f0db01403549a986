namespace Pix.Domain;

/// <summary>The settings that a certification test follows (Rules D2, D14).</summary>
/// <param name="Maximum">The highest level of the day.</param>
/// <param name="LongestTest">The most that a test lasts, extra time apart.</param>
/// <param name="TimePerQuestion">What each question gives.</param>
/// <param name="TimerTolerance">How far past a question's timer an answer still is in time by the server's clock.</param>
/// <param name="Locale">The language asked in.</param>
public sealed record CertificationRules(
    MaximumLevel Maximum,
    TimeSpan LongestTest,
    TimeSpan TimePerQuestion,
    TimeSpan TimerTolerance,
    string Locale)
{
    /// <summary>The rule book's settings: 1 h 45 at most, five minutes a question; the rest as for training.</summary>
    public static CertificationRules Default(LearnerRules learners) =>
        new(learners.Maximum, new TimeSpan(1, 45, 0), TimeSpan.FromMinutes(5), learners.TimerTolerance, learners.Locale);

    /// <summary>How long a test of so many questions lasts, for a candidate with so much extra time (Rule D14).</summary>
    public TimeSpan DurationOf(int questions, int extraTimePercent)
    {
        var byQuestions = TimePerQuestion * questions;
        var usual = byQuestions < LongestTest ? byQuestions : LongestTest;
        return usual + TimeSpan.FromTicks(usual.Ticks * extraTimePercent / 100);
    }
}

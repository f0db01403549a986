namespace Pix.Domain;

/// <summary>The highest level that can be reached, a setting (Rule D2); 8 pix each.</summary>
public readonly record struct MaximumLevel(int Level)
{
    /// <summary>The highest pix in one competence.</summary>
    public int PixPerCompetence => Level * PixAmount.PixPerLevel;
}

/// <summary>What may go beyond the maximum; certification looks at everything (Rule 11.1).</summary>
[Flags]
public enum Excess
{
    /// <summary>Capped.</summary>
    None = 0,

    /// <summary>Pix are not capped.</summary>
    Pix = 1,

    /// <summary>The level is not capped.</summary>
    Level = 2,
}

/// <summary>The score of one competence as it is shown: whole pix, level, and pix towards the next level (Rule 5.1).</summary>
public sealed record CompetenceScore(PixAmount Total, int Pix, int Level)
{
    /// <summary>Whole pix since the last level; 0 at the cap.</summary>
    public int PixAheadOfNextLevel => Pix % PixAmount.PixPerLevel;

    /// <summary>From the exact total. The level comes from the uncapped total (Rule 5.1).</summary>
    public static CompetenceScore Of(PixAmount total, MaximumLevel maximum, Excess excess = Excess.None) => new(
        total,
        excess.HasFlag(Excess.Pix) ? total.Floor : Math.Min(total.Floor, maximum.PixPerCompetence),
        excess.HasFlag(Excess.Level) ? total.Level : Math.Min(total.Level, maximum.Level));

    /// <summary>Percentage of the way to the next level (Rule 5.6).</summary>
    public static decimal PercentageToNextLevel(decimal pixAhead) => pixAhead / PixAmount.PixPerLevel * 100;

    /// <summary>Pix missing to the next level (Rule 5.6).</summary>
    public static decimal RemainingPixToNextLevel(decimal pixAhead) => PixAmount.PixPerLevel - pixAhead;
}

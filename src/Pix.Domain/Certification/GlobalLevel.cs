namespace Pix.Domain;

/// <summary>What a whole certificate is worth (Rule 11.30): 0 before the first level, then 1 to 8.</summary>
public readonly record struct GlobalLevel(int Index)
{
    /// <summary>Pix in one level over the sixteen competences.</summary>
    public const int PixPerLevel = 128;

    private const int PixOfFirstLevel = 64;
    private const int Highest = 8;

    /// <summary>As people say it: novice, indépendant, avancé or expert, two levels each (slide deck 000).</summary>
    public string Label => Index switch
    {
        0 => "Pré-novice",
        1 or 2 => $"Novice {Index}",
        3 or 4 => $"Indépendant {Index}",
        5 or 6 => $"Avancé {Index}",
        _ => $"Expert {Index}",
    };

    /// <summary>The level of a certified score, which cannot exceed the highest of the day.</summary>
    public static GlobalLevel Of(int pix, MaximumLevel maximum) =>
        new(Math.Min(Math.Min(pix < PixOfFirstLevel ? 0 : (pix / PixPerLevel) + 1, Highest), maximum.Level));

    /// <summary>The highest score under this level (Rules 1.5, 11.27).</summary>
    public static int MaximumScore(MaximumLevel maximum) => PixPerLevel * maximum.Level;
}

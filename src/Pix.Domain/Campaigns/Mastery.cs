namespace Pix.Domain;

/// <summary>How much of a target is validated (Rules 7.8, 7.9, D8).</summary>
public readonly record struct Mastery(int Validated, int Targeted)
{
    private const int Whole = 100;

    /// <summary>Validated over targeted, exact; 0 of nothing.</summary>
    public Fraction Rate => Targeted == 0 ? 0 : new Fraction(Validated, Targeted);

    /// <summary>Everything is validated, of something.</summary>
    public bool IsWhole => Targeted > 0 && Validated >= Targeted;

    /// <summary>In whole percent: halves up, and 100 only when everything is validated (Rule D8).</summary>
    public int Percent => IsWhole ? Whole : Math.Min(Whole - 1, (int)new Fraction((Int128)Rate.Numerator * Whole, Rate.Denominator).Rounded(0));

    /// <summary>As a rate with two decimals, such as 0.67.</summary>
    public decimal DisplayedRate => (decimal)Percent / Whole;

    /// <summary>A sent profile's: its pix over the most that 16 competences can give (Rule 7.8).</summary>
    public static Fraction OfProfile(int pix, MaximumLevel maximum) => new(pix, Profile.CompetencesOfTheFramework * maximum.PixPerCompetence);
}

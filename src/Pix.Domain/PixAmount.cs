using System.Globalization;

namespace Pix.Domain;

/// <summary>
/// An exact amount of pix (Rule D3): whole units, 720720 to the pix, so that 8 pix share evenly among up to 16 skills. Never a double.
/// </summary>
public readonly record struct PixAmount(long Units) : IComparable<PixAmount>
{
    /// <summary>Units in one pix: the least number that every count from 1 to 16 divides.</summary>
    public const long UnitsPerPix = 720_720;

    /// <summary>Pix in one level of one competence (Rule 1.5).</summary>
    public const int PixPerLevel = 8;

    /// <summary>The most that one skill is worth (Rule 1.4).</summary>
    public const int MaximumPerSkill = 4;

    /// <summary>More skills than this in one level of one competence cannot share 8 pix exactly; a release with more is refused (Rule D3).</summary>
    public const int MaximumSkillsPerLevel = 16;

    /// <summary>Nothing.</summary>
    public static PixAmount Zero => default;

    /// <summary>Whole pix, rounded down.</summary>
    public int Floor => (int)(Units / UnitsPerPix);

    /// <summary>The level reached, uncapped: a level is 8 pix (Rule 5.1).</summary>
    public int Level => (int)(Units / (UnitsPerPix * PixPerLevel));

    /// <summary>So many whole pix.</summary>
    public static PixAmount Of(int pix) => new(pix * UnitsPerPix);

    /// <summary>What one skill is worth when its level counts so many skills in its competence (Rule 1.4): min(4, 8 / count).</summary>
    public static PixAmount OfSkillAmong(int skillsOfTheLevel) =>
        new(Math.Min(MaximumPerSkill * UnitsPerPix, PixPerLevel * UnitsPerPix / skillsOfTheLevel));

    /// <summary>The sum, exact.</summary>
    public static PixAmount operator +(PixAmount left, PixAmount right) => new(left.Units + right.Units);

    /// <summary>Order by amount.</summary>
    public static bool operator <(PixAmount left, PixAmount right) => left.Units < right.Units;

    /// <summary>Order by amount.</summary>
    public static bool operator >(PixAmount left, PixAmount right) => left.Units > right.Units;

    /// <summary>Order by amount.</summary>
    public static bool operator <=(PixAmount left, PixAmount right) => left.Units <= right.Units;

    /// <summary>Order by amount.</summary>
    public static bool operator >=(PixAmount left, PixAmount right) => left.Units >= right.Units;

    /// <inheritdoc />
    public int CompareTo(PixAmount other) => Units.CompareTo(other.Units);

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(decimal)Units / UnitsPerPix:0.###} pix");
}

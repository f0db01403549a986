namespace Pix.Domain;

/// <summary>An exact ratio of whole numbers (Rule D3), in lowest terms: means and scores stay so until they are shown.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly Int128 _denominatorLessOne;

    /// <summary>A ratio; the denominator is above zero.</summary>
    public Fraction(Int128 numerator, Int128 denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = GreatestCommonDivisor(Int128.Abs(numerator), denominator);
        Numerator = numerator / common;
        _denominatorLessOne = (denominator / common) - 1;
    }

    /// <summary>Above.</summary>
    public Int128 Numerator { get; }

    /// <summary>Below; a default value is zero over one.</summary>
    public Int128 Denominator => _denominatorLessOne + 1;

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(int whole) => new(whole, 1);

    /// <summary>The sum, exact.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>Order by amount.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Order by amount.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Order by amount.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Order by amount.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <inheritdoc />
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>For display: so many decimals, halves up (Rule D8); not for an amount below zero.</summary>
    public decimal Rounded(int decimals)
    {
        var scale = Int128.One;
        for (var digit = 0; digit < decimals; digit++) scale *= 10;
        return (decimal)(((2 * Numerator * scale) + Denominator) / (2 * Denominator)) / (decimal)scale;
    }

    private static Int128 GreatestCommonDivisor(Int128 one, Int128 other)
    {
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }
}

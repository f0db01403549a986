namespace Pix.Domain;

/// <summary>
/// How far a test bears the profile out: right answers of those considered, as a rounded percentage (Rule 11.13). It is this rounded figure
/// that decides; the exact one is shown beside it (Rule D18).
/// </summary>
public readonly record struct ReproducibilityRate(int Percent)
{
    /// <summary>Below this nothing is certified (Rule 11.14).</summary>
    public const int LeastToCertify = 50;

    /// <summary>From here on the table's middle column applies (Rule 11.15).</summary>
    public const int Fair = 70;

    /// <summary>From here on the table's first column applies (Rule 11.15).</summary>
    public const int Good = 80;

    private static readonly int[] Thresholds = [LeastToCertify, Fair, Good];

    /// <summary>Enough for anything to be certified.</summary>
    public bool IsEnoughToCertify => IsAtLeast(LeastToCertify);

    /// <summary>So many right answers of those considered, halves up; 0 when none is considered.</summary>
    public static ReproducibilityRate Of(int right, int considered) =>
        new(considered == 0 ? 0 : ((200 * right) + considered) / (2 * considered));

    /// <summary>Whether rounding took the rate over a threshold that the exact figure misses (Rule D18).</summary>
    public static bool IsDecidedByRounding(int right, int considered)
    {
        var rounded = Of(right, considered);
        return Thresholds.Any(threshold => rounded.IsAtLeast(threshold) && 100 * right < threshold * considered);
    }

    /// <summary>Whether it reaches a threshold.</summary>
    public bool IsAtLeast(int threshold) => Percent >= threshold;
}

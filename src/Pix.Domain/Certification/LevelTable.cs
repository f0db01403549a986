namespace Pix.Domain;

/// <summary>What becomes of an estimated level: the whole table of Rule 11.15, as data.</summary>
public static class LevelTable
{
    private const CompetenceVerdict Keep = CompetenceVerdict.Kept;
    private const CompetenceVerdict Less = CompetenceVerdict.Lowered;
    private const CompetenceVerdict None = CompetenceVerdict.NotCertified;

    // Questions, right, neutralised; then from 80 %, from 70 % and below.
    private static readonly Dictionary<(int Questions, int Right, int Neutralised), (CompetenceVerdict Good, CompetenceVerdict Fair, CompetenceVerdict Low)> Rows = new()
    {
        [(3, 3, 0)] = (Keep, Keep, Keep),
        [(3, 2, 0)] = (Keep, Less, Less),
        [(3, 2, 1)] = (Keep, Keep, Keep),
        [(3, 1, 0)] = (None, None, None),
        [(3, 1, 1)] = (Keep, Less, None),
        [(3, 1, 2)] = (Keep, Keep, Less),
        [(3, 0, 0)] = (None, None, None),
        [(3, 0, 1)] = (None, None, None),
        [(3, 0, 2)] = (None, None, None),
        [(3, 0, 3)] = (None, None, None),
        [(2, 2, 0)] = (Keep, Keep, Keep),
        [(2, 1, 0)] = (Keep, Less, None),
        [(2, 1, 1)] = (Keep, Keep, Less),
        [(2, 0, 0)] = (None, None, None),
        [(2, 0, 1)] = (None, None, None),
        [(2, 0, 2)] = (None, None, None),
        [(1, 1, 0)] = (Keep, Keep, Less),
        [(1, 0, 0)] = (None, None, None),
        [(1, 0, 1)] = (None, None, None),
    };

    /// <summary>The verdict for these counts under this rate, or null when the table does not know them.</summary>
    public static CompetenceVerdict? VerdictFor(int questions, int right, int neutralised, ReproducibilityRate rate)
    {
        if (!Rows.TryGetValue((questions, right, neutralised), out var row)) return null;
        return rate.IsAtLeast(ReproducibilityRate.Good) ? row.Good : rate.IsAtLeast(ReproducibilityRate.Fair) ? row.Fair : row.Low;
    }

    /// <summary>The certified level, uncapped (Rule 11.16).</summary>
    public static int LevelAfter(this CompetenceVerdict verdict, int estimatedLevel) => verdict switch
    {
        CompetenceVerdict.Kept => estimatedLevel,
        CompetenceVerdict.Lowered => estimatedLevel - 1,
        _ => CompetenceMark.NoLevel,
    };

    /// <summary>The certified pix, uncapped (Rule 11.16).</summary>
    public static int PixAfter(this CompetenceVerdict verdict, int estimatedPix) => verdict switch
    {
        CompetenceVerdict.Kept => estimatedPix,
        CompetenceVerdict.Lowered => Math.Max(0, estimatedPix - PixAmount.PixPerLevel),
        _ => 0,
    };
}

namespace Pix.Domain;

/// <summary>Reproducible chance: the seed is recorded in an event, so that anybody can draw again (Rule 4.8).</summary>
public static class Draw
{
    /// <summary>An index below <paramref name="count"/>, the same for the same seed on every machine (SplitMix64's mixing function).</summary>
    public static int Index(long seed, int count)
    {
        var mixed = unchecked((ulong)seed + 0x9E3779B97F4A7C15UL);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL);
        return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
    }
}

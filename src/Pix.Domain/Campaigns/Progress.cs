namespace Pix.Domain;

/// <summary>How far a test is, or a participation through it (Rule 7.10).</summary>
public readonly record struct Progress(int Tested, int Targeted, bool IsCompleted)
{
    private const int DecimalsOfExports = 3;

    /// <summary>From 0 to 1, exact: tested over targeted skills, 1 once completed or with nothing to test.</summary>
    public Fraction Rate => IsCompleted || Targeted == 0 ? 1 : new Fraction(Tested, Targeted);

    /// <summary>As exports and pages show it: three decimals.</summary>
    public decimal Displayed => Rate.Rounded(DecimalsOfExports);
}

using System.Globalization;

namespace Pix.Domain;

/// <summary>A certification session: the number that is printed on its papers and typed by who joins it (Rules 11.2, 11.7).</summary>
public readonly record struct SessionId(int Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Somebody enrolled in one session.</summary>
public readonly record struct CandidateId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>The test of one candidate in one session: made of both, so that a double start meets itself.</summary>
public readonly record struct CertificationId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

namespace Pix.Domain;

/// <summary>A pupil of one school: made of the school and of the HMAC of the pupil's INE, so that every import of that school meets the same.</summary>
public readonly record struct PupilId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>One import of a school's pupils.</summary>
public readonly record struct ImportId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

namespace Pix.Domain;

/// <summary>A school, another establishment, or a certification centre: they may be one and the same (Rules 12.1, 12.4).</summary>
public readonly record struct OrganisationId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

/// <summary>An account of somebody who works in organisations: the id that the subject of its token makes.</summary>
public readonly record struct MemberId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}

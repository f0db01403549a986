namespace Pix.Domain;

/// <summary>Something that only one may have, such as a campaign's code or a username: the state of one stream <c>claim-{kind}-{what}</c>.</summary>
public sealed record Claim : IAggregate<Claim, ClaimEvent>
{
    /// <inheritdoc />
    public static Claim Initial { get; } = new();

    /// <summary>Whose it is, or null while it is free.</summary>
    public Guid? Owner { get; private init; }

    /// <inheritdoc />
    public Claim Evolve(ClaimEvent happened) => happened switch
    {
        Claimed claimed => this with { Owner = claimed.Owner },
        ClaimReleased => this with { Owner = null },
        _ => this,
    };
}

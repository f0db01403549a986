namespace Pix.Domain;

/// <summary>Taking and giving back what only one may have.</summary>
public static class ClaimDecisions
{
    /// <summary>Takes it; its owner's retry has it already. Whoever meets <see cref="Refusal.ClaimTaken"/> says what was taken in their own words.</summary>
    public static Decision<ClaimEvent> Take(this Claim claim, Guid owner, DateTimeOffset now)
    {
        if (claim.Owner == owner) return [];
        if (claim.Owner is not null) return Refusal.ClaimTaken;
        return [new Claimed(owner, now)];
    }

    /// <summary>Gives it back; what is not this owner's stays as it is.</summary>
    public static Decision<ClaimEvent> Release(this Claim claim, Guid owner, DateTimeOffset now)
    {
        if (claim.Owner != owner) return [];
        return [new ClaimReleased(now)];
    }
}

/// <summary>Why something is not given.</summary>
public sealed partial record Refusal
{
    /// <summary>Somebody else has it.</summary>
    public static Refusal ClaimTaken { get; } = new(RefusalKind.Conflict, "claim_taken", "C’est déjà pris : choisissez-en un autre.");
}

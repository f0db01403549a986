namespace Pix.Domain;

/// <summary>Creating, editing, archiving and restoring a campaign (Rules 7.1 to 7.3, 7.14).</summary>
public static class CampaignDecisions
{
    /// <summary>
    /// Creates a campaign under a code that is its own already. <paramref name="target"/> is what it freezes; null when the wish names no
    /// target profile (Rule D11).
    /// </summary>
    public static Decision<CampaignEvent> Create(
        this Campaign campaign,
        CampaignWish wish,
        CampaignCode code,
        FrozenTarget? target,
        DateTimeOffset now)
    {
        if (campaign.Created is not null) return Refusal.CampaignAlreadyCreated;
        if (wish.Faults().FirstOrDefault() is { } fault) return fault;
        if (wish.TargetProfile is not null && target is not { Skills.Count: > 0 }) return Refusal.TargetProfileEmpty;
        return
        [
            new CampaignCreated(
                wish.Organisation!.Value,
                wish.Creator!.Value,
                wish.Owner!.Value,
                wish.Type!.Value,
                code,
                wish.Settings,
                wish.ExternalId,
                wish.MultipleSendings,
                target,
                now),
        ];
    }

    /// <summary>
    /// Changes what may be changed: the owner, the texts, the days; the rest of the wish is not looked at. <paramref name="read"/> is the
    /// change that the editor had read, or null when they do not say: who has read an older one must read again.
    /// </summary>
    public static Decision<CampaignEvent> Edit(this Campaign campaign, CampaignWish wish, int? read, DateTimeOffset now)
    {
        if (campaign.Created is not { } created) return Refusal.CampaignUnknown;
        if (read is { } changes && changes != campaign.Changes) return Refusal.CampaignChanged;
        if (wish.Owner is not { } owner) return Refusal.CampaignOwnerMissing;
        if (wish.FaultsOfSettings(created.Type).FirstOrDefault() is { } fault) return fault;
        if (owner == campaign.Owner && wish.Settings == campaign.Settings) return [];
        return [new CampaignEdited(owner, wish.Settings, now)];
    }

    /// <summary>From now on nobody starts and nobody sends (Rule 7.14).</summary>
    public static Decision<CampaignEvent> Archive(this Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Created is null) return Refusal.CampaignUnknown;
        if (campaign.IsArchived) return [];
        return [new CampaignArchived(now)];
    }

    /// <summary>An archived campaign goes on.</summary>
    public static Decision<CampaignEvent> Restore(this Campaign campaign, DateTimeOffset now)
    {
        if (campaign.Created is null) return Refusal.CampaignUnknown;
        if (!campaign.IsArchived) return [];
        return [new CampaignRestored(now)];
    }

    /// <summary>Codes to try until one is free, drawn from a seed: a retry tries the same (Rules 7.3, D9).</summary>
    public static IEnumerable<CampaignCode> CodesFrom(long seed)
    {
        var drawn = 0;
        return Codes.Campaign.Draws(count => Draw.Index(unchecked(seed + drawn++), count)).Select(code => new CampaignCode(code));
    }
}

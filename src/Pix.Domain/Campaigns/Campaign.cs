namespace Pix.Domain;

/// <summary>A campaign: the state of one stream <c>campaign-{id}</c>.</summary>
public sealed record Campaign : IAggregate<Campaign, CampaignEvent>
{
    /// <inheritdoc />
    public static Campaign Initial { get; } = new();

    /// <summary>As it was created, or null before.</summary>
    public CampaignCreated? Created { get; private init; }

    /// <summary>Who answers for it today; null before its creation.</summary>
    public MemberId? Owner { get; private init; }

    /// <summary>Its texts and days of today; null before its creation.</summary>
    public CampaignSettings? Settings { get; private init; }

    /// <summary>Nobody starts and nobody sends (Rule 7.14).</summary>
    public bool IsArchived { get; private init; }

    /// <summary>How many times it changed since its creation: who edits says which one they have read.</summary>
    public int Changes { get; private init; }

    /// <inheritdoc />
    public Campaign Evolve(CampaignEvent happened)
    {
        var after = Created is null ? this : this with { Changes = Changes + 1 };
        return happened switch
        {
            CampaignCreated created => after with { Created = created, Owner = created.Owner, Settings = created.Settings },
            CampaignEdited edited => after with { Owner = edited.Owner, Settings = edited.Settings },
            CampaignArchived => after with { IsArchived = true },
            CampaignRestored => after with { IsArchived = false },
            _ => after,
        };
    }
}

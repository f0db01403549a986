using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Campaigns by the code that people type: who claimed the code is the campaign (Rules 7.3, D9).</summary>
public sealed class CampaignDirectory(Aggregates<Claim, ClaimEvent> claims, Aggregates<Campaign, CampaignEvent> campaigns)
{
    /// <summary>The campaign of a typed code, or null when no campaign has it.</summary>
    public async ValueTask<(CampaignId Id, Campaign Campaign)?> Find(string typed, CancellationToken cancel)
    {
        if (CampaignCode.Read(typed) is not { } code) return null;
        if ((await claims.Load(Streams.ClaimOf(code), cancel)).State.Owner is not { } owner) return null;
        var id = new CampaignId(owner);
        var campaign = (await campaigns.Load(Streams.Campaign(id), cancel)).State;

        // A code is claimed before its campaign is created, which may have been refused.
        return campaign.Created?.Code == code ? (id, campaign) : null;
    }

    /// <summary>Claims the first free code for a campaign, which may be created only then; null when none is free.</summary>
    public async ValueTask<CampaignCode?> Claim(CampaignId campaign, Command command, CancellationToken cancel)
    {
        foreach (var code in CampaignDecisions.CodesFrom(command.SeedFor("campaign code")))
        {
            var decided = await claims.Decide(Streams.ClaimOf(code), command, (claim, now) => claim.Take(campaign.Value, now), cancel);
            if (decided.Refusal is null) return code;
            if (decided.Refusal != Refusal.ClaimTaken) throw new RefusedException(decided.Refusal);
        }

        return null;
    }
}

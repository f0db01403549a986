using Pix.Domain;

namespace Pix.Api;

/// <summary>A campaign as its teachers set it. <paramref name="Changes"/> is what <c>ETag</c> and <c>If-Match</c> carry.</summary>
public sealed record CampaignView(
    Guid CampaignId,
    Guid OrganisationId,
    string Code,
    string Link,
    string Type,
    string Name,
    string? Title,
    string? LandingText,
    string? ResultText,
    ResultButton? ResultButton,
    DateOnly? StartBy,
    DateOnly? EndBy,
    ExternalIdView? ExternalId,
    bool MultipleSendings,
    Guid CreatorId,
    Guid OwnerId,
    CampaignTargetView? Target,
    bool Archived,
    DateTimeOffset CreatedAt,
    int Changes)
{
    /// <summary>A campaign that was created.</summary>
    public static CampaignView Of(CampaignId id, Campaign campaign, PublicAddress address)
    {
        var created = campaign.Created!;
        var settings = campaign.Settings!;
        return new CampaignView(
            id.Value,
            created.Organisation.Value,
            created.Code.Value,
            address.LinkTo(created.Code),
            Text.Of(created.Type),
            settings.Name,
            settings.Title,
            settings.LandingText,
            settings.ResultText,
            settings.ResultButton,
            settings.StartBy,
            settings.EndBy,
            ExternalIdView.Of(created.ExternalId),
            created.MultipleSendings,
            created.Creator.Value,
            campaign.Owner!.Value.Value,
            created.Target is { } target ? new CampaignTargetView(target.Profile, target.Name, target.DurationMinutes, target.Skills.Count, Topic.Of(target).Count) : null,
            campaign.IsArchived,
            created.At,
            campaign.Changes);
    }
}

/// <summary>What a campaign tests: its target profile as it was, minutes, and how many skills and topics.</summary>
public sealed record CampaignTargetView(string TargetProfileId, string Name, int DurationMinutes, int Skills, int Topics);

/// <summary>What participants are asked to give of themselves.</summary>
public sealed record ExternalIdView(string Label, string Type)
{
    /// <summary>What is asked for, or null.</summary>
    public static ExternalIdView? Of(ExternalIdRequest? asked) => asked is null ? null : new ExternalIdView(asked.Label, Text.Of(asked.Type));
}

/// <summary>Where people reach the service: the setting <c>Pix:PublicUrl</c>, else where they asked.</summary>
public sealed record PublicAddress(string Base)
{
    /// <summary>For this request.</summary>
    public static PublicAddress Of(HttpContext http, PixSettings settings) =>
        new(settings.PublicUrl?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}");

    /// <summary>Where a campaign is entered.</summary>
    public string LinkTo(CampaignCode code) => $"{Base}/campagnes/{code}";
}

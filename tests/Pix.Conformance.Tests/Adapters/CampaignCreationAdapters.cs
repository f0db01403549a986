using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>What may be created (Rules 7.1, 7.2): the platform's names of fields and messages stand beside our refusals' codes.</summary>
public static class CampaignCreationAdapters
{
    /// <summary>By our code: the field, and the beginning of the message where the cases say one.</summary>
    private static readonly Dictionary<string, (string Attribute, string Message)> Theirs = new()
    {
        ["campaign_name_missing"] = ("name", "\"name\" is "),
        ["campaign_creator_missing"] = ("creatorId", "MISSING_CREATOR"),
        ["campaign_owner_missing"] = ("ownerId", "MISSING_OWNER"),
        ["campaign_organisation_missing"] = ("organizationId", "MISSING_ORGANIZATION"),
        ["campaign_type_missing"] = ("type", "CAMPAIGN_PURPOSE_IS_REQUIRED"),
        ["campaign_target_missing"] = ("targetProfileId", "TARGET_PROFILE_IS_REQUIRED"),
        ["campaign_target_not_allowed"] = ("targetProfileId", "TARGET_PROFILE_NOT_ALLOWED_FOR_PROFILES_COLLECTION_CAMPAIGN"),
        ["campaign_title_not_allowed"] = ("title", "TITLE_OF_PERSONALISED_TEST_IS_NOT_ALLOWED_FOR_PROFILES_COLLECTION_CAMPAIGN"),
        ["campaign_landing_text_too_long"] = ("customLandingPageText", "CUSTOM_LANDING_PAGE_TEXT_IS_TOO_LONG"),
        ["campaign_result_text_too_long"] = ("customResultPageText", "CUSTOM_RESULT_PAGE_TEXT_IS_TOO_LONG"),
        ["campaign_button_text_missing"] = ("customResultPageButtonText", "CUSTOM_RESULT_PAGE_BUTTON_TEXT"),
        ["campaign_button_url_missing"] = ("customResultPageButtonUrl", "CUSTOM_RESULT_PAGE_BUTTON_URL"),
        ["campaign_button_url_malformed"] = ("customResultPageButtonUrl", "CUSTOM_RESULT_PAGE_BUTTON_URL"),
    };

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new() { ["campaign.creation"] = ExpectValidity };

    private static void ExpectValidity(ConformanceCase @case)
    {
        var wish = WishOf(@case.Input);
        var decision = Campaign.Initial.Create(wish, new CampaignCode("QSXCRH823"), TargetOf(wish), DateTimeOffset.UnixEpoch);
        if (@case.Expected.Flag("valid") != decision.Refusal is null) throw @case.Differs(decision.Refusal);
        if (decision.Refusal is not { } refusal) return;

        var (attribute, message) = Theirs[refusal.Code];
        if (@case.Expected.TryGetProperty("attribute", out var field) && field.GetString() != attribute) throw @case.Differs(refusal);
        if (@case.Expected.TryGetProperty("message", out var said) && !said.GetString()!.StartsWith(message, StringComparison.Ordinal))
            throw @case.Differs(refusal);
    }

    private static CampaignWish WishOf(JsonElement input) => new()
    {
        Name = Said(input, "name"),
        Type = Said(input, "type") switch
        {
            "ASSESSMENT" => CampaignType.Assessment,
            "PROFILES_COLLECTION" => CampaignType.ProfilesCollection,
            "EXAM" => CampaignType.Exam,
            _ => null,
        },
        Organisation = Said(input, "organizationId") is null ? null : new OrganisationId(Guid.Empty),
        Creator = Said(input, "creatorId") is null ? null : new MemberId(Guid.Empty),
        Owner = Said(input, "ownerId") is null ? null : new MemberId(Guid.Empty),
        TargetProfile = Said(input, "targetProfileId"),
        Title = Said(input, "title"),
        LandingText = Text(input, "customLandingPageText"),
        ResultText = Text(input, "customResultPageText"),
        ResultButtonText = Said(input, "customResultPageButtonText"),
        ResultButtonUrl = Said(input, "customResultPageButtonUrl"),
    };

    private static FrozenTarget? TargetOf(CampaignWish wish) => wish.TargetProfile is null ? null : Targets.Of([Targets.Skill("skill")]);

    private static string? Said(JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    private static string? Text(JsonElement input, string name) =>
        input.Number($"{name}Length") is { } length ? new string('a', (int)length) : Said(input, name);
}

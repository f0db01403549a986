namespace Pix.Domain;

/// <summary>A campaign as somebody wishes it, before anything is checked: null is what was not said (Rules 7.1, 7.2).</summary>
public sealed record CampaignWish
{
    private const int LongestName = 255;
    private const int LongestTitle = 255;
    private const int LongestText = 5000;
    private const int LongestLabel = 255;

    /// <summary>Whose it is.</summary>
    public OrganisationId? Organisation { get; init; }

    /// <summary>Who creates it.</summary>
    public MemberId? Creator { get; init; }

    /// <summary>Who answers for it.</summary>
    public MemberId? Owner { get; init; }

    /// <summary>What it asks.</summary>
    public CampaignType? Type { get; init; }

    /// <summary>The target profile's id.</summary>
    public string? TargetProfile { get; init; }

    /// <summary>How teachers call it.</summary>
    public string? Name { get; init; }

    /// <summary>How participants see it called.</summary>
    public string? Title { get; init; }

    /// <summary>What they read before they enter.</summary>
    public string? LandingText { get; init; }

    /// <summary>What they read with their results.</summary>
    public string? ResultText { get; init; }

    /// <summary>The text of the button under it.</summary>
    public string? ResultButtonText { get; init; }

    /// <summary>Where the button leads.</summary>
    public string? ResultButtonUrl { get; init; }

    /// <summary>How participants are asked for an external id.</summary>
    public string? ExternalIdLabel { get; init; }

    /// <summary>What the external id must be.</summary>
    public ExternalIdType? ExternalIdType { get; init; }

    /// <summary>Whether results may be sent again.</summary>
    public bool MultipleSendings { get; init; }

    /// <summary>The last day to start.</summary>
    public DateOnly? StartBy { get; init; }

    /// <summary>The last day to send.</summary>
    public DateOnly? EndBy { get; init; }

    /// <summary>The external id asked for, once nothing is wrong with it.</summary>
    internal ExternalIdRequest? ExternalId =>
        ExternalIdLabel is { } label && ExternalIdType is { } type ? new ExternalIdRequest(label.Trim(), type) : null;

    /// <summary>What may change later, once nothing is wrong with it.</summary>
    internal CampaignSettings Settings => new(
        Name!.Trim(),
        Title,
        LandingText,
        ResultText,
        ResultButtonText is { } text && ResultButtonUrl is { } url ? new ResultButton(text, url) : null,
        StartBy,
        EndBy);

    /// <summary>Everything that is wrong with it, in the order of a form.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (Creator is null) yield return Refusal.CampaignCreatorMissing;
        if (Owner is null) yield return Refusal.CampaignOwnerMissing;
        if (Organisation is null) yield return Refusal.CampaignOrganisationMissing;
        if (Type is null) yield return Refusal.CampaignTypeMissing;
        if (Type is CampaignType.ProfilesCollection && TargetProfile is not null) yield return Refusal.CampaignTargetNotAllowed;
        if (Type is CampaignType.Assessment or CampaignType.Exam && TargetProfile is null) yield return Refusal.CampaignTargetMissing;
        if ((ExternalIdLabel is null) != (ExternalIdType is null)) yield return Refusal.CampaignExternalIdIncomplete(ExternalIdLabel is null);
        if (ExternalIdLabel is { } label && (string.IsNullOrWhiteSpace(label) || label.Length > LongestLabel))
            yield return Refusal.CampaignExternalIdLabelMalformed(LongestLabel);
        foreach (var fault in FaultsOfSettings(Type)) yield return fault;
    }

    /// <summary>Everything that is wrong with what may change later, for a campaign of this type.</summary>
    public IEnumerable<Refusal> FaultsOfSettings(CampaignType? type)
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return Refusal.CampaignNameMissing;
        else if (Name.Length > LongestName) yield return Refusal.CampaignNameTooLong(LongestName);
        if (type is CampaignType.ProfilesCollection && Title is not null) yield return Refusal.CampaignTitleNotAllowed;
        if (Title is { Length: > LongestTitle }) yield return Refusal.CampaignTitleTooLong(LongestTitle);
        if (LandingText is { Length: > LongestText }) yield return Refusal.CampaignLandingTextTooLong(LongestText);
        if (ResultText is { Length: > LongestText }) yield return Refusal.CampaignResultTextTooLong(LongestText);
        if (ResultButtonText is null && ResultButtonUrl is not null) yield return Refusal.CampaignButtonTextMissing;
        if (ResultButtonText is not null && ResultButtonUrl is null) yield return Refusal.CampaignButtonUrlMissing;
        if (ResultButtonUrl is { } url && !IsWebAddress(url)) yield return Refusal.CampaignButtonUrlMalformed;
        if (StartBy is { } start && EndBy is { } end && end < start) yield return Refusal.CampaignEndsBeforeItStarts;
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

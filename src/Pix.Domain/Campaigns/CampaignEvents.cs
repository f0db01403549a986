namespace Pix.Domain;

/// <summary>What happened to a campaign: stream <c>campaign-{id}</c>.</summary>
public abstract record CampaignEvent(DateTimeOffset At) : IDomainEvent;

/// <summary>
/// A campaign was created. <paramref name="Target"/> is what it tests, frozen for good (Rule D11); null for a profile collection, which
/// tests nothing. <paramref name="ExternalId"/> is what participants are asked to give of themselves, or null.
/// </summary>
[StoredAs("CampaignCreated.v1")]
public sealed record CampaignCreated(
    OrganisationId Organisation,
    MemberId Creator,
    MemberId Owner,
    CampaignType Type,
    CampaignCode Code,
    CampaignSettings Settings,
    ExternalIdRequest? ExternalId,
    bool MultipleSendings,
    FrozenTarget? Target,
    DateTimeOffset At) : CampaignEvent(At);

/// <summary>What may change after its creation was changed.</summary>
[StoredAs("CampaignEdited.v1")]
public sealed record CampaignEdited(MemberId Owner, CampaignSettings Settings, DateTimeOffset At) : CampaignEvent(At);

/// <summary>From now on nobody starts and nobody sends (Rule 7.14).</summary>
[StoredAs("CampaignArchived.v1")]
public sealed record CampaignArchived(DateTimeOffset At) : CampaignEvent(At);

/// <summary>An archived campaign goes on.</summary>
[StoredAs("CampaignRestored.v1")]
public sealed record CampaignRestored(DateTimeOffset At) : CampaignEvent(At);

/// <summary>What a campaign asks of its participants (Rule 7.1).</summary>
public enum CampaignType
{
    /// <summary>A test of the target; what is known already is not asked again, and every answer counts everywhere.</summary>
    Assessment,

    /// <summary>The whole profile, as it stands.</summary>
    ProfilesCollection,

    /// <summary>A test of the target that looks at its own answers only.</summary>
    Exam,
}

/// <summary>
/// What may change after the creation: texts, and the last days, Paris date, on which one may start and send; null texts and days are not
/// given (Rule 7.2).
/// </summary>
public sealed record CampaignSettings(
    string Name,
    string? Title,
    string? LandingText,
    string? ResultText,
    ResultButton? ResultButton,
    DateOnly? StartBy,
    DateOnly? EndBy);

/// <summary>The button of the result page: its text and where it leads (Rule 7.2).</summary>
public sealed record ResultButton(string Text, string Url);

/// <summary>What participants give of themselves when they enter, such as a student number: how it is asked for, and what it must be (Rule 7.2).</summary>
public sealed record ExternalIdRequest(string Label, ExternalIdType Type);

/// <summary>What an external id must be.</summary>
public enum ExternalIdType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An e-mail address.</summary>
    Email,
}

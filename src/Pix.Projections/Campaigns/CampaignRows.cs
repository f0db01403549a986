using Pix.Domain;

namespace Pix.Projections;

/// <summary>A campaign as a list shows it; <paramref name="Changes"/> grows with whatever its collective pages say.</summary>
public sealed record CampaignEntry(
    CampaignId Id,
    OrganisationId Organisation,
    MemberId Owner,
    CampaignType Type,
    CampaignCode Code,
    string Name,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ArchivedAt,
    int Participants,
    int Received,
    long Changes);

/// <summary>A page of a list, and how many entries there are in all.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Entries, int Total);

/// <summary>By what a list of campaigns is sorted.</summary>
public enum CampaignSort
{
    /// <summary>When it was created.</summary>
    CreatedAt,

    /// <summary>Its name.</summary>
    Name,

    /// <summary>How many take part.</summary>
    Participants,

    /// <summary>How many results were received.</summary>
    Received,
}

/// <summary>Which campaigns of an organisation, in which order (Rule 7.14); null: whatever it is.</summary>
public sealed record CampaignQuery(
    OrganisationId Organisation,
    string? Search,
    IReadOnlyList<MemberId>? Owners,
    bool? IsArchived,
    CampaignSort Sort,
    bool IsDescending,
    int Offset,
    int Limit);

/// <summary>A campaign's facts and everything that is counted of all participants together.</summary>
public sealed record CampaignFigures(
    CampaignEntry Campaign,
    CampaignCreated Facts,
    PixAmount Pix,
    int Certifiable,
    IReadOnlyDictionary<string, long> Stages,
    IReadOnlyDictionary<string, long> Badges);

/// <summary>A campaign's target with its topics, in the target's order.</summary>
public sealed record CampaignTarget(CampaignEntry Campaign, FrozenTarget Target, IReadOnlyList<Topic> Topics);

/// <summary>How all participants stand in each topic, in the target's order.</summary>
public sealed record CampaignTopics(CampaignTarget Of, IReadOnlyList<TopicTotals> Totals);

/// <summary>Which participants of a campaign (and pupils who are not among them); null: whatever it is.</summary>
public sealed record ParticipantQuery(CampaignEntry Campaign, ParticipationStanding? Standing, string? Division, string? Search, int Offset, int Limit);

/// <summary>
/// A participant in a list: names in clear, null when none is known or once erased. <paramref name="Validated"/>, <paramref name="Pix"/> and
/// <paramref name="Certifiable"/> are of what was sent; <paramref name="IsPreparingNext"/>: another sending is under way.
/// </summary>
public sealed record ParticipantEntry(
    ParticipationId? Participation,
    PupilId? Pupil,
    string? LastName,
    string? FirstName,
    bool IsErased,
    string? Division,
    string? Ine,
    ParticipationStanding Standing,
    bool IsPreparingNext,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? SentAt,
    int? Validated,
    PixAmount? Pix,
    bool? Certifiable);

/// <summary>A participation with everything that was sent, for its sheet and for exports.</summary>
public sealed record ParticipationSheet(
    ParticipationId Id,
    CampaignId Campaign,
    PupilId? Pupil,
    string? LastName,
    string? FirstName,
    bool IsErased,
    string? Division,
    string? Ine,
    string? ExternalId,
    DateTimeOffset JoinedAt,
    ParticipationStanding Standing,
    SentResults? Sent);

/// <summary>A participant's results, for who looks behind a figure.</summary>
public sealed record ParticipantResults(ParticipationId Id, string? LastName, string? FirstName, string? Division, SkillResults Results);

/// <summary>Something that was sent, whose, when, and to which campaign.</summary>
public sealed record DatedResults(string Whose, CampaignId Campaign, DateTimeOffset At, SkillResults Results);

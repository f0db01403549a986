using System.Collections.Immutable;

namespace Pix.Domain;

/// <summary>Where a participation stands (Rule 7.5).</summary>
public enum ParticipationStatus
{
    /// <summary>"En cours": the test goes on.</summary>
    Started,

    /// <summary>"En attente d'envoi": nothing is left to ask, nothing was sent.</summary>
    ToShare,

    /// <summary>"Résultat": sent.</summary>
    Shared,
}

/// <summary>What was sent last: its number, when, and what of the target was validated (nothing for a profile), or the profile's score.</summary>
public sealed record Sending(int Number, DateTimeOffset At, SkillResults Results, int? ProfilePix)
{
    /// <summary>How much of the target it validated.</summary>
    public Mastery Mastery => new(Results.Validated, Results.Count);
}

/// <summary>One learner's part in one campaign: one, whatever they send (Rule D10).</summary>
public sealed record Participation(
    int Ordinal,
    CampaignId Campaign,
    OrganisationId Organisation,
    CampaignType Type,
    PupilId? Pupil,
    DateTimeOffset StartedAt)
{
    /// <summary>Its tests, by their ordinals, oldest first; none for a profile collection.</summary>
    public ImmutableList<int> Tests { get; init; } = [];

    /// <summary>What was sent last: it counts until the next sending replaces it; null before the first.</summary>
    public Sending? Sent { get; init; }

    /// <summary>Sent, and not taken up again since.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether it is about a test at all.</summary>
    public bool HasTest => Type != CampaignType.ProfilesCollection;
}

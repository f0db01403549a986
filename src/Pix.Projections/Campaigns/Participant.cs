using System.Collections.Immutable;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>Where a participation stands, as a teacher sees it.</summary>
public enum ParticipationStanding
{
    /// <summary>"Pas commencé": a pupil of the class who has not entered the campaign.</summary>
    NotStarted,

    /// <summary>"En cours".</summary>
    InProgress,

    /// <summary>"En attente d'envoi": nothing is left to ask, nothing was sent.</summary>
    ToShare,

    /// <summary>"Résultat": sent.</summary>
    Shared,
}

/// <summary>
/// What a participant sent: the results of a test, one character per skill of the target, or a profile (results, stage are null; pix are whole).
/// </summary>
public sealed record SentResults(
    int Number,
    DateTimeOffset At,
    SkillResults? Results,
    PixAmount Pix,
    int? Stage,
    IReadOnlyList<string> Badges,
    IReadOnlyList<SharedCompetence> Competences,
    int MaximumLevel,
    bool? Certifiable,
    int? CertifiableCompetences)
{
    /// <summary>The results of a test.</summary>
    internal static SentResults Of(ResultsShared shared) => new(
        shared.Sending, shared.At, shared.Results, shared.Pix, shared.Stage, shared.Badges, shared.Competences, shared.MaximumLevel, null, null);

    /// <summary>A profile.</summary>
    internal static SentResults Of(ProfileShared shared) => new(
        shared.Sending,
        shared.At,
        null,
        PixAmount.Of(shared.Pix),
        null,
        [],
        shared.Competences,
        shared.MaximumLevel,
        shared.Certifiable,
        shared.CertifiableCompetences);
}

/// <summary>A learner as a participant of campaigns: their name in clear, until it is forgotten, and their participations by ordinal.</summary>
internal sealed record Participant(PersonId? Person, PersonName? Name, bool IsErased, ImmutableSortedDictionary<int, ParticipationRow> Participations)
{
    public static Participant Unknown { get; } = new(null, null, false, ImmutableSortedDictionary<int, ParticipationRow>.Empty);

    public Participant With(int ordinal, ParticipationRow participation) => this with { Participations = Participations.SetItem(ordinal, participation) };
}

/// <summary>
/// One participation. <paramref name="Assessment"/> is its latest test; <paramref name="Sent"/> is what counts, also while another sending is
/// prepared; <paramref name="Unwritten"/> are the sendings that are not in the table yet.
/// </summary>
internal sealed record ParticipationRow(
    CampaignId Campaign,
    PupilId? Pupil,
    string? ExternalId,
    DateTimeOffset JoinedAt,
    int? Assessment,
    ParticipationStanding Standing,
    SentResults? Sent,
    ImmutableList<SentResults> Unwritten)
{
    public ParticipationRow With(SentResults sending) =>
        this with { Standing = ParticipationStanding.Shared, Sent = sending, Unwritten = Unwritten.Add(sending) };
}

using System.Globalization;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>A participant as the tables join them.</summary>
internal class ParticipantRow
{
    public string? Learner { get; init; }

    public int? Ordinal { get; init; }

    public string? Pupil { get; init; }

    public string? LastName { get; init; }

    public string? FirstName { get; init; }

    public bool IsErased { get; init; }

    public string? Division { get; init; }

    public string? Ine { get; init; }

    public int Standing { get; init; }

    public bool IsPreparingNext { get; init; }

    public string? JoinedAt { get; init; }

    public string? SentAt { get; init; }

    public int? Validated { get; init; }

    public long? PixUnits { get; init; }

    public bool? Certifiable { get; init; }

    protected ParticipationId? Id => Learner is null || Ordinal is not { } ordinal
        ? null
        : new ParticipationId(new LearnerId(Guid.Parse(Learner, CultureInfo.InvariantCulture)), ordinal);

    protected PupilId? PupilId => Pupil is null ? null : new PupilId(Guid.Parse(Pupil, CultureInfo.InvariantCulture));

    public ParticipantEntry ToEntry() => new(
        Id,
        PupilId,
        LastName,
        FirstName,
        IsErased,
        Division,
        Ine,
        (ParticipationStanding)Standing,
        IsPreparingNext,
        JoinedAt is null ? null : Instants.Read(JoinedAt),
        SentAt is null ? null : Instants.Read(SentAt),
        Validated,
        PixUnits is { } units ? new PixAmount(units) : null,
        Certifiable);
}

/// <summary>A participation with what was sent.</summary>
internal sealed class SheetRow : ParticipantRow
{
    public required string Campaign { get; init; }

    public string? ExternalId { get; init; }

    public int? Sending { get; init; }

    public string? Results { get; init; }

    public int? Stage { get; init; }

    public string? Badges { get; init; }

    public string? Competences { get; init; }

    public int? MaximumLevel { get; init; }

    public int? CertifiableCompetences { get; init; }

    public ParticipationSheet ToSheet() => new(
        Id!.Value,
        new CampaignId(Guid.Parse(Campaign, CultureInfo.InvariantCulture)),
        PupilId,
        LastName,
        FirstName,
        IsErased,
        Division,
        Ine,
        ExternalId,
        Instants.Read(JoinedAt!),
        (ParticipationStanding)Standing,
        Sending is { } number
            ? new SentResults(
                number,
                Instants.Read(SentAt!),
                Results is null ? null : new SkillResults(Results),
                new PixAmount(PixUnits!.Value),
                Stage,
                SendingRow.ReadBadges(Badges!),
                SendingRow.ReadCompetences(Competences!),
                MaximumLevel!.Value,
                Certifiable,
                CertifiableCompetences)
            : null);

    public ParticipantResults ToResults() => new(Id!.Value, LastName, FirstName, Division, new SkillResults(Results!));
}

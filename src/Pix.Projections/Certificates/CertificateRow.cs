using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>One competence of a scoring: its code, the level that shows, if any (Rule D20), and its pix.</summary>
internal sealed record ScoredCompetence(string Competence, int? Level, int Pix);

/// <summary>A scoring, by its revision in the certification's stream: as much of it as a certificate says.</summary>
internal sealed record ScoredResult(
    long Revision,
    ScoringStatus Status,
    bool IsTrusted,
    int Pix,
    int Reproducibility,
    int MaximumLevel,
    int MaximumScore,
    int GlobalLevel,
    ImmutableList<ScoredCompetence> Competences)
{
    public static ScoredResult Of(long revision, CertificationScored scored)
    {
        var content = CertificateContent.Of(scored);
        return new ScoredResult(
            revision,
            scored.Status,
            scored.IsTrusted,
            content.Pix,
            scored.Reproducibility,
            scored.MaximumLevel,
            content.MaximumScore,
            content.GlobalLevel.Index,
            [.. content.Competences.Select(one => new ScoredCompetence(one.Competence.Value, one.Level, one.Pix))]);
    }
}

/// <summary>The publication in force: which scoring, and what it made of it.</summary>
internal sealed record PublishedScoring(long Revision, CertificateStanding Standing, DateTimeOffset At);

/// <summary>What is not personal of a certificate: the centre as it was called, and the release that the test was drawn from, on its day.</summary>
internal sealed record CertificateState(string Centre, int Referential, DateTimeOffset TakenAt)
{
    public ImmutableList<ScoredResult> Scorings { get; init; } = [];

    public bool IsFraud { get; init; }

    public bool IsCancelledByJury { get; init; }

    public bool IsRevoked { get; init; }

    public PublishedScoring? Published { get; init; }

    public DateTimeOffset? FirstPublishedAt { get; init; }

    /// <summary>The score on the latest certificate that was handed out: what is verified, also once it counts no more.</summary>
    public int? IssuedPix { get; init; }

    /// <summary>What it is worth, expiry apart.</summary>
    [JsonIgnore]
    public CertificateStanding Standing =>
        Published is { } published ? published.Standing.After(IsFraud, IsCancelledByJury, IsRevoked) : CertificateStanding.Awaiting;

    /// <summary>The scoring that is published, or null.</summary>
    [JsonIgnore]
    public ScoredResult? PublishedResult => Published is { } published ? Scorings.Find(scoring => scoring.Revision == published.Revision) : null;

    public CertificateState Publish(long revision, DateTimeOffset at)
    {
        if (Scorings.Find(scoring => scoring.Revision == revision) is not { } result) return this;
        var standing = CertificateStandings.AtPublication(result.Status, result.IsTrusted, IsCancelledByJury);
        return this with
        {
            Published = new PublishedScoring(revision, standing, at),
            FirstPublishedAt = FirstPublishedAt is { } first ? first : at,
            IssuedPix = standing == CertificateStanding.Valid ? result.Pix : IssuedPix,
        };
    }
}

/// <summary>A certificate's row. Identity and comments are null once the person is erased.</summary>
internal sealed record CertificateRow(SessionId Session, CandidateId Candidate, LearnerId Learner, PersonId Person, string Code, CertificateState State)
{
    public bool IsErased { get; init; }

    public CertifiedIdentity? Identity { get; init; }

    public string? CommentForCandidate { get; init; }

    public string? CommentForOrganisation { get; init; }
}

/// <summary>A candidate as the centre enrolled them: who they are to the session, and null once the person is erased.</summary>
internal sealed record CandidateSheet(string? ExternalId, string? Division);

/// <summary>A candidate's row; withdrawn: there is none.</summary>
internal sealed record CandidateRow(SessionId Session, PersonId Person, PupilId? Pupil, CandidateSheet? Sheet)
{
    public bool IsWithdrawn { get; init; }
}

/// <summary>A session's row: what lists show of it, and which certifications its publication in force names.</summary>
internal sealed record SessionState(string Address, string Room, DateOnly Date, TimeOnly Time)
{
    public bool IsCancelled { get; init; }

    public bool IsFinalised { get; init; }

    public bool IsFinalisationCompleted { get; init; }

    public Guid? Officer { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public ImmutableList<Guid> Published { get; init; } = [];

    [JsonIgnore]
    public SessionStatus Status =>
        IsCancelled ? SessionStatus.Cancelled : SessionStatuses.Of(PublishedAt is not null, Officer is not null, IsFinalised);
}

/// <summary>A session's row.</summary>
internal sealed record SessionRow(OrganisationId Centre, SessionState State);

/// <summary>A certification centre's name.</summary>
internal sealed record CentreRow(string Name);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CertificateState))]
[JsonSerializable(typeof(CandidateSheet))]
[JsonSerializable(typeof(SessionState))]
[JsonSerializable(typeof(CertifiedIdentity))]
internal sealed partial class CertificateJson : JsonSerializerContext;

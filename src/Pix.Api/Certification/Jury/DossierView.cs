using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// Everything that a jury decides on: who, where, every question with the answer given and the one expected, what happened, and every scoring
/// and decision so far. A decision names <paramref name="Evidence"/>, as it was read here.
/// </summary>
public sealed record DossierView(
    Guid CertificationId,
    int SessionId,
    Guid CandidateId,
    Guid LearnerId,
    CertifiedIdentityView? Identity,
    int? ExtraTimePercent,
    DossierSessionView Session,
    string VerificationCode,
    int Referential,
    int MaximumLevel,
    long Seed,
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    DateTimeOffset? EndedAt,
    string? EndReason,
    string Status,
    bool Contested,
    bool Decided,
    bool RejectedForFraud,
    bool CancelledByJury,
    bool Revoked,
    long Revision,
    IReadOnlyList<DossierQuestionView> Questions,
    IReadOnlyList<DossierIssueView> Issues,
    IReadOnlyList<ScoringView> Scorings,
    IReadOnlyList<JuryDecisionView> Decisions,
    IReadOnlyList<GroupedDecisionView> GroupedDecisions,
    IReadOnlyList<StreamEvidence> Evidence);

/// <summary>Who is certified; null in a dossier once the person was erased.</summary>
public sealed record CertifiedIdentityView(
    string FirstName,
    string LastName,
    string Sex,
    DateOnly BirthDate,
    string BirthCountry,
    string? BirthInseeCode,
    string? BirthPostalCode,
    string? BirthCity)
{
    /// <summary>An identity as it is written here.</summary>
    public static CertifiedIdentityView Of(CertifiedIdentity identity) => new(
        identity.FirstName,
        identity.LastName,
        Text.Of(identity.Sex),
        identity.BirthDate,
        identity.BirthPlace.Country,
        identity.BirthPlace.InseeCode,
        identity.BirthPlace.PostalCode,
        identity.BirthPlace.City);
}

/// <summary>Where and when the test was taken.</summary>
public sealed record DossierSessionView(string Address, string Room, DateOnly Date, TimeOnly Time);

/// <summary>
/// A question: <paramref name="Answer"/> is null when skipped or unanswered; <paramref name="CountsAs"/> is what the answer counts for, which
/// the automatic jury may have changed.
/// </summary>
public sealed record DossierQuestionView(
    int Number,
    string Competence,
    string Skill,
    string Challenge,
    string Type,
    string Instruction,
    IReadOnlyList<string> Choices,
    bool AlreadySeen,
    bool Focused,
    int? TimerSeconds,
    string? Answer,
    IReadOnlyList<string> Expected,
    string? Status,
    string? CountsAs,
    int? ClaimedSeconds,
    int? ServerSeconds,
    bool FocusLost,
    bool Neutralised,
    bool SkippedAutomatically);

/// <summary>An issue report, and what the automatic jury made of it.</summary>
public sealed record DossierIssueView(int Incident, string Category, string? Subcategory, int? Question, string? Description, string Resolution);

/// <summary>
/// A scoring and who made it. The reproducibility is <paramref name="Right"/> of <paramref name="Considered"/> exactly, and
/// <paramref name="Reproducibility"/> rounded; <paramref name="Remarks"/> say in words what is amiss or decided by rounding.
/// </summary>
public sealed record ScoringView(
    string Emitter,
    string? Juror,
    DateTimeOffset At,
    string Status,
    int Pix,
    int Right,
    int Considered,
    int Reproducibility,
    bool Trusted,
    IReadOnlyList<CompetenceMarkView> Competences,
    IReadOnlyList<string> Remarks)
{
    /// <summary>A scoring; <paramref name="juror"/> is null when nobody asked for it by hand.</summary>
    public static ScoringView Of(CertificationScored scored, string? juror)
    {
        var rate = new ReproducibilityRate(scored.Reproducibility);
        var remarks = scored.Findings.Select(CertificationWords.Of).ToList();
        if (!scored.IsTrusted) remarks.Add(CertificationWords.NotTrusted);
        if (ReproducibilityRate.IsDecidedByRounding(scored.Right, scored.Considered))
            remarks.Add(CertificationWords.DecidedByRounding(scored.Right, scored.Considered));
        return new ScoringView(
            Text.Of(scored.Emitter),
            juror,
            scored.At,
            Text.Of(scored.Status),
            scored.Pix,
            scored.Right,
            scored.Considered,
            scored.Reproducibility,
            scored.IsTrusted,
            [.. scored.Competences.Select(mark => CompetenceMarkView.Of(mark, rate))],
            remarks);
    }
}

/// <summary>What a competence got, and why, in words. A level of -1 is none.</summary>
public sealed record CompetenceMarkView(
    string Competence,
    int EstimatedLevel,
    int EstimatedPix,
    int CertifiedLevel,
    int CertifiedPix,
    string Verdict,
    int Questions,
    int Right,
    int Neutralised,
    string Explanation)
{
    /// <summary>A mark under the reproducibility of its scoring.</summary>
    public static CompetenceMarkView Of(CompetenceMark mark, ReproducibilityRate rate) => new(
        mark.Competence.Value,
        mark.EstimatedLevel,
        mark.EstimatedPix.Floor,
        mark.CertifiedLevel,
        mark.CertifiedPix,
        Text.Of(mark.Verdict),
        mark.Questions,
        mark.Right,
        mark.Neutralised,
        CertificationWords.Of(mark, rate));
}

/// <summary>A decision of the jury, its author, its comments and what it rested on.</summary>
public sealed record JuryDecisionView(
    string Verdict,
    string Juror,
    DateTimeOffset At,
    string? CommentForCandidate,
    string? CommentForOrganisation,
    string? CommentForJury,
    IReadOnlyList<StreamEvidence> Evidence);

/// <summary>
/// A deliberation of several uncontested tests, this one among them: who held it, its minutes, and where the scoring that was decided on stands.
/// <paramref name="Holds"/>: nothing was scored since.
/// </summary>
public sealed record GroupedDecisionView(int Deliberation, string Juror, DateTimeOffset At, string? Minutes, StreamEvidence Scoring, bool Holds);

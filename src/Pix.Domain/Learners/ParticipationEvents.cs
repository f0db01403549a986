namespace Pix.Domain;

/// <summary>
/// The learner entered a campaign. <paramref name="Participation"/> is its ordinal in this stream, 1 first: one learner has one participation
/// in a campaign, whatever they send. <paramref name="Pupil"/> is who the school knows them as, if anybody.
/// </summary>
[StoredAs("CampaignJoined.v1")]
public sealed record CampaignJoined(
    int Participation,
    CampaignId Campaign,
    OrganisationId Organisation,
    CampaignType Type,
    PupilId? Pupil,
    Personal<string>? ExternalId,
    DateTimeOffset At) : LearnerEvent(At);

/// <summary>"Je retente", before sending: these failed skills are asked again at once (Rules 6.7, D10).</summary>
[StoredAs("CampaignImprovementStarted.v1")]
public sealed record CampaignImprovementStarted(int Participation, IReadOnlyList<SkillId> FailedSkills, DateTimeOffset At) : LearnerEvent(At);

/// <summary>
/// After a sending, the learner prepares another: these failed skills are asked again. What was sent counts until then (Rules 7.11, D10).
/// </summary>
[StoredAs("CampaignRetried.v1")]
public sealed record CampaignRetried(int Participation, IReadOnlyList<SkillId> FailedSkills, DateTimeOffset At) : LearnerEvent(At);

/// <summary>
/// "Remettre à zéro et retenter" (Rule 7.11): the answers given so far about these skills count for nothing any more. They are those of the
/// campaign's topics that were answered, also above the levels that it asks about: a topic is forgotten whole, or it would tell its target.
/// </summary>
[StoredAs("CampaignReset.v1")]
public sealed record CampaignReset(int Participation, IReadOnlyList<SkillId> Skills, DateTimeOffset At) : LearnerEvent(At);

/// <summary>
/// "J'envoie mes résultats": what the school is owed, exactly as sent (Rules 7.7, 7.8). <paramref name="Sending"/> is 1 for the first of the
/// participation; a later one replaces it. <paramref name="Results"/> has one character per skill of the campaign's frozen target, in its
/// order. <paramref name="Pix"/> is the exact sum over <paramref name="Competences"/>, each capped at <paramref name="MaximumLevel"/>.
/// <paramref name="Stage"/> is how many stages are reached, null when the target has none; <paramref name="Badges"/> are those obtained.
/// </summary>
[StoredAs("ResultsShared.v1")]
public sealed record ResultsShared(
    int Participation,
    CampaignId Campaign,
    int Sending,
    SkillResults Results,
    PixAmount Pix,
    IReadOnlyList<SharedCompetence> Competences,
    int MaximumLevel,
    int? Stage,
    IReadOnlyList<string> Badges,
    ReferentialVersion Referential,
    DateTimeOffset At) : LearnerEvent(At);

/// <summary>
/// The learner sent their profile (Rule 7.8). <paramref name="Pix"/> is the score shown: each competence floored and capped before the sum.
/// </summary>
[StoredAs("ProfileShared.v1")]
public sealed record ProfileShared(
    int Participation,
    CampaignId Campaign,
    int Sending,
    IReadOnlyList<SharedCompetence> Competences,
    int Pix,
    bool Certifiable,
    int CertifiableCompetences,
    int MaximumLevel,
    ReferentialVersion Referential,
    DateTimeOffset At) : LearnerEvent(At);

/// <summary>A competence as it was sent: its exact total, uncapped, and the whole pix and the level that are shown, capped.</summary>
public sealed record SharedCompetence(CompetenceCode Competence, PixAmount Total, int Pix, int Level)
{
    /// <summary>From the exact total (Rule 5.1).</summary>
    public static SharedCompetence Of(CompetenceCode competence, PixAmount total, MaximumLevel maximum)
    {
        var score = CompetenceScore.Of(total, maximum);
        return new SharedCompetence(competence, total, score.Pix, score.Level);
    }

    /// <summary>The exact total of these competences, each capped (Rule 7.8).</summary>
    public static PixAmount Sum(IEnumerable<SharedCompetence> competences, MaximumLevel maximum)
    {
        var most = PixAmount.Of(maximum.PixPerCompetence);
        return competences.Aggregate(PixAmount.Zero, (sum, competence) => sum + (competence.Total > most ? most : competence.Total));
    }
}

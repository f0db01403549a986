using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// A participation as its learner sees it: where it stands, the test to go on with, the results so far or as they were sent, and what was
/// sent. What is not sent yet is nobody else's.
/// </summary>
public sealed record ParticipationView(
    string ParticipationId,
    Guid CampaignId,
    string Code,
    string Type,
    string? Title,
    string Status,
    decimal Progress,
    DateTimeOffset StartedAt,
    string? AssessmentId,
    AssessmentView? Assessment,
    ParticipationResultsView? Results,
    SentView? Sent,
    string? ResultText,
    ResultButton? ResultButton,
    RetryView Retry)
{
    /// <summary>A participation in a campaign that was created.</summary>
    public static ParticipationView Of(
        LearnerId id,
        Learner learner,
        Participation part,
        Campaign campaign,
        Releases releases,
        LearnerRules rules,
        DateTimeOffset now)
    {
        var created = campaign.Created!;
        var settings = campaign.Settings!;
        var status = learner.StatusOf(part);
        var test = learner.LatestTestOf(part);
        var assessment = test is null ? null : new AssessmentId(id, test.Ordinal).ToString();
        var isOver = status != ParticipationStatus.Started;
        return new ParticipationView(
            new ParticipationId(id, part.Ordinal).ToString(),
            part.Campaign.Value,
            created.Code.Value,
            Text.Of(part.Type),
            settings.Title,
            Text.Of(status),
            releases.Active is { } active ? learner.ProgressOf(part, active, rules).Displayed : 0,
            part.StartedAt,
            assessment,
            test is null || isOver ? null : AssessmentView.Of(new AssessmentId(id, test.Ordinal), learner, test, releases, rules, now),
            isOver && created.Target is { } target ? ParticipationResultsView.Of(target, learner, part, releases) : null,
            part.Sent is { } sent ? new SentView(sent.Number, sent.At, created.Target is null ? null : sent.Mastery.Percent, sent.ProfilePix) : null,
            isOver ? settings.ResultText : null,
            isOver ? settings.ResultButton : null,
            new RetryView(
                created.MultipleSendings,
                created is { MultipleSendings: true, Type: CampaignType.Assessment, Target.AllowsReset: true },
                rules.Delays.SecondsBeforeRetrying(part.Sent?.At, now)));
    }
}

/// <summary>What counts for the school: the latest sending, with the mastery in whole percent, or a profile's pix.</summary>
public sealed record SentView(int Number, DateTimeOffset At, int? MasteryPercent, int? Pix);

/// <summary>
/// Whether results may be sent again, whether that may begin from zero (<c>POST …/reset</c>), and the countdown to both: null before a sending.
/// </summary>
public sealed record RetryView(bool Possible, bool FromZero, int? SecondsLeft);

/// <summary>Results on the target: skills validated, tested and targeted, the mastery, and what is reached and obtained.</summary>
public sealed record ParticipationResultsView(
    int Validated,
    int Tested,
    int Targeted,
    int MasteryPercent,
    StageView? Stage,
    IReadOnlyList<BadgeView> Badges,
    IReadOnlyList<CompetenceResultView> Competences)
{
    /// <summary>As they were sent, or as they stand under the active release.</summary>
    public static ParticipationResultsView? Of(FrozenTarget target, Learner learner, Participation part, Releases releases)
    {
        if (part is { IsShared: true, Sent: { } sent }) return Of(target, sent.Results, releases);
        return releases.Active is { } active ? Of(target, target.ResultsOf(learner.KnowledgeFor(part, active)), releases) : null;
    }

    private static ParticipationResultsView Of(FrozenTarget target, SkillResults results, Releases releases) => new(
        results.Validated,
        results.Tested,
        results.Count,
        target.MasteryOf(results).Percent,
        StageView.Of(target, results),
        [.. target.Badges.Select(badge => BadgeView.Of(target, badge, results))],
        [.. target.Competences().Select(code => CompetenceResultView.Of(target, code, results, releases))]);
}

/// <summary>The stage reached, of how many, and what is said to who reached it.</summary>
public sealed record StageView(int Reached, int Total, string? Title, string? Message)
{
    /// <summary>Null when the target has no stages.</summary>
    public static StageView? Of(FrozenTarget target, SkillResults results)
    {
        if (target.StageOf(results) is not { } reached) return null;
        var stage = reached == 0 ? null : target.Stages[reached - 1];
        return new StageView(reached, target.Stages.Count, stage?.Title, stage?.Message);
    }
}

/// <summary>A badge, whether it is obtained, and how much of it.</summary>
public sealed record BadgeView(string Id, string Title, bool Obtained, int AcquisitionPercent, string? Message)
{
    /// <summary>A badge of the target.</summary>
    public static BadgeView Of(FrozenTarget target, TargetBadge badge, SkillResults results)
    {
        var masteries = target.MasteriesFor(badge, results);
        var obtained = badge.IsObtainedBy(masteries);
        return new BadgeView(badge.Id, badge.Title, obtained, badge.AcquisitionBy(masteries), obtained ? badge.Message : null);
    }
}

/// <summary>A competence's part of the results.</summary>
public sealed record CompetenceResultView(string Code, string? Name, int Validated, int Targeted, int MasteryPercent)
{
    /// <summary>A competence of the target, called as the release that froze it calls it.</summary>
    public static CompetenceResultView Of(FrozenTarget target, CompetenceCode code, SkillResults results, Releases releases)
    {
        var mastery = target.MasteryOf(results, skill => skill.Competence == code);
        return new CompetenceResultView(
            code.Value, releases.At(target.Referential)?.Find(code)?.Name, mastery.Validated, mastery.Targeted, mastery.Percent);
    }
}

using System.Globalization;
using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>What results are worth: mastery, counts, pix, progress, stages (Rules 7.8 to 7.12).</summary>
public static class CampaignAdapters
{
    private const int Decimals = 12;
    private static readonly MaximumLevel[] Maximums = [new(5), new(6), new(7), new(8)];
    private static readonly LearnerRules Rules = LearnerRules.Default(TimeZoneInfo.Utc);

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["campaign.mastery"] = ExpectMastery,
        ["campaign.mastery.competence"] = @case => @case.Expect(@case.Input.EnumerateObject().ToDictionary(
            competence => competence.Name,
            competence => new Mastery((int)competence.Value.Number("validated")!, (int)competence.Value.Number("targeted")!).Percent)),
        ["campaign.pixScore"] = ExpectPix,
        ["campaign.counts"] = ExpectCounts,
        ["campaign.progress"] = @case => @case.ExpectNumber(new Progress(
            (int)@case.Input.Number("numberOfKnowledgeElements")!.Value,
            (int)@case.Input.Number("numberOfSkills")!.Value,
            @case.Input.Flag("isCompleted")!.Value).Displayed),
        ["campaign.progression"] = ExpectProgression,
        ["campaign.retry.delay"] = ExpectCountdown,
        ["campaign.stages"] = @case => @case.Expect(@case.Input.Numbers("masteryPercentages").Select(percent =>
            @case.Input.Numbers("thresholds").Count(threshold => new TargetStage(threshold, "", "").IsReachedBy(new Mastery(percent, 100))))),
        ["campaign.stages.acquired"] = ExpectAcquired,
        ["campaign.stages.levels"] = @case => @case.Expect(@case.Input.Numbers("stageLevels").Select(level =>
            TargetStage.ThresholdOf(level, @case.Input.Numbers("skillLevels")))),
    };

    private static HashSet<string> Names(this JsonElement input, string name) => [.. input.List(name).Select(one => one.ToString())];

    private static FrozenTarget TargetOf(ConformanceCase @case) =>
        Targets.Of([.. @case.Input.List("targetedSkills").Select(skill => Targets.Skill(skill.ToString()))]);

    private static void ExpectMastery(ConformanceCase @case)
    {
        if (@case.Expected.ValueKind == JsonValueKind.String)
        {
            foreach (var maximum in Maximums)
            {
                var got = Mastery.OfProfile(Profile.Total(@case.Input.Numbers("earnedPix")), maximum).Rounded(Decimals);
                if (Math.Round(Formula.Evaluate(@case.Expected, maximum), Decimals) != got) throw @case.Differs(got);
            }

            return;
        }

        var target = TargetOf(@case);
        var mastery = target.MasteryOf(target.Results(@case.Input.Names("validatedSkills"), @case.Input.Names("invalidatedSkills")));
        if (@case.Expected.Number("masteryRate") is { } rate)
        {
            if (Math.Round(rate, Decimals) != mastery.Rate.Rounded(Decimals)) throw @case.Differs(mastery.Rate);
            if (@case.Expected.Number("validatedSkillsCount") is { } count && count != mastery.Validated) throw @case.Differs(mastery);
            return;
        }

        @case.ExpectFields(new { percentage = mastery.Percent, validatedSkillsCount = mastery.Validated });
    }

    private static void ExpectPix(ConformanceCase @case)
    {
        var targeted = @case.Input.Names("targetedSkills");
        var earned = @case.Input.GetProperty("earnedPixBySkill").EnumerateObject().Where(skill => targeted.Contains(skill.Name)).ToList();
        var target = Targets.Of([.. earned.Select(skill =>
            Targets.Skill(skill.Name) with { Pix = new PixAmount((long)(skill.Value.GetDecimal() * PixAmount.UnitsPerPix)) })]);
        var shared = target.PixOf(SkillResults.Of(earned.Select(_ => SkillResult.Validated)), Rules.Maximum);
        @case.ExpectNumber(SharedCompetence.Sum(shared, Rules.Maximum).Floor);
    }

    private static void ExpectCounts(ConformanceCase @case)
    {
        var results = TargetOf(@case).Results(@case.Input.Names("validated"), @case.Input.Names("invalidated"));
        @case.ExpectFields(new { totalSkillsCount = results.Count, testedSkillsCount = results.Tested, validatedSkillsCount = results.Validated });
    }

    private static void ExpectProgression(ConformanceCase @case)
    {
        var results = TargetOf(@case).Results(@case.Input.Names("testedSkills"), new HashSet<string>());
        var got = new Progress(results.Tested, results.Count, @case.Input.Flag("isProfileCompleted")!.Value).Rate.Rounded(Decimals);
        if (Math.Round(@case.Expected.GetProperty("completionRate").GetDecimal(), Decimals) != got) throw @case.Differs(got);
    }

    private static void ExpectCountdown(ConformanceCase @case)
    {
        var delays = Rules.Delays with { DaysBeforeRetrying = (int)(@case.Input.Number("delayInDays") ?? Rules.Delays.DaysBeforeRetrying) };
        @case.ExpectNumber(delays.SecondsBeforeRetrying(Instant(@case.Input, "sharedAt"), Instant(@case.Input, "now") ?? DateTimeOffset.UnixEpoch));
    }

    private static void ExpectAcquired(ConformanceCase @case)
    {
        var percent = (int)@case.Input.Number("masteryPercentage")!.Value;
        var validated = (int)@case.Input.Number("validatedSkillCount")!.Value;
        var already = @case.Input.Numbers("alreadyAcquiredStageIds");
        @case.Expect(@case.Input.List("stages")
            .Where(stage => StageOf(stage).IsReachedBy(stage.Flag("isFirstSkill") == true ? new Mastery(validated, 100) : new Mastery(percent, 100)))
            .Select(stage => (int)stage.Number("id")!.Value)
            .Except(already));
    }

    private static TargetStage StageOf(JsonElement stage) =>
        new((int)(stage.Number("threshold") ?? 0), "", "") { IsFirstSkill = stage.Flag("isFirstSkill") };

    private static DateTimeOffset? Instant(JsonElement input, string name) =>
        input.TryGetProperty(name, out var written) && written.ValueKind == JsonValueKind.String
            ? DateTimeOffset.Parse(written.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
}

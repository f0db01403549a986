using Pix.Domain;

namespace Pix.Api;

/// <summary>What the shape of a target profile cannot say: topics that the referential does not have, thresholds that nobody can reach.</summary>
internal static class TargetProfileCheck
{
    private const int MaximumLevel = 8;
    private const int Whole = 100;

    /// <summary>Every fault, with its place and reason.</summary>
    public static IEnumerable<string> FaultsOf(TargetProfile profile, Referential referential) =>
    [
        .. When(string.IsNullOrWhiteSpace(profile.Name), "name: is empty"),
        .. When(string.IsNullOrWhiteSpace(profile.Description), "description: is empty"),
        .. When(profile.DurationMinutes < 1, "durationMinutes: must be 1 or more"),
        .. When(profile.Tubes.Count == 0, "tubes: there is none"),
        .. FaultsOf("tubes", profile.Tubes, referential),
        .. FaultsOfStages(profile, referential),
        .. profile.Badges.CountBy(badge => badge.Id).Where(id => id.Value > 1).Select(id => $"badges: {id.Key} is given {id.Value} times"),
        .. profile.Badges.SelectMany(badge => FaultsOf(badge, profile, referential)),
    ];

    private static IEnumerable<string> FaultsOf(string place, IReadOnlyList<CappedTube> tubes, Referential referential) =>
    [
        .. tubes.CountBy(tube => tube.Tube).Where(tube => tube.Value > 1).Select(tube => $"{place}: {tube.Key} is there {tube.Value} times"),
        .. tubes.Select(tube => WhyNot(tube, referential) is { } reason ? $"{place}: {tube.Tube}: {reason}" : null).OfType<string>(),
    ];

    private static string? WhyNot(CappedTube tube, Referential referential)
    {
        if (referential.SkillsOf(tube.Tube) is not { Count: > 0 } skills) return "does not exist";
        if (tube.MaximumLevel is < 1 or > MaximumLevel) return $"maximumLevel: goes from 1 to {MaximumLevel}";
        if (skills.Min(skill => skill.Level) is var lowest && tube.MaximumLevel < lowest) return $"maximumLevel: is below {lowest}, its lowest skill";
        return tube.SkillsIn(referential).Any() ? null : "has no active skill up to that level";
    }

    // Who reaches a stage has reached those before it: the zero stage, the first skill, then what grows under the release in force.
    private static IEnumerable<string> FaultsOfStages(TargetProfile profile, Referential referential)
    {
        var stages = profile.Stages;
        var beyond = stages.Where(stage => stage.IsFirstSkill != true).ToList();
        int[] levels = [.. profile.SkillsIn(referential).Select(skill => skill.Level)];
        return
        [
            .. stages.Where(stage => stage.Threshold is < 0 or > Whole).Select(stage => $"stages: {stage.Threshold} is not between 0 and {Whole}"),
            .. stages.Where(stage => stage.Level is < 0 or > MaximumLevel).Select(stage => $"stages: level {stage.Level} is not between 0 and {MaximumLevel}"),
            .. beyond.Zip(beyond.Skip(1))
                .Where(pair => pair.First.On(levels).Threshold >= pair.Second.On(levels).Threshold)
                .Select(pair => $"stages: {Name(pair.Second)} does not grow"),
            .. When(stages is [{ IsFirstSkill: true }, ..] || beyond is [{ Level: > 0 } or { Level: null, Threshold: not 0 }, ..], "stages: the first one starts at 0"),
            .. When(stages.Skip(2).Any(stage => stage.IsFirstSkill == true), "stages: that of the first skill comes second"),
            .. When(
                beyond.Skip(1).Any(stage => stage.Level is null) && beyond.Skip(1).Any(stage => stage.Level is not null),
                "stages: thresholds and levels are not mixed"),
        ];
    }

    private static string Name(TargetStage stage) => stage.Level is { } level ? $"level {level}" : $"{stage.Threshold}";

    private static IEnumerable<string> FaultsOf(TargetBadge badge, TargetProfile profile, Referential referential)
    {
        var place = $"badge {badge.Id}";
        var caps = profile.Tubes.DistinctBy(tube => tube.Tube).ToDictionary(tube => tube.Tube, tube => tube.MaximumLevel);
        return
        [
            .. When(badge.Criteria.Count == 0, $"{place}: criteria: there is none"),
            .. badge.Criteria.Where(criterion => criterion.Threshold is < 1 or > Whole).Select(one => $"{place}: {one.Threshold} is not between 1 and {Whole}"),
            .. badge.Criteria.SelectMany(criterion => FaultsOf(place, criterion.Tubes, referential)),
            .. badge.Criteria.SelectMany(criterion => criterion.Tubes)
                .Where(tube => tube.MaximumLevel > caps.GetValueOrDefault(tube.Tube))
                .Select(tube => $"{place}: {tube.Tube}: goes beyond what the profile tests"),
        ];
    }

    private static IEnumerable<string> When(bool wrong, string fault) => wrong ? [fault] : [];
}

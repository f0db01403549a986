using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Badges (Rule 7.13): each criterion of a case is a tube of its own, made of the skills that the case names.</summary>
public static class BadgeAdapters
{
    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["badge.obtained"] = @case => @case.Expect(Evaluate(@case, (badge, masteries) => badge.IsObtainedBy(masteries))),
        ["badge.acquisition"] = @case => @case.Expect(Evaluate(@case, (badge, masteries) => badge.AcquisitionBy(masteries))),
    };

    private static T Evaluate<T>(ConformanceCase @case, Func<TargetBadge, IReadOnlyList<Mastery>, T> evaluate)
    {
        var validated = @case.Input.List("validated").Select(skill => skill.ToString()).ToHashSet();
        var criteria = @case.Input.List("criteria").Select((written, index) => (
            Threshold: (int)written.Number("threshold")!.Value,
            Tube: new TubeId($"criterion {index}"),
            Skills: written.List("skills").Select(skill => skill.ToString()).ToList())).ToList();
        var skills = criteria.SelectMany(criterion => criterion.Skills.Select(skill => Targets.Skill(skill, criterion.Tube))).ToList();
        var badge = new TargetBadge(
            "badge",
            "",
            "",
            [.. criteria.Select(criterion => new TargetCriterion(criterion.Threshold) { Tubes = [new CappedTube(criterion.Tube, 8)] })]);
        var results = SkillResults.Of(skills.Select(skill => validated.Contains(skill.Skill.Value) ? SkillResult.Validated : SkillResult.Invalidated));
        return evaluate(badge, Targets.Of(skills).MasteriesFor(badge, results));
    }
}

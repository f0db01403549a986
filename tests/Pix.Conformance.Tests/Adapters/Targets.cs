using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Frozen targets made of what a case names.</summary>
internal static class Targets
{
    public static readonly CompetenceCode Competence = new("1.1");

    public static FrozenTarget Of(IReadOnlyList<TargetedSkill> skills) => new("target", "", 1, new ReferentialVersion(1), skills, [], []);

    public static TargetedSkill Skill(string id, TubeId tube) => new(new SkillId(id), tube, 1, Competence, PixAmount.Zero);

    public static TargetedSkill Skill(string id) => Skill(id, new TubeId(id));

    /// <summary>The results of a target: what is neither validated nor invalidated is untested.</summary>
    public static SkillResults Results(this FrozenTarget target, IReadOnlySet<string> validated, IReadOnlySet<string> invalidated) =>
        SkillResults.Of(target.Skills.Select(skill =>
            validated.Contains(skill.Skill.Value) ? SkillResult.Validated
            : invalidated.Contains(skill.Skill.Value) ? SkillResult.Invalidated
            : SkillResult.Untested));
}

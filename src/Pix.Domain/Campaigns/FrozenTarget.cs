namespace Pix.Domain;

/// <summary>
/// What a campaign tests, as it was when the campaign was created (Rule D11): the target profile's name, stages and badges, and its skills
/// in order, so that results sent under different releases stay comparable.
/// </summary>
public sealed record FrozenTarget(
    string Profile,
    string Name,
    int DurationMinutes,
    ReferentialVersion Referential,
    IReadOnlyList<TargetedSkill> Skills,
    IReadOnlyList<TargetStage> Stages,
    IReadOnlyList<TargetBadge> Badges)
{
    /// <summary>What this profile tests under this release (Rule 7.4).</summary>
    public static FrozenTarget Of(TargetProfile profile, Referential referential) => new(
        profile.Id,
        profile.Name,
        profile.DurationMinutes,
        referential.Version,
        [.. profile.SkillsIn(referential).Select(skill => new TargetedSkill(skill.Id, skill.Tube.Id, skill.Level, skill.Competence, skill.Pix))],
        profile.Stages,
        profile.Badges);
}

/// <summary>A skill of a campaign's target, where it was and what it was worth when the campaign was created.</summary>
public sealed record TargetedSkill(SkillId Skill, TubeId Tube, int Level, CompetenceCode Competence, PixAmount Pix);

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
    /// <summary>Whether a participant may forget what is known of its topics and begin again (Rule 7.11); null: no.</summary>
    public bool? AllowsReset { get; init; }

    /// <summary>What this profile tests under this release (Rule 7.4).</summary>
    public static FrozenTarget Of(TargetProfile profile, Referential referential)
    {
        var skills = profile.SkillsIn(referential);
        int[] levels = [.. skills.Select(skill => skill.Level)];
        return new FrozenTarget(
            profile.Id,
            profile.Name,
            profile.DurationMinutes,
            referential.Version,
            [.. skills.Select(skill => new TargetedSkill(skill.Id, skill.Tube.Id, skill.Level, skill.Competence, skill.Pix))],
            [.. profile.Stages.Select(stage => stage.On(levels))],
            profile.Badges)
        {
            AllowsReset = profile.AllowsReset,
        };
    }

    /// <summary>What a knowledge says of each skill; one that its referential does not have any more is untested.</summary>
    public SkillResults ResultsOf(Knowledge knowledge) => SkillResults.Of(Skills.Select(targeted =>
        knowledge.Referential.Find(targeted.Skill) is { } placed ? ResultOf(knowledge.Of(placed)) : SkillResult.Untested));

    /// <summary>How much of the skills that are looked at is validated.</summary>
    public Mastery MasteryOf(SkillResults results, Func<TargetedSkill, bool> looksAt)
    {
        var (validated, targeted) = (0, 0);
        for (var place = 0; place < Skills.Count; place++)
        {
            if (!looksAt(Skills[place])) continue;
            targeted++;
            if (results.IsValidated(place)) validated++;
        }

        return new Mastery(validated, targeted);
    }

    /// <summary>How much of the whole is validated (Rule 7.8).</summary>
    public Mastery MasteryOf(SkillResults results) => MasteryOf(results, static _ => true);

    /// <summary>How many stages these results reach; null when there is none (Rule 7.12).</summary>
    public int? StageOf(SkillResults results)
    {
        if (Stages.Count == 0) return null;
        var mastery = MasteryOf(results);
        return Stages.Count(stage => stage.IsReachedBy(mastery));
    }

    /// <summary>What these results master of each of a badge's criteria (Rule 7.13).</summary>
    public IReadOnlyList<Mastery> MasteriesFor(TargetBadge badge, SkillResults results) =>
        [.. badge.Criteria.Select(criterion => MasteryOf(results, criterion.LooksAt))];

    /// <summary>The badges that these results obtain (Rule 7.13).</summary>
    public IReadOnlyList<TargetBadge> BadgesOf(SkillResults results) =>
        [.. Badges.Where(badge => badge.IsObtainedBy(MasteriesFor(badge, results)))];

    /// <summary>The competences of the target, by code.</summary>
    public IReadOnlyList<CompetenceCode> Competences() =>
        [.. Skills.Select(skill => skill.Competence).Distinct().OrderBy(code => code.Value, StringComparer.Ordinal)];

    /// <summary>What these results are worth in each competence, with the pix frozen here (Rules 7.8, D11).</summary>
    public IReadOnlyList<SharedCompetence> PixOf(SkillResults results, MaximumLevel maximum)
    {
        var totals = Competences().ToDictionary(code => code, _ => PixAmount.Zero);
        for (var place = 0; place < Skills.Count; place++)
        {
            if (results.IsValidated(place)) totals[Skills[place].Competence] += Skills[place].Pix;
        }

        return [.. totals.Select(total => SharedCompetence.Of(total.Key, total.Value, maximum))];
    }

    private static SkillResult ResultOf(KnowledgeElement? element) => element switch
    {
        null => SkillResult.Untested,
        { IsValidated: true, Source: KnowledgeSource.Direct } => SkillResult.Validated,
        { IsValidated: true } => SkillResult.ValidatedByInference,
        { Source: KnowledgeSource.Direct } => SkillResult.Invalidated,
        _ => SkillResult.InvalidatedByInference,
    };
}

/// <summary>A skill of a campaign's target, where it was and what it was worth when the campaign was created.</summary>
public sealed record TargetedSkill(SkillId Skill, TubeId Tube, int Level, CompetenceCode Competence, PixAmount Pix);

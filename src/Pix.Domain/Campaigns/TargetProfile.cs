namespace Pix.Domain;

/// <summary>What a campaign tests: topics, each up to a level (Rule 7.4). The duration is what a teacher is told, in minutes.</summary>
public sealed record TargetProfile(string Id, string Name, string Description, int DurationMinutes, IReadOnlyList<CappedTube> Tubes)
{
    /// <summary>Its stages, from the lowest threshold; none: mastery is shown without them (Rule 7.12).</summary>
    public IReadOnlyList<TargetStage> Stages { get; init => field = value ?? []; } = [];

    /// <summary>What can be obtained by who shows enough of it (Rule 7.13).</summary>
    public IReadOnlyList<TargetBadge> Badges { get; init => field = value ?? []; } = [];

    /// <summary>Whether a participant may forget what is known of its topics and begin again (Rule 7.11); null: no.</summary>
    public bool? AllowsReset { get; init; }

    /// <summary>The active skills of its topics, up to each one's level, in the profile's order (Rule 7.4).</summary>
    public IReadOnlyList<PlacedSkill> SkillsIn(Referential referential) => [.. Tubes.SelectMany(tube => tube.SkillsIn(referential))];
}

/// <summary>A topic up to a level, 1 to 8.</summary>
public sealed record CappedTube(TubeId Tube, int MaximumLevel)
{
    /// <summary>Its active skills: those of which something may be asked outside certification. None when the topic is unknown.</summary>
    public IEnumerable<PlacedSkill> SkillsIn(Referential referential) =>
        referential.SkillsOf(Tube).Where(skill => skill.IsForTraining && skill.Level <= MaximumLevel);
}

/// <summary>A stage, reached from a mastery in whole percent on (Rule 7.12), and what is said to who reached it.</summary>
public sealed record TargetStage(int Threshold, string Title, string Message)
{
    /// <summary>Reached with the first validated skill, whatever the mastery; null: by its threshold.</summary>
    public bool? IsFirstSkill { get; init; }

    /// <summary>Given instead of the threshold: what validating every skill up to this level makes; null: by its threshold.</summary>
    public int? Level { get; init; }

    /// <summary>Whether this mastery reaches it.</summary>
    public bool IsReachedBy(Mastery mastery) => IsFirstSkill == true ? mastery.Validated > 0 : mastery.Percent >= Threshold;

    /// <summary>The threshold of a level: the share of skills of that level or below, in whole percent (Rule 7.12).</summary>
    public static int ThresholdOf(int level, IReadOnlyCollection<int> skillLevels) =>
        new Mastery(skillLevels.Count(skillLevel => skillLevel <= level), skillLevels.Count).Percent;

    /// <summary>The same stage with a threshold, on skills of these levels.</summary>
    public TargetStage On(IReadOnlyCollection<int> skillLevels) =>
        Level is { } level ? this with { Threshold = ThresholdOf(level, skillLevels), Level = null } : this;
}

/// <summary>A badge, obtained when every one of its criteria holds (Rule 7.13).</summary>
public sealed record TargetBadge(string Id, string Title, string Message, IReadOnlyList<TargetCriterion> Criteria)
{
    /// <summary>Whether these masteries, one per criterion, obtain it.</summary>
    public bool IsObtainedBy(IReadOnlyList<Mastery> masteries) =>
        Criteria.Count > 0 && Criteria.Zip(masteries).All(one => one.First.IsFulfilledBy(one.Second));

    /// <summary>How much of it is obtained, in whole percent: the mean over its criteria (Rule 7.13).</summary>
    public int AcquisitionBy(IReadOnlyList<Mastery> masteries) => Criteria.Count == 0
        ? 0
        : (int)new Fraction(Criteria.Zip(masteries).Sum(one => one.First.AcquisitionBy(one.Second)), Criteria.Count).Rounded(0);
}

/// <summary>A mastery in whole percent to reach on some topics; without topics, on the whole profile (Rule 7.13).</summary>
public sealed record TargetCriterion(int Threshold)
{
    private const int Whole = 100;

    /// <summary>The topics it looks at.</summary>
    public IReadOnlyList<CappedTube> Tubes { get; init => field = value ?? []; } = [];

    /// <summary>Whether a skill of the target is one that it looks at.</summary>
    public bool LooksAt(TargetedSkill skill) =>
        Tubes.Count == 0 || Tubes.Any(capped => capped.Tube == skill.Tube && skill.Level <= capped.MaximumLevel);

    /// <summary>Whether a mastery of what it looks at is enough.</summary>
    public bool IsFulfilledBy(Mastery mastery) => mastery.Percent >= Threshold;

    /// <summary>How much of the threshold is reached, at most 100 %.</summary>
    public int AcquisitionBy(Mastery mastery) =>
        Threshold <= 0 ? Whole : Math.Min(Whole, (int)new Fraction(mastery.Percent * Whole, Threshold).Rounded(0));
}

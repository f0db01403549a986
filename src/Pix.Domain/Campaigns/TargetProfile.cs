namespace Pix.Domain;

/// <summary>What a campaign tests: topics, each up to a level (Rule 7.4). The duration is what a teacher is told, in minutes.</summary>
public sealed record TargetProfile(string Id, string Name, string Description, int DurationMinutes, IReadOnlyList<CappedTube> Tubes)
{
    /// <summary>Its stages, from the lowest threshold; none: mastery is shown without them (Rule 7.12).</summary>
    public IReadOnlyList<TargetStage> Stages { get; init => field = value ?? []; } = [];

    /// <summary>What can be obtained by who shows enough of it (Rule 7.13).</summary>
    public IReadOnlyList<TargetBadge> Badges { get; init => field = value ?? []; } = [];

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
public sealed record TargetStage(int Threshold, string Title, string Message);

/// <summary>A badge, obtained when every one of its criteria holds (Rule 7.13).</summary>
public sealed record TargetBadge(string Id, string Title, string Message, IReadOnlyList<TargetCriterion> Criteria);

/// <summary>A mastery in whole percent to reach on some topics; without topics, on the whole profile (Rule 7.13).</summary>
public sealed record TargetCriterion(int Threshold)
{
    /// <summary>The topics it looks at.</summary>
    public IReadOnlyList<CappedTube> Tubes { get; init => field = value ?? []; } = [];
}

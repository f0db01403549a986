namespace Pix.Domain;

/// <summary>
/// A topic of a campaign's target: a tube, its targeted skills by their places in the target, and what the analysis divides by (Rule 8.3).
/// </summary>
/// <param name="Tube">Which tube.</param>
/// <param name="Competence">Its competence, as frozen.</param>
/// <param name="Places">Where its skills stand in the target.</param>
/// <param name="Levels">The level of each.</param>
/// <param name="HighestOfTarget">The highest level of the whole target.</param>
public sealed record Topic(TubeId Tube, CompetenceCode Competence, IReadOnlyList<int> Places, IReadOnlyList<int> Levels, int HighestOfTarget)
{
    /// <summary>Its highest targeted level.</summary>
    public int Highest { get; } = Levels.Max();

    /// <summary>The topics of a target, in its order.</summary>
    public static IReadOnlyList<Topic> Of(FrozenTarget target)
    {
        var highest = target.Skills.Select(skill => skill.Level).DefaultIfEmpty().Max();
        return
        [
            .. target.Skills
                .Select((skill, place) => (Skill: skill, Place: place))
                .GroupBy(one => one.Skill.Tube)
                .Select(tube => new Topic(
                    tube.Key,
                    tube.First().Skill.Competence,
                    [.. tube.Select(one => one.Place)],
                    [.. tube.Select(one => one.Skill.Level)],
                    highest)),
        ];
    }

    /// <summary>How one participant stands in it, from the results that they sent.</summary>
    public TopicResult ResultOf(SkillResults results)
    {
        var result = TopicResult.Nothing;
        var easiestLeft = int.MaxValue;
        for (var index = 0; index < Places.Count; index++)
        {
            var skill = results[Places[index]];
            result = result.With(skill);
            if (skill is not (SkillResult.Validated or SkillResult.ValidatedByInference)) easiestLeft = Math.Min(easiestLeft, Levels[index]);
            else if (Levels[index] > result.HighestValidated) result = result with { HighestValidated = Levels[index] };
        }

        return result with { EasiestLeft = easiestLeft == int.MaxValue ? Highest : easiestLeft };
    }
}

/// <summary>How one participant stands in a topic: skills by what is known of them, R and N of Rule 8.3.</summary>
public readonly record struct TopicResult(
    int Validated,
    int ValidatedByInference,
    int Invalidated,
    int InvalidatedByInference,
    int Untested,
    int HighestValidated,
    int EasiestLeft)
{
    /// <summary>Of no skill.</summary>
    public static TopicResult Nothing => default;

    /// <summary>Skills validated, either way.</summary>
    public int AllValidated => Validated + ValidatedByInference;

    /// <summary>Nothing of it is left to validate.</summary>
    public bool IsWhole => Invalidated + InvalidatedByInference + Untested == 0;

    internal TopicResult With(SkillResult skill) => skill switch
    {
        SkillResult.Validated => this with { Validated = Validated + 1 },
        SkillResult.ValidatedByInference => this with { ValidatedByInference = ValidatedByInference + 1 },
        SkillResult.Invalidated => this with { Invalidated = Invalidated + 1 },
        SkillResult.InvalidatedByInference => this with { InvalidatedByInference = InvalidatedByInference + 1 },
        _ => this with { Untested = Untested + 1 },
    };
}

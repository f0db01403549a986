namespace Pix.Domain;

/// <summary>
/// What an assessment asks about: a competence, or the skills of a campaign's frozen target, in its order (Rule D11); the other one is null.
/// Knowledge is inferred inside it only (Rule 3.2).
/// </summary>
public sealed record Target(CompetenceCode? Competence)
{
    /// <summary>The skills of a campaign's target, as the campaign froze them.</summary>
    public IReadOnlyList<SkillId>? Skills { get; init; }

    /// <summary>These skills.</summary>
    public static Target Of(FrozenTarget target) => new((CompetenceCode?)null) { Skills = [.. target.Skills.Select(skill => skill.Skill)] };

    /// <summary>The same target once a release moved a skill that it asked about: its tube is asked about there.</summary>
    public Target Following(PlacedSkill asked) => Competence is null ? this : this with { Competence = asked.Competence };

    /// <summary>The skills of a tube that are asked about, in its order, where the referential puts them.</summary>
    public IReadOnlyList<PlacedSkill> SkillsIn(TubeId tube, Referential referential)
    {
        var skills = referential.SkillsOf(tube);
        var targeted = Skills is null ? null : referential.Targeted(this);
        bool Includes(PlacedSkill skill) => targeted?.Includes(skill.Id) ?? skill.Competence == Competence;
        return skills.All(Includes) ? skills : [.. skills.Where(Includes)];
    }

    /// <summary>The skills asked about under this referential, in one language.</summary>
    public SkillSet SkillsUnder(Referential referential, string locale) =>
        Competence is { } competence ? referential.SkillSetOf(competence, locale) : referential.Targeted(this).In(locale);

    /// <summary>What is known of the skills asked about.</summary>
    public IEnumerable<KnowledgeElement> KnownIn(Knowledge knowledge) => Competence is { } competence
        ? knowledge.In(competence)
        : knowledge.Referential.Targeted(this).Skills.Select(knowledge.Of).OfType<KnowledgeElement>();

    /// <inheritdoc />
    public bool Equals(Target? other) =>
        other is not null
        && Competence == other.Competence
        && (ReferenceEquals(Skills, other.Skills) || (Skills is not null && other.Skills is not null && Skills.SequenceEqual(other.Skills)));

    /// <inheritdoc />
    public override int GetHashCode() => Skills is { Count: > 0 } ? HashCode.Combine(Skills.Count, Skills[0], Skills[^1]) : Competence.GetHashCode();
}

namespace Pix.Domain;

/// <summary>What an assessment asks about. Knowledge is inferred inside it only (Rule 3.2).</summary>
public sealed record Target(CompetenceCode Competence)
{
    /// <summary>Whether a skill, where the referential in force puts it, is asked about.</summary>
    public bool Includes(PlacedSkill skill) => skill.Competence == Competence;

    /// <summary>The same target once a release moved a skill that it asked about: its tube is asked about there.</summary>
    public Target Following(PlacedSkill asked) => this with { Competence = asked.Competence };

    /// <summary>The skills of a tube that are asked about, in its order.</summary>
    public IReadOnlyList<PlacedSkill> SkillsIn(IReadOnlyList<PlacedSkill> tube) =>
        tube.All(Includes) ? tube : [.. tube.Where(Includes)];

    /// <summary>The skills asked about under this referential, in one language.</summary>
    public SkillSet SkillsUnder(Referential referential, string locale) => referential.SkillSetOf(Competence, locale);

    /// <summary>What is known of the skills asked about.</summary>
    public IEnumerable<KnowledgeElement> KnownIn(Knowledge knowledge) => knowledge.In(Competence);
}

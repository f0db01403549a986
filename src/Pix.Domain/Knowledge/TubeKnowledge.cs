namespace Pix.Domain;

/// <summary>What is known of one tube's skills: the latest element of each, and which assessment judged which.</summary>
internal sealed class TubeKnowledge
{
    private readonly Dictionary<SkillId, KnowledgeElement> _latest;
    private readonly HashSet<(int Assessment, SkillId Skill)> _assessed;

    public TubeKnowledge(CompetenceCode competence)
        : this(competence, [], [])
    {
    }

    private TubeKnowledge(
        CompetenceCode competence,
        Dictionary<SkillId, KnowledgeElement> latest,
        HashSet<(int Assessment, SkillId Skill)> assessed)
    {
        Competence = competence;
        _latest = latest;
        _assessed = assessed;
    }

    /// <summary>The competence that the tube belongs to.</summary>
    public CompetenceCode Competence { get; }

    /// <summary>The elements in force.</summary>
    public IReadOnlyCollection<KnowledgeElement> Elements => _latest.Values;

    public KnowledgeElement? Of(SkillId skill) => _latest.GetValueOrDefault(skill);

    public TubeKnowledge Copy() => new(Competence, new(_latest), new(_assessed));

    /// <summary>Adds what an answer teaches, to a knowledge that nobody else has seen yet.</summary>
    public void Learn(GivenAnswer answer, PlacedSkill skill, Referential referential)
    {
        // What was asked about stays so where a later release moves it, or moving a skill to another competence would lose its answers.
        var target = answer.Target.Following(skill);

        // An assessment never judges a skill twice; another assessment does, and refreshes what was known (Rules 3.2, 3.5).
        var learnt = KnowledgeElement
            .From(
                skill,
                answer.IsRight,
                answer.At,
                target.SkillsIn(skill.Tube.Id, referential),
                answer.Assessment,
                id => _assessed.Contains((answer.Assessment, id)))
            .ToList();
        foreach (var element in learnt)
        {
            _latest[element.Skill.Id] = element;
            _assessed.Add((answer.Assessment, element.Skill.Id));
        }
    }
}

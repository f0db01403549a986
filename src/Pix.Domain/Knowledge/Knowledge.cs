namespace Pix.Domain;

/// <summary>An answer as far as knowledge goes: which assessment and what it asked about, the challenge, its skill and competence as recorded, right or not.</summary>
public sealed record GivenAnswer(
    int Assessment,
    Target Target,
    ChallengeId Challenge,
    SkillId Skill,
    CompetenceCode Competence,
    bool IsRight,
    DateTimeOffset At);

/// <summary>
/// What is known of a learner's skills under one referential: the latest element per skill (Rule 3.1), folded from the answers in order
/// (Rule D5). The same answers give other knowledge under another referential.
/// </summary>
public sealed class Knowledge
{
    private readonly Dictionary<TubeId, TubeKnowledge> _tubes;

    private Knowledge(Referential referential, Dictionary<TubeId, TubeKnowledge> tubes)
    {
        Referential = referential;
        _tubes = tubes;
    }

    /// <summary>The referential that it was folded under.</summary>
    public Referential Referential { get; }

    /// <summary>The elements in force.</summary>
    public IEnumerable<KnowledgeElement> Elements => _tubes.Values.SelectMany(tube => tube.Elements);

    /// <summary>What these answers say under this referential.</summary>
    public static Knowledge Of(IEnumerable<GivenAnswer> answers, Referential referential)
    {
        var knowledge = new Knowledge(referential, []);
        foreach (var answer in answers)
        {
            if (knowledge.Counting(answer) is not { } skill) continue;
            if (!knowledge._tubes.TryGetValue(skill.Tube.Id, out var tube)) knowledge._tubes[skill.Tube.Id] = tube = new TubeKnowledge(skill.Competence);
            tube.Learn(answer, skill, referential);
        }

        return knowledge;
    }

    /// <summary>What is known with one more answer; this one stays as it is. An answer teaches inside its tube: the others are shared.</summary>
    public Knowledge With(GivenAnswer answer)
    {
        if (Counting(answer) is not { } skill) return this;
        var tube = _tubes.TryGetValue(skill.Tube.Id, out var known) ? known.Copy() : new TubeKnowledge(skill.Competence);
        tube.Learn(answer, skill, Referential);
        return new Knowledge(Referential, new(_tubes) { [skill.Tube.Id] = tube });
    }

    /// <summary>The elements of one competence, where the referential in force puts its skills.</summary>
    public IEnumerable<KnowledgeElement> In(CompetenceCode competence) =>
        _tubes.Values.Where(tube => tube.Competence == competence).SelectMany(tube => tube.Elements);

    /// <summary>What is known of one skill of the referential, or null.</summary>
    public KnowledgeElement? Of(PlacedSkill skill) => _tubes.GetValueOrDefault(skill.Tube.Id)?.Of(skill.Id);

    /// <summary>The exact pix of one competence: the sum of what its elements earn (Rule 5.1).</summary>
    public PixAmount PixIn(CompetenceCode competence) =>
        In(competence).Aggregate(PixAmount.Zero, (sum, element) => sum + element.EarnedPix);

    // Where the answered skill is, or null when the answer counts for nothing under this referential.
    private PlacedSkill? Counting(GivenAnswer answer) => Referential.IsWithdrawn(answer.Challenge) ? null : Referential.Find(answer.Skill);
}

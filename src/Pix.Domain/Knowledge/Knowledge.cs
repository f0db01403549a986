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
    private readonly Referential _referential;
    private readonly Dictionary<SkillId, KnowledgeElement> _latest;
    private readonly HashSet<(int Assessment, SkillId Skill)> _assessed;

    private Knowledge(
        Referential referential,
        Dictionary<SkillId, KnowledgeElement> latest,
        HashSet<(int Assessment, SkillId Skill)> assessed)
    {
        _referential = referential;
        _latest = latest;
        _assessed = assessed;
    }

    /// <summary>The referential that it was folded under.</summary>
    public Referential Referential => _referential;

    /// <summary>The elements in force.</summary>
    public IReadOnlyCollection<KnowledgeElement> Elements => _latest.Values;

    /// <summary>What these answers say under this referential.</summary>
    public static Knowledge Of(IEnumerable<GivenAnswer> answers, Referential referential)
    {
        var knowledge = new Knowledge(referential, [], []);
        foreach (var answer in answers) knowledge.Learn(answer);
        return knowledge;
    }

    /// <summary>What is known with one more answer; this one stays as it is.</summary>
    public Knowledge With(GivenAnswer answer)
    {
        var more = new Knowledge(_referential, new(_latest), [.. _assessed]);
        more.Learn(answer);
        return more;
    }

    /// <summary>The elements of one competence, where the referential in force puts its skills.</summary>
    public IEnumerable<KnowledgeElement> In(CompetenceCode competence) =>
        _latest.Values.Where(element => element.Skill.Competence == competence);

    /// <summary>The exact pix of one competence: the sum of what its elements earn (Rule 5.1).</summary>
    public PixAmount PixIn(CompetenceCode competence)
    {
        var sum = PixAmount.Zero;
        foreach (var element in _latest.Values)
        {
            if (element.Skill.Competence == competence) sum += element.EarnedPix;
        }

        return sum;
    }

    private void Learn(GivenAnswer answer)
    {
        if (_referential.IsWithdrawn(answer.Challenge)) return;
        if (_referential.Find(answer.Skill) is not { } skill) return;

        // What was asked about stays so where a later release moves it, or moving a skill to another competence would lose its answers.
        var target = answer.Target.Following(skill);

        // An assessment never judges a skill twice; another assessment does, and refreshes what was known (Rules 3.2, 3.5).
        var learnt = KnowledgeElement
            .From(
                skill,
                answer.IsRight,
                answer.At,
                target.SkillsIn(_referential.SkillsOf(skill.Tube.Id)),
                id => _assessed.Contains((answer.Assessment, id)))
            .ToList();
        foreach (var element in learnt)
        {
            _latest[element.Skill.Id] = element;
            _assessed.Add((answer.Assessment, element.Skill.Id));
        }
    }
}

namespace Pix.Domain;

/// <summary>What the adaptive test looks at before a question (Rule 4.1).</summary>
public sealed class TestSituation
{
    private readonly bool[] _tested;
    private readonly IReadOnlySet<ChallengeId> _answered;

    /// <summary>Known elements about skills that are not targeted are ignored; answered challenges of this assessment are not asked again.</summary>
    public TestSituation(SkillSet targeted, IEnumerable<KnowledgeElement> known, IReadOnlySet<ChallengeId> answered)
    {
        Targeted = targeted.Skills;
        _answered = answered;
        _tested = new bool[Targeted.Count];
        var ofTargeted = new List<KnowledgeElement>(Targeted.Count);
        foreach (var element in known)
        {
            if (targeted.Find(element.Skill.Id) is not { } skill) continue;
            ofTargeted.Add(element);
            _tested[skill.Place] = true;
        }

        Known = ofTargeted;
    }

    /// <summary>The skills asked about.</summary>
    public IReadOnlyList<AskedSkill> Targeted { get; }

    /// <summary>What counts as known of them.</summary>
    public IReadOnlyList<KnowledgeElement> Known { get; }

    /// <summary>No answer was given in this assessment yet.</summary>
    public bool IsFirstQuestion { get; init; }

    /// <summary>The last challenge had a timer: not two in a row.</summary>
    public bool LastWasTimed { get; init; }

    /// <summary>Whether something is known of a skill.</summary>
    public bool IsTested(AskedSkill skill) => _tested[skill.Place];

    /// <summary>Whether a skill can still be asked in this language (Rule 1.7).</summary>
    public bool IsPlayable(AskedSkill skill) => HasPlayable(skill, static _ => true);

    /// <summary>Whether drawing this skill may draw a timer.</summary>
    public bool IsTimed(AskedSkill skill) => HasPlayable(skill, static challenge => challenge.TimerSeconds is not null);

    /// <summary>The challenges that may be drawn for a skill.</summary>
    public IReadOnlyList<Challenge> PlayableChallengesOf(AskedSkill skill) =>
        [.. skill.Challenges.Where(challenge => !_answered.Contains(challenge.Id))];

    private bool HasPlayable(AskedSkill skill, Func<Challenge, bool> wanted)
    {
        for (var index = 0; index < skill.Challenges.Count; index++)
        {
            if (wanted(skill.Challenges[index]) && !_answered.Contains(skill.Challenges[index].Id)) return true;
        }

        return false;
    }
}

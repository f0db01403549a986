namespace Pix.Domain;

/// <summary>What the adaptive test looks at before a question (Rule 4.1).</summary>
public sealed class TestSituation
{
    private readonly HashSet<SkillId> _tested;
    private readonly IReadOnlySet<ChallengeId> _answered;
    private readonly string _locale;

    /// <summary>Known elements about skills that are not targeted are ignored; answered challenges of this assessment are not asked again.</summary>
    public TestSituation(
        IReadOnlyList<PlacedSkill> targeted,
        IEnumerable<KnowledgeElement> known,
        IReadOnlySet<ChallengeId> answered,
        string locale)
    {
        Targeted = targeted;
        var targetedIds = targeted.Select(skill => skill.Id).ToHashSet();
        Known = [.. known.Where(element => targetedIds.Contains(element.Skill.Id))];
        _tested = [.. Known.Select(element => element.Skill.Id)];
        _answered = answered;
        _locale = locale;
        Tubes = targeted.Where(skill => skill.IsForTraining).ToLookup(skill => skill.Tube.Id);
    }

    /// <summary>The skills asked about.</summary>
    public IReadOnlyList<PlacedSkill> Targeted { get; }

    /// <summary>What counts as known of them.</summary>
    public IReadOnlyList<KnowledgeElement> Known { get; }

    /// <summary>The targeted skills that have challenges, by tube.</summary>
    public ILookup<TubeId, PlacedSkill> Tubes { get; }

    /// <summary>No answer was given in this assessment yet.</summary>
    public bool IsFirstQuestion { get; init; }

    /// <summary>The last challenge had a timer: not two in a row.</summary>
    public bool LastWasTimed { get; init; }

    /// <summary>Whether something is known of a skill.</summary>
    public bool IsTested(PlacedSkill skill) => _tested.Contains(skill.Id);

    /// <summary>Whether a skill can still be asked in this language (Rule 1.7).</summary>
    public bool IsPlayable(PlacedSkill skill) => skill.IsForTraining && PlayableChallengesOf(skill).Any();

    /// <summary>Whether drawing this skill may draw a timer.</summary>
    public bool IsTimed(PlacedSkill skill) => PlayableChallengesOf(skill).Any(challenge => challenge.TimerSeconds is not null);

    /// <summary>The challenges that may be drawn for a skill.</summary>
    public IEnumerable<Challenge> PlayableChallengesOf(PlacedSkill skill) =>
        skill.Skill.Challenges.Where(challenge => challenge.IsForTraining && challenge.Speaks(_locale) && !_answered.Contains(challenge.Id));
}

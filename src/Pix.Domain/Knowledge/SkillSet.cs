namespace Pix.Domain;

/// <summary>
/// The skills that tests ask about in one language, with everything about them that no answer changes: a question then costs little more
/// than what it has to decide. A referential keeps those of its competences.
/// </summary>
public sealed class SkillSet
{
    private readonly Dictionary<SkillId, AskedSkill> _byId;

    /// <summary>These skills, in the order in which they are drawn from.</summary>
    public SkillSet(IReadOnlyList<PlacedSkill> skills, string locale)
    {
        Skills = [.. skills.Select((skill, place) => new AskedSkill(skill, place, locale))];
        _byId = Skills.ToDictionary(skill => skill.Id);
        foreach (var tube in Skills.GroupBy(skill => skill.Placed.Tube.Id))
        {
            AskedSkill[] forTraining = [.. tube.Where(skill => skill.Placed.IsForTraining)];
            foreach (var skill in tube) skill.Tube = forTraining;
        }
    }

    /// <summary>The skills, each at its place.</summary>
    public IReadOnlyList<AskedSkill> Skills { get; }

    /// <summary>A skill, or null when it is not asked about.</summary>
    public AskedSkill? Find(SkillId skill) => _byId.GetValueOrDefault(skill);
}

/// <summary>A skill that a test asks about in one language, at its place among the others.</summary>
public sealed class AskedSkill
{
    private const int EasyTubeLevel = 3;

    internal AskedSkill(PlacedSkill placed, int place, string locale)
    {
        (Placed, Place) = (placed, place);
        Challenges = [.. placed.Skill.Challenges.Where(challenge => challenge.IsForTraining && challenge.Speaks(locale))];
    }

    /// <summary>Where the release puts it.</summary>
    public PlacedSkill Placed { get; }

    /// <summary>Its place, from 0.</summary>
    public int Place { get; }

    /// <summary>Its identity (Rule 1.3).</summary>
    public SkillId Id => Placed.Id;

    /// <summary>Its difficulty, 1 to 8.</summary>
    public int Level => Placed.Level;

    /// <summary>What may be drawn for it in this language (Rule 1.7).</summary>
    public IReadOnlyList<Challenge> Challenges { get; }

    /// <summary>The skills of its tube that are asked about and have challenges, in any language.</summary>
    public IReadOnlyList<AskedSkill> Tube
    {
        get;
        internal set
        {
            field = value;
            IsOfEasyTube = value.Count > 0 && value.Max(skill => skill.Level) <= EasyTubeLevel;
        }
    } = [];

    /// <summary>Nothing in its tube is harder than level 3: such tubes come first (Rule 4.4).</summary>
    public bool IsOfEasyTube { get; private set; }
}

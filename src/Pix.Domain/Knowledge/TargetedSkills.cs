using System.Collections.Concurrent;

namespace Pix.Domain;

/// <summary>
/// The skills of a campaign's target as one release has them: followed through its moves, each once, in the target's order. Those that it
/// does not have any more are left out: nothing can be known of them.
/// </summary>
public sealed class TargetedSkills
{
    private readonly HashSet<SkillId> _ids;
    private readonly ConcurrentDictionary<string, SkillSet> _byLocale = [];

    internal TargetedSkills(IEnumerable<SkillId> frozen, Referential referential)
    {
        Skills = [.. frozen.Select(referential.Find).OfType<PlacedSkill>().DistinctBy(skill => skill.Id)];
        _ids = [.. Skills.Select(skill => skill.Id)];
    }

    /// <summary>The skills, in the target's order.</summary>
    public IReadOnlyList<PlacedSkill> Skills { get; }

    /// <summary>Whether a skill of the release is targeted.</summary>
    public bool Includes(SkillId skill) => _ids.Contains(skill);

    /// <summary>Prepared for the questions of tests in one language.</summary>
    public SkillSet In(string locale) => _byLocale.GetOrAdd(locale, static (key, skills) => new SkillSet(skills, key), Skills);
}

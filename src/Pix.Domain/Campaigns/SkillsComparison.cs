namespace Pix.Domain;

/// <summary>What was sent about one target.</summary>
public sealed record ResultsOnTarget(FrozenTarget Target, SkillResults Results);

/// <summary>
/// How somebody, or several together, progressed in a competence between two moments: over the skills that were targeted by what they sent
/// at both, how many were validated then and later, and how many were gained and lost.
/// </summary>
public readonly record struct SkillsProgress(int Compared, int Before, int After, int Gained, int Lost)
{
    /// <summary>Of several together.</summary>
    public static SkillsProgress operator +(SkillsProgress one, SkillsProgress other) => new(
        one.Compared + other.Compared,
        one.Before + other.Before,
        one.After + other.After,
        one.Gained + other.Gained,
        one.Lost + other.Lost);

    internal SkillsProgress With(bool before, bool after) => new(
        Compared + 1,
        Before + (before ? 1 : 0),
        After + (after ? 1 : 0),
        Gained + (!before && after ? 1 : 0),
        Lost + (before && !after ? 1 : 0));
}

/// <summary>Compares what was sent at two moments. Only what was sent counts, so that nothing unsent shows through a difference.</summary>
public static class SkillsComparison
{
    /// <summary>
    /// The progress per competence, by code, where the later target puts the skill; of several results about one skill, the last counts. Skills
    /// that were not targeted at both moments are not compared.
    /// </summary>
    public static IReadOnlyDictionary<CompetenceCode, SkillsProgress> Between(IEnumerable<ResultsOnTarget> before, IEnumerable<ResultsOnTarget> after)
    {
        var earlier = Latest(before);
        var progress = new SortedDictionary<CompetenceCode, SkillsProgress>(
            Comparer<CompetenceCode>.Create(static (one, other) => string.CompareOrdinal(one.Value, other.Value)));
        foreach (var (skill, later) in Latest(after))
        {
            if (!earlier.TryGetValue(skill, out var known)) continue;
            progress[later.Competence] = progress.GetValueOrDefault(later.Competence).With(known.IsValidated, later.IsValidated);
        }

        return progress;
    }

    private static Dictionary<SkillId, (CompetenceCode Competence, bool IsValidated)> Latest(IEnumerable<ResultsOnTarget> sent)
    {
        var latest = new Dictionary<SkillId, (CompetenceCode, bool)>();
        foreach (var (target, results) in sent)
        {
            for (var place = 0; place < target.Skills.Count; place++)
                latest[target.Skills[place].Skill] = (target.Skills[place].Competence, results.IsValidated(place));
        }

        return latest;
    }
}

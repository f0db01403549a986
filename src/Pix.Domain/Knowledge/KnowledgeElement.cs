namespace Pix.Domain;

/// <summary>Whether a skill was answered itself, or deduced from another of its tube.</summary>
public enum KnowledgeSource
{
    /// <summary>Answered.</summary>
    Direct,

    /// <summary>Deduced.</summary>
    Inferred,
}

/// <summary>What is known of one skill: validated or not, how, and since when (Rule 3.1). Never stored: folded from answers.</summary>
public sealed record KnowledgeElement(PlacedSkill Skill, KnowledgeSource Source, bool IsValidated, DateTimeOffset At)
{
    /// <summary>The assessment that taught it, by its ordinal.</summary>
    public int Assessment { get; init; }

    /// <summary>Validated by an answer to it: what certification draws from (Rule 3.6).</summary>
    public bool IsDirectlyValidated => IsValidated && Source == KnowledgeSource.Direct;

    /// <summary>Failed, and something can be asked about it again once old enough (Rule D4).</summary>
    public bool IsImprovable => !IsValidated && Skill.IsForTraining;

    /// <summary>What it earns (Rule 3.3).</summary>
    public PixAmount EarnedPix => IsValidated ? Skill.Pix : PixAmount.Zero;

    /// <summary>
    /// What one answer teaches (Rule 3.2): the skill itself, then in tube order, right: the easier ones; wrong: the harder ones, of those
    /// asked about and not known yet from this assessment. A skill of the same level is never deduced (Rule 3.4), and a skill that was not
    /// asked about teaches nothing.
    /// </summary>
    public static IEnumerable<KnowledgeElement> From(
        PlacedSkill answered,
        bool right,
        DateTimeOffset at,
        IReadOnlyList<PlacedSkill> askedAboutInTube,
        int assessment,
        Func<SkillId, bool> known)
    {
        if (known(answered.Id) || !askedAboutInTube.Any(skill => skill.Id == answered.Id)) yield break;
        yield return new KnowledgeElement(answered, KnowledgeSource.Direct, right, at) { Assessment = assessment };
        foreach (var other in askedAboutInTube)
        {
            var follows = right ? other.Level < answered.Level : other.Level > answered.Level;
            if (follows && !known(other.Id)) yield return new KnowledgeElement(other, KnowledgeSource.Inferred, right, at) { Assessment = assessment };
        }
    }
}

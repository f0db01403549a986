namespace Pix.Domain;

/// <summary>How a targeted skill stood when results were sent.</summary>
public enum SkillResult
{
    /// <summary>Nothing is known of it.</summary>
    Untested,

    /// <summary>Answered right.</summary>
    Validated,

    /// <summary>Deduced from a right answer to a harder one.</summary>
    ValidatedByInference,

    /// <summary>Answered wrong.</summary>
    Invalidated,

    /// <summary>Deduced from a wrong answer to an easier one.</summary>
    InvalidatedByInference,
}

/// <summary>
/// One character per skill of a frozen target, in its order: <c>V</c> validated directly, <c>v</c> by inference, <c>F</c> failed directly,
/// <c>f</c> by inference, <c>-</c> untested.
/// </summary>
public readonly record struct SkillResults(string Value)
{
    private const string Characters = "-VvFf";

    /// <summary>How many skills it speaks of.</summary>
    public int Count => Value.Length;

    /// <summary>How many are validated.</summary>
    public int Validated => Value.Count(character => character is 'V' or 'v');

    /// <summary>How many something is known of.</summary>
    public int Tested => Value.Count(character => character is not '-');

    /// <summary>How the skill at this place stands; a place or a character that is not known is untested.</summary>
    public SkillResult this[int place] =>
        place < Value.Length && Characters.IndexOf(Value[place], StringComparison.Ordinal) is var known and >= 0 ? (SkillResult)known : SkillResult.Untested;

    /// <summary>Writes them.</summary>
    public static SkillResults Of(IEnumerable<SkillResult> results) => new(string.Concat(results.Select(result => Characters[(int)result])));

    /// <summary>Whether the skill at this place is validated.</summary>
    public bool IsValidated(int place) => this[place] is SkillResult.Validated or SkillResult.ValidatedByInference;

    /// <inheritdoc />
    public override string ToString() => Value;
}

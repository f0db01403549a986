namespace Pix.Domain;

/// <summary>How a refusal is to be taken: by whom asks again later, asks something else, or asks for what is not there.</summary>
public enum RefusalKind
{
    /// <summary>Not in this state (HTTP 409).</summary>
    Conflict,

    /// <summary>Never in this form (HTTP 422).</summary>
    Invalid,

    /// <summary>No such thing (HTTP 404).</summary>
    Unknown,
}

/// <summary>
/// A wish that is not granted: a stable snake_case code, a sentence (in French) that a person can act on, and its figures.
/// </summary>
public sealed partial record Refusal(RefusalKind Kind, string Code, string Sentence)
{
    /// <summary>The figures of the sentence, such as <c>remaining_days</c>.</summary>
    public IReadOnlyDictionary<string, object> Figures { get; init; } = new Dictionary<string, object>();

    /// <summary>The same refusal with one more figure.</summary>
    public Refusal With(string figure, object value) =>
        this with { Figures = new Dictionary<string, object>(Figures) { [figure] = value } };
}

namespace Pix.Domain;

/// <summary>
/// What comparing an answer with its solution gives: <see cref="AnswerStatus.Ok"/>, <see cref="AnswerStatus.Ko"/>,
/// <see cref="AnswerStatus.Partially"/> or <see cref="AnswerStatus.Unimplemented"/>, before the circumstances are judged (Rule 2.11).
/// </summary>
public sealed record Correction(AnswerStatus Status)
{
    /// <summary>Each blank, right or wrong, in the challenge's order. QROCM only (Rules 2.6, 2.8).</summary>
    public IReadOnlyList<BlankVerdict> Blanks { get; init; } = [];

    /// <summary>The first text of each group that no blank gave. QROCM-dep only (Rule 2.8).</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>Right or wrong, and nothing in between.</summary>
    public static Correction Of(bool isRight) => new(isRight ? AnswerStatus.Ok : AnswerStatus.Ko);

    /// <summary>Right when there are blanks and all of them are right (Rules 2.6, 2.7).</summary>
    public static Correction OfAll(IReadOnlyList<BlankVerdict> blanks) =>
        Of(blanks.Count > 0 && blanks.All(blank => blank.IsRight)) with { Blanks = blanks };
}

/// <summary>Whether what was written in a blank is right.</summary>
public sealed record BlankVerdict(string Name, bool IsRight);

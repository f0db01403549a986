namespace Pix.Domain;

/// <summary>The status that an answer gets for good, from its correction and its circumstances (Rules 2.11, D6).</summary>
public static class AnswerJudgement
{
    /// <summary>The status of a skipped challenge. Skipping is its own act: there is no value, and nothing is checked (Rules 2.11, D28).</summary>
    public const AnswerStatus Skipped = AnswerStatus.Aband;

    /// <summary>
    /// A credit, whole or partial, is lost when it comes too late, or after a loss of focus where focus matters; what is wrong stays so.
    /// </summary>
    public static AnswerStatus Judge(AnswerStatus validated, AnswerCircumstances circumstances)
    {
        if (validated is not (AnswerStatus.Ok or AnswerStatus.Partially)) return validated;
        if (circumstances.Late) return AnswerStatus.Timedout;
        return circumstances is { FocusLost: true, FocusedChallenge: true, InCertification: true } ? AnswerStatus.FocusedOut : validated;
    }
}

/// <summary>How an answer came (Rule 2.11).</summary>
public sealed record AnswerCircumstances
{
    /// <summary>The time left was below zero.</summary>
    public required bool Late { get; init; }

    /// <summary>The page lost the focus: sent with the answer, or recorded during the question.</summary>
    public required bool FocusLost { get; init; }

    /// <summary>The challenge asks to keep the focus.</summary>
    public required bool FocusedChallenge { get; init; }

    /// <summary>The test is a certification.</summary>
    public required bool InCertification { get; init; }
}

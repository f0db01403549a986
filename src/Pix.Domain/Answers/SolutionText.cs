namespace Pix.Domain;

/// <summary>The solution as a person reads it, in French, after answering.</summary>
public static class SolutionText
{
    /// <summary>
    /// The right choices' texts (Rule 2.4); the first accepted text (Rule 2.5); one line a blank (Rule 2.6); the first text of each group,
    /// which may stand in any order (Rule 2.7).
    /// </summary>
    public static IReadOnlyList<string> Of(Challenge challenge) => challenge.Type switch
    {
        ChallengeType.Qcu or ChallengeType.Qcm =>
            [.. challenge.Choices.Where((_, index) => challenge.RightChoices.Contains(index + 1))],
        ChallengeType.Qroc => [.. challenge.Accepted.Take(1)],
        ChallengeType.QrocmInd => [.. challenge.Blanks.SelectMany(blank => blank.Accepted.Take(1), (blank, text) => $"{blank.Name} : {text}")],
        ChallengeType.QrocmDep => [.. challenge.Blanks.SelectMany(group => group.Accepted.Take(1))],
        _ => [],
    };
}

namespace Pix.Domain.Tests.Answers;

/// <summary>Challenges as short as a test needs them.</summary>
internal static class Challenges
{
    public static Challenge Qcu(int choices, int right) => Of(ChallengeType.Qcu) with { Choices = Named(choices), RightChoices = [right] };

    public static Challenge Qcm(int choices, params int[] right) => Of(ChallengeType.Qcm) with { Choices = Named(choices), RightChoices = right };

    public static Challenge Qroc(params string[] accepted) => Of(ChallengeType.Qroc) with { Accepted = accepted };

    public static Challenge Independent(params Blank[] blanks) => Of(ChallengeType.QrocmInd) with { Blanks = blanks };

    public static Challenge Dependent(IReadOnlyList<string> names, params Blank[] groups) =>
        Of(ChallengeType.QrocmDep) with { BlankNames = names, Blanks = groups };

    public static Challenge Of(ChallengeType type) =>
        new(new ChallengeId("challenge"), 1, type, ChallengeStatus.Validated, "Que répondre ?", "Voici pourquoi.");

    private static string[] Named(int choices) => [.. Enumerable.Range(1, choices).Select(number => $"choix {number}")];
}

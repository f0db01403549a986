using System.Globalization;

namespace Pix.Domain;

/// <summary>The text that a learner types or picks for a challenge, right or wrong, made from its solution. The domain confirms each.</summary>
public static class AnswerMaker
{
    // Far from any solution in a reasonable content: letters in an order that no language has.
    private const string Nonsense = "qzxwjkvqzxwjkvqzxwjkv";

    /// <summary>A value that is judged right; a challenge that has none is an error of its author.</summary>
    public static string Right(Challenge challenge) =>
        RightCandidates(challenge).FirstOrDefault(value => StatusOf(challenge, value) == AnswerStatus.Ok)
        ?? throw new InvalidOperationException($"No right answer can be made for the challenge {challenge.Id}.");

    /// <summary>A well-formed value that is judged wrong.</summary>
    public static string Wrong(Challenge challenge) =>
        WrongCandidates(challenge).FirstOrDefault(value => StatusOf(challenge, value) == AnswerStatus.Ko)
        ?? throw new InvalidOperationException($"No wrong answer can be made for the challenge {challenge.Id}.");

    private static IEnumerable<string> RightCandidates(Challenge challenge) => challenge.Type switch
    {
        ChallengeType.Qcu or ChallengeType.Qcm => [Choices(challenge.RightChoices)],
        ChallengeType.Qroc => challenge.Accepted,
        ChallengeType.QrocmInd => [Blanks(challenge.Blanks.Select(blank => (blank.Name, AcceptedAlone(challenge, blank))))],
        ChallengeType.QrocmDep => [Blanks(challenge.BlankNames.Zip(challenge.Blanks.Select(group => AcceptedAlone(challenge, group))))],
        _ => [],
    };

    private static IEnumerable<string> WrongCandidates(Challenge challenge)
    {
        var wrongChoices = Enumerable.Range(1, challenge.Choices.Count).Except(challenge.RightChoices).ToList();
        return challenge.Type switch
        {
            ChallengeType.Qcu => wrongChoices.Select(number => Choices([number])),

            // A QCM whose choices are all right is missed by forgetting some.
            ChallengeType.Qcm => wrongChoices.Count > 0 ? [Choices(wrongChoices)] : [Choices(challenge.RightChoices.Skip(1))],
            ChallengeType.Qroc => challenge.Options.Count > 0 ? challenge.Options : [Nonsense, "-987654321"],
            ChallengeType.QrocmInd => [Blanks(challenge.Blanks.Select(blank => (blank.Name, Nonsense)))],
            ChallengeType.QrocmDep => [Blanks(challenge.BlankNames.Select(name => (name, Nonsense)))],
            _ => [],
        };
    }

    private static AnswerStatus? StatusOf(Challenge challenge, string value) =>
        AnswerForm.Check(challenge, value) is null ? AnswerChecker.Check(challenge, value).Status : null;

    /// <summary>A text of this blank that is accepted once typed: one of which the treatments leave nothing never is (Rule D28).</summary>
    private static string AcceptedAlone(Challenge challenge, Blank blank)
    {
        var alone = challenge with { Type = ChallengeType.QrocmInd, Blanks = [blank] };
        return blank.Accepted.FirstOrDefault(text => StatusOf(alone, Blanks([(blank.Name, text)])) == AnswerStatus.Ok)
            ?? throw new InvalidOperationException($"No right answer can be made for the blank {blank.Name} of the challenge {challenge.Id}.");
    }

    private static string Choices(IEnumerable<int> numbers) =>
        string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Blanks(IEnumerable<(string Name, string Text)> blanks) =>
        BlankMap.Write(blanks.Select(blank => KeyValuePair.Create(blank.Name, blank.Text)));
}

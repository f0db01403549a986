namespace Pix.Domain;

/// <summary>Compares an answer with the challenge's solution (Rules 2.1 to 2.9).</summary>
public static class AnswerChecker
{
    /// <summary>
    /// The correction of any text: what <see cref="AnswerForm"/> would refuse is simply wrong here. Skipping is not an answer, and is not
    /// checked (Rules 2.11, D28).
    /// </summary>
    public static Correction Check(Challenge challenge, string value) => challenge.Type switch
    {
        ChallengeType.Qcu or ChallengeType.Qcm => Correction.Of(ChoicesAreRight(challenge, value)),
        ChallengeType.Qroc => Correction.Of(TextIsRight(challenge, value)),
        ChallengeType.QrocmInd => BlanksCheck.Independent(challenge, value),
        ChallengeType.QrocmDep => BlanksCheck.Dependent(challenge, value),
        _ => new Correction(AnswerStatus.Unimplemented),
    };

    private static bool ChoicesAreRight(Challenge challenge, string value) =>
        ChoiceList.Read(value) is { } chosen && chosen.ToHashSet().SetEquals(challenge.RightChoices); // Rule 2.4

    private static bool TextIsRight(Challenge challenge, string value)
    {
        if (challenge.Options.Count > 0) return challenge.Accepted.Contains(value); // Picked, not typed: nothing to forgive (Rule 2.5).

        var answer = Treatments.Prepare(value);
        return NumberIsRight(challenge, answer) ?? challenge.Accepted.Accept(answer, Treatments.EnabledBy(challenge));
    }

    /// <summary>Null when numbers are not at stake, or when one of the texts is no number (Rule 2.5).</summary>
    private static bool? NumberIsRight(Challenge challenge, string answer)
    {
        if (challenge.Format != "nombre" || ExactNumber.Canonical(answer) is not { } number) return null;

        var accepted = challenge.Accepted.Select(ExactNumber.Canonical).ToList();
        return accepted.Contains(null) ? null : accepted.Contains(number);
    }
}

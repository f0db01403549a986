namespace Pix.Domain;

/// <summary>Whether a text can be an answer to a challenge at all, right or wrong; <c>#ABAND#</c> is a text like any other (Rule D28).</summary>
public static class AnswerForm
{
    /// <summary>Characters that an answer may have, whatever its challenge's type.</summary>
    public const int MaximumLength = 2000;

    /// <summary>Why the text is not of its challenge's form, or null when it is (Rules 2.4 to 2.7).</summary>
    public static Refusal? Check(Challenge challenge, string value)
    {
        if (value.Length > MaximumLength)
        {
            return Malformed($"La réponse a {value.Length} caractères : elle peut en avoir {MaximumLength} au plus.")
                .With("length", value.Length).With("maximum_length", MaximumLength);
        }

        return challenge.Type switch
        {
            ChallengeType.Qcu or ChallengeType.Qcm => CheckChoices(challenge, value),
            ChallengeType.QrocmInd => CheckBlanks(value, [.. challenge.Blanks.Select(blank => blank.Name)]),
            ChallengeType.QrocmDep => CheckBlanks(value, challenge.BlankNames),
            _ => null,
        };
    }

    private static Refusal? CheckChoices(Challenge challenge, string value)
    {
        if (ChoiceList.Read(value) is not { } chosen)
        {
            return Malformed("La réponse doit être faite de numéros de propositions, séparés par des virgules.");
        }

        var count = challenge.Choices.Count;
        if (challenge.Type == ChallengeType.Qcu && chosen.Count > 1)
        {
            return Malformed("Une seule proposition peut être choisie.").With("chosen", chosen.Count);
        }

        foreach (var (number, times) in chosen.CountBy(number => number))
        {
            if (number < 1 || number > count)
            {
                return Malformed($"Il n’y a pas de proposition {number} : elles vont de 1 à {count}.").With("choice", number).With("choices", count);
            }

            if (times > 1) return Malformed($"La proposition {number} est choisie {times} fois.").With("choice", number);
        }

        return null;
    }

    private static Refusal? CheckBlanks(string value, IReadOnlyList<string> names)
    {
        var map = BlankMap.Read(Treatments.Prepare(value));
        if (map.Error is { } error)
        {
            return Malformed($"La réponse est illisible à la ligne {error.Line} : {error.Reason}.").With("line", error.Line);
        }

        foreach (var entry in map.Entries)
        {
            if (!names.Contains(entry.Name)) return Malformed($"La question n’a pas de champ « {entry.Name} ».").With("blank", entry.Name);
            if (entry.IsList) return Malformed($"Le champ « {entry.Name} » doit avoir un seul texte, pas une liste.").With("blank", entry.Name);
        }

        return null;
    }

    private static Refusal Malformed(string sentence) => new(RefusalKind.Invalid, "answer_malformed", sentence);
}

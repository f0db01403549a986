using System.Text;

namespace Pix.Domain;

/// <summary>What is done to a text before it is compared (Rule 2.2). All are on unless the challenge switches them off.</summary>
[Flags]
public enum Treatment
{
    /// <summary>The text is compared as it is.</summary>
    None = 0,

    /// <summary>Case, diacritics and white space do not count.</summary>
    T1 = 1,

    /// <summary>Only letters from a to z, digits and spaces count.</summary>
    T2 = 2,

    /// <summary>Not a transformation: a few typing errors are forgiven (Rule 2.3).</summary>
    T3 = 4,
}

/// <summary>The treatments of a text (Rules 2.1, 2.2). They accept any string, malformed Unicode included.</summary>
public static class Treatments
{
    /// <summary>Those that this challenge leaves on (Rule 2.2).</summary>
    public static Treatment EnabledBy(Challenge challenge) =>
        UnlessDeactivated(challenge, "t1", Treatment.T1)
        | UnlessDeactivated(challenge, "t2", Treatment.T2)
        | UnlessDeactivated(challenge, "t3", Treatment.T3);

    /// <summary>What every answer goes through, and no solution does: composed letters, and ordinary spaces for no-break ones (Rule 2.1).</summary>
    public static string Prepare(string answer) => Normalized(answer, NormalizationForm.FormC).Replace('\u00A0', ' ');

    /// <summary>The transformations that are on, t1 before t2 (Rule 2.2).</summary>
    public static string Apply(string text, Treatment enabled)
    {
        if (enabled.HasFlag(Treatment.T1)) text = ApplyT1(text);
        if (enabled.HasFlag(Treatment.T2)) text = ApplyT2(text);
        return text;
    }

    /// <summary>Lower case without diacritics nor any white space; æ and œ stay (Rule 2.2).</summary>
    public static string ApplyT1(string text)
    {
        var kept = new StringBuilder(text.Length);

        // Decomposed first, so that a capital with a diacritic, such as İ, is lowered like its bare letter.
        foreach (var character in Normalized(text, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (!IsDiacritic(character) && !char.IsWhiteSpace(character)) kept.Append(character);
        }

        return kept.ToString();
    }

    /// <summary>Only a-z, A-Z, 0-9 and spaces, never two spaces in a row (Rule 2.2).</summary>
    public static string ApplyT2(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character) || (character == ' ' && !EndsWithSpace(kept))) kept.Append(character);
        }

        return kept.ToString();
    }

    private static Treatment UnlessDeactivated(Challenge challenge, string name, Treatment treatment) =>
        challenge.DeactivatedTreatments.Contains(name) ? Treatment.None : treatment;

    private static bool IsDiacritic(char character) => character is >= '\u0300' and <= '\u036F';

    private static bool EndsWithSpace(StringBuilder text) => text.Length > 0 && text[^1] == ' ';

    // Normalize throws on lone surrogates and on U+FFFE: both become the replacement character, as they would once stored in UTF-8.
    private static string Normalized(string text, NormalizationForm form) => Ascii.IsValid(text)
        ? text
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Normalize(form);
}

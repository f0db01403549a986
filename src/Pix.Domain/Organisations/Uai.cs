using System.Globalization;

namespace Pix.Domain;

/// <summary>
/// The national number of an establishment (« unité administrative immatriculée »): seven digits and a check letter, which is the number
/// modulo 23 in the alphabet without I, O and Q.
/// </summary>
public static class Uai
{
    private const int Digits = 7;
    private const string CheckLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// <summary>Whether it is one, in capitals, with the right letter.</summary>
    public static bool IsValid(string text) =>
        text.Length == Digits + 1
        && text.AsSpan(0, Digits).IndexOfAnyExceptInRange('0', '9') < 0
        && text[Digits] == CheckLetters[int.Parse(text.AsSpan(0, Digits), CultureInfo.InvariantCulture) % CheckLetters.Length];
}

namespace Pix.Domain;

/// <summary>Whether a name was read in its own encoding (Rule 10.5).</summary>
public static class PupilNames
{
    // What windows-1252 makes of the bytes 80 to 9F: with A0 to BF, the second halves of letters that UTF-8 writes in two bytes.
    private const string Windows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    /// <summary>
    /// No replacement character, no control character, and no pair such as « Ã© » that UTF-8 leaves when it is read as ISO 8859 or windows-1252. A
    /// letter such as Ã or Å by itself is one.
    /// </summary>
    public static bool IsSound(string name)
    {
        for (var index = 0; index < name.Length; index++)
        {
            var character = name[index];
            if (character == '\uFFFD' || char.IsControl(character)) return false;
            if (index > 0 && IsFirstHalf(name[index - 1]) && IsSecondHalf(character)) return false;
        }

        return true;
    }

    private static bool IsFirstHalf(char character) => character is >= '\u00C2' and <= '\u00DF';

    private static bool IsSecondHalf(char character) =>
        character is >= '\u00A0' and <= '\u00BF' || Windows1252.Contains(character, StringComparison.Ordinal);
}

using System.Text.RegularExpressions;

namespace Pix.Domain;

/// <summary>Numbers as people write them, compared without ever being rounded (Rules 2.5, D3).</summary>
internal static partial class ExactNumber
{
    /// <summary>
    /// What all the ways to write one number share: decimal comma or dot, white space and useless zeros do not count. Null when the text is
    /// no number.
    /// </summary>
    public static string? Canonical(string text)
    {
        var match = Number().Match(string.Concat(text.Where(character => !char.IsWhiteSpace(character))));
        if (!match.Success) return null;

        var digits = $"{match.Groups["whole"].Value}.{match.Groups["fraction"].Value}";
        return match.Groups["minus"].Success && digits != "." ? "-" + digits : digits;
    }

    [GeneratedRegex(@"^(?:\+|(?<minus>-))?(?=[.,]?[0-9])0*(?<whole>[0-9]*)(?:[.,](?<fraction>[0-9]*?)0*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}

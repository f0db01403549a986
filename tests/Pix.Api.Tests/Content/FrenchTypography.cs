using System.Text.RegularExpressions;

namespace Pix.Api.Tests.ContentChecks;

/// <summary>What is wrong in a French text: spaces around signs, quotation marks, apostrophes. Code, links and blanks are left aside.</summary>
internal static partial class FrenchTypography
{
    private static readonly (Regex Wrong, string Reason)[] Faults =
    [
        (PlainSpaceBeforeSign(), "plain space before a sign that wants a no-break one"),
        (NoSpaceBeforeSign(), "no space before a sign that wants a no-break one"),
        (BadlyOpened(), "no no-break space after «"),
        (BadlyClosed(), "no no-break space before »"),
        (StraightApostrophe(), "straight apostrophe"),
        (StraightQuotationMark(), "straight quotation mark"),
        (ThreeDots(), "three dots instead of …"),
        (TwoSpaces(), "two spaces"),
    ];

    /// <summary>Each fault with what surrounds it.</summary>
    public static IEnumerable<string> FaultsOf(string text)
    {
        var prose = Code().Replace(text, "§");
        return from fault in Faults
               from Match found in fault.Wrong.Matches(prose)
               let start = Math.Max(0, found.Index - 15)
               select $"{fault.Reason}: « {prose[start..Math.Min(prose.Length, found.Index + found.Length + 15)].ReplaceLineEndings(" ⏎ ")} »";
    }

    // Blocks and spans of code, addresses, blanks, and words that only a machine reads (a path, a formula).
    [GeneratedRegex(@"```.*?```|`[^`\n]*`|https?://\S+|\$\{[^}]+\}|(?<!\S)[/=@.\\-][^\s’]*[/?=&(][^\s’]*", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"[ \t][;:!?»]")]
    private static partial Regex PlainSpaceBeforeSign();

    [GeneratedRegex(@"[^\s\u00A0\u202F;!?…(][;!?]|(?<=\p{L}):(?=\s)")]
    private static partial Regex NoSpaceBeforeSign();

    [GeneratedRegex(@"«(?![\u00A0\u202F])")]
    private static partial Regex BadlyOpened();

    [GeneratedRegex(@"(?<![\u00A0\u202F])»")]
    private static partial Regex BadlyClosed();

    [GeneratedRegex(@"\p{L}'|'\p{L}")]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex("\"")]
    private static partial Regex StraightQuotationMark();

    [GeneratedRegex(@"\.\.\.")]
    private static partial Regex ThreeDots();

    [GeneratedRegex(@"(?<=\S)[ \u00A0]{2,}(?=\S)")]
    private static partial Regex TwoSpaces();
}

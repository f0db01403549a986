using System.Globalization;
using System.Text.RegularExpressions;

namespace Pix.Testing;

/// <summary>
/// A skill as tests write it: <c>@sourceImage2</c> is level 2 of the tube <c>sourceImage</c> (Rule 1.3); <c>@cnil2(fr,en)</c> also says in
/// which languages it is asked.
/// </summary>
public sealed partial record SkillName(string Tube, int Level, IReadOnlyList<string> Locales)
{
    /// <summary>Without the languages.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"@{Tube}{Level}");

    public static SkillName Parse(string text)
    {
        var match = Written().Match(text);
        if (!match.Success) throw new FormatException($"« {text} » is no skill's name, such as @web3 or @cnil2(fr).");
        return new SkillName(
            match.Groups["tube"].Value,
            int.Parse(match.Groups["level"].ValueSpan, CultureInfo.InvariantCulture),
            match.Groups["locales"].Success ? match.Groups["locales"].Value.Split(',', StringSplitOptions.TrimEntries) : ["fr"]);
    }

    [GeneratedRegex(@"^@(?<tube>.+)(?<level>[0-9])(?:\((?<locales>[^)]*)\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}

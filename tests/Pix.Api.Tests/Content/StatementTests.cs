using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pix.Domain;
using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed partial class StatementTests
{
    private const int ShortestLeak = 4;

    [Fact]
    public void No_statement_is_there_twice() =>
        SampleContent.AssertNone(SampleContent.Challenges
            .GroupBy(Statement)
            .Where(same => same.Count() > 1)
            .Select(same => $"{string.Join(", ", same.Select(challenge => challenge.Id))}: ask the same"));

    [Fact]
    public void Every_challenge_has_an_instruction_and_a_correction() =>
        SampleContent.AssertNone(
            from challenge in SampleContent.Challenges
            where string.IsNullOrWhiteSpace(challenge.Instruction) || string.IsNullOrWhiteSpace(challenge.Correction)
            select $"{challenge.Id}: lacks one");

    [Fact]
    public void No_statement_gives_its_solution_away()
    {
        var leaks = SampleContent.Challenges.SelectMany(challenge => Leaks(challenge).Take(1).Select(text => (challenge.Id, Text: text))).ToList();
        SampleContent.AssertNone(leaks
            .Where(leak => ReviewedContent.SolutionsToPickOut.ContainsKey(leak.Id.Value) is false)
            .Select(leak => $"{leak.Id}: « {leak.Text} » stands in the statement"));
    }

    [Fact]
    public void What_was_reviewed_is_still_to_be_reviewed()
    {
        var leaking = SampleContent.Challenges.Where(challenge => Leaks(challenge).Any()).Select(challenge => challenge.Id.Value).ToHashSet();
        SampleContent.AssertNone(ReviewedContent.SolutionsToPickOut.Keys.Where(id => !leaking.Contains(id)).Select(id => $"{id}: needs no reason any more"));
    }

    private static string Statement(Challenge challenge) => string.Join(
        '\u001F',
        [
            Normal(challenge.Instruction),
            Normal(challenge.Template ?? string.Empty),
            .. challenge.Choices.Select(Normal).Order(StringComparer.Ordinal),
            .. challenge.Options.Select(Normal).Order(StringComparer.Ordinal),
            .. challenge.Attachments.Order(StringComparer.Ordinal),
            challenge.Illustration?.File ?? string.Empty,
            challenge.Embed?.Url ?? string.Empty,
        ]);

    /// <summary>Accepted texts that the statement already contains, as words; what is picked from a list of options is no secret.</summary>
    private static IEnumerable<string> Leaks(Challenge challenge)
    {
        if (challenge.Options.Count > 0) return [];
        var statement = $" {Normal($"{challenge.Instruction} {TemplateBlank().Replace(challenge.Template ?? string.Empty, " ")} {challenge.Illustration?.AlternativeText}")} ";
        return challenge.Accepted.Concat(challenge.Blanks.SelectMany(blank => blank.Accepted))
            .Where(text => Normal(text) is { Length: >= ShortestLeak } normal && statement.Contains($" {normal} ", StringComparison.Ordinal));
    }

    /// <summary>Letters and digits, in lower case, without accents, one space between words.</summary>
    private static string Normal(string text)
    {
        var bare = text.ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark);
        return BetweenWords().Replace(string.Concat(bare), " ").Trim();
    }

    // Signs count where they are most of the text: programs and formulas differ by nothing else.
    [GeneratedRegex(@"[\s.,;:!?«»’'""`*()…]+")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"\$\{[^}]+\}")]
    private static partial Regex TemplateBlank();
}

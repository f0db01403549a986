using Xunit;

namespace Pix.Api.Tests.ContentChecks;

public sealed class TypographyTests
{
    [Fact]
    public void Texts_follow_French_typography() =>
        SampleContent.AssertNone(
            from text in SampleContent.Prose
            where !ReviewedContent.TextsThatAreCode.ContainsKey(text.Place)
            from fault in FrenchTypography.FaultsOf(text.Text)
            select $"{text.Place}: {fault}");

    [Fact]
    public void What_was_reviewed_as_code_is_still_there() =>
        SampleContent.AssertNone(ReviewedContent.TextsThatAreCode.Keys
            .Where(place => !SampleContent.Prose.Any(text => text.Place == place && FrenchTypography.FaultsOf(text.Text).Any()))
            .Select(place => $"{place}: needs no reason any more"));

    [Theory]
    [InlineData("Quel site ?")]
    [InlineData("Il a dit : « Oui ! »")]
    [InlineData("L\u2019adresse `a ; b` et https://a.example/?b=c")]
    public void Right_texts_pass(string text) => Assert.Empty(FrenchTypography.FaultsOf(text.Replace(" ?", "\u00A0?", StringComparison.Ordinal)
        .Replace(" :", "\u00A0:", StringComparison.Ordinal).Replace(" !", "\u00A0!", StringComparison.Ordinal)
        .Replace("« ", "«\u00A0", StringComparison.Ordinal).Replace(" »", "\u00A0»", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Quel site ?")]
    [InlineData("Quel site?")]
    [InlineData("Il a dit: oui")]
    [InlineData("« Oui »")]
    [InlineData("«Oui»")]
    [InlineData("L'adresse")]
    [InlineData("Le \"mot\"")]
    [InlineData("Et puis...")]
    public void Wrong_texts_do_not(string text) => Assert.NotEmpty(FrenchTypography.FaultsOf(text));
}

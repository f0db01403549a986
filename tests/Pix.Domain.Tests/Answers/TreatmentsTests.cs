using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class TreatmentsTests
{
    private const string DecomposedE = "e\u0301";

    [Fact]
    public void An_answer_is_prepared_with_composed_letters_and_ordinary_spaces() =>
        Assert.Equal("\u00E9 t", Treatments.Prepare(DecomposedE + "\u00A0t"));

    [Theory]
    [InlineData("  Le  Chat\t", "lechat")]
    [InlineData("\u00C9l\u00E8ve", "eleve")]
    [InlineData("E\u0301le\u0300ve", "eleve")]
    [InlineData("gar\u00E7on", "garcon")]
    [InlineData("c\u0153ur et \u00C6gir", "c\u0153uret\u00E6gir")]
    [InlineData("a\u00A0b\u202Fc", "abc")]
    [InlineData("\u0130zmir", "izmir")]
    public void T1_forgets_case_diacritics_and_white_space(string text, string expected) =>
        Assert.Equal(expected, Treatments.ApplyT1(text));

    [Theory]
    [InlineData("l'a-b_c!", "labc")]
    [InlineData("a ? b", "a b")]
    [InlineData("a   b", "a b")]
    [InlineData(" a ", " a ")]
    [InlineData("a\tb", "ab")]
    [InlineData("\u00E9t\u00E9", "t")]
    public void T2_keeps_plain_letters_digits_and_single_spaces(string text, string expected) =>
        Assert.Equal(expected, Treatments.ApplyT2(text));

    [Fact]
    public void T1_comes_before_t2_so_that_accented_letters_are_kept_bare()
    {
        Assert.Equal("ete", Treatments.Apply("\u00C9t\u00E9 !", Treatment.T1 | Treatment.T2));
        Assert.Equal("\u00C9t\u00E9 !", Treatments.Apply("\u00C9t\u00E9 !", Treatment.T3));
    }

    [Fact]
    public void A_challenge_switches_treatments_off_by_name()
    {
        var challenge = Challenges.Qroc("a");

        Assert.Equal(Treatment.T1 | Treatment.T2 | Treatment.T3, Treatments.EnabledBy(challenge));
        Assert.Equal(Treatment.T2, Treatments.EnabledBy(challenge with { DeactivatedTreatments = ["t1", "t3"] }));
    }

    [Theory]
    [InlineData(Treatment.T1)]
    [InlineData(Treatment.T2)]
    [InlineData(Treatment.T1 | Treatment.T2)]
    public void Treating_twice_is_treating_once(Treatment enabled) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, text =>
        {
            var once = Treatments.Apply(text, enabled);
            return Treatments.Apply(once, enabled) == once;
        }));

    [Fact]
    public void Preparing_twice_is_preparing_once() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, text => Treatments.Prepare(Treatments.Prepare(text)) == Treatments.Prepare(text)));

    [Fact]
    public void Malformed_unicode_is_treated_like_any_text()
    {
        const string malformed = "a\uD800\uFFFEb";

        Assert.Equal("a\uFFFD\uFFFDb", Treatments.Prepare(malformed));
        Assert.Equal("ab", Treatments.Apply(malformed, Treatment.T1 | Treatment.T2));
    }
}

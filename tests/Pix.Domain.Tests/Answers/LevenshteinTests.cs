using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class LevenshteinTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("book", "back", 2)]
    [InlineData("chat", "chats", 1)]
    [InlineData("niche", "chien", 4)]
    public void The_distance_counts_letters_added_removed_or_replaced(string from, string to, int expected) =>
        Assert.Equal(expected, Levenshtein.Distance(from, to));

    [Fact]
    public void The_ratio_divides_by_the_length_of_the_answer_not_of_the_solution()
    {
        Assert.Equal(0.25m, Levenshtein.Ratio("abcd", "abcde"));
        Assert.Equal(0.2m, Levenshtein.Ratio("abcde", "abcd"));
    }

    [Fact]
    public void The_nearest_reference_counts()
    {
        Assert.Equal(1, Levenshtein.SmallestDistance("a", ["abcdef", "ab", "azerty"]));
        Assert.Equal(0.25m, Levenshtein.SmallestRatio("faco", ["allo", "face"]));
    }

    [Fact]
    public void A_ratio_exactly_at_the_maximum_is_close()
    {
        Assert.True(Levenshtein.IsClose("quak", ["qwak"], 0.25m));
        Assert.False(Levenshtein.IsClose("quak", ["qwac"], 0.25m));
    }

    [Fact]
    public void An_empty_answer_is_close_to_nothing_not_even_to_an_empty_reference()
    {
        Assert.Null(Levenshtein.Ratio("", ""));
        Assert.False(Levenshtein.IsClose("", ["", "a"], 1));
    }

    [Fact]
    public void Without_references_nothing_is_close()
    {
        Assert.Null(Levenshtein.SmallestDistance("a", []));
        Assert.False(Levenshtein.IsClose("a", [], 1));
    }

    [Fact]
    public void The_distance_is_symmetric() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Plain, Texts.Plain, (a, b) => Levenshtein.Distance(a, b) == Levenshtein.Distance(b, a)));

    [Fact]
    public void The_distance_is_zero_for_equal_texts_only() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Plain, Texts.Plain, (a, b) => (Levenshtein.Distance(a, b) == 0) == (a == b)));

    [Fact]
    public void A_detour_is_never_shorter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Plain, Texts.Plain, Texts.Plain, (a, b, c) =>
            Levenshtein.Distance(a, c) <= Levenshtein.Distance(a, b) + Levenshtein.Distance(b, c)));
}

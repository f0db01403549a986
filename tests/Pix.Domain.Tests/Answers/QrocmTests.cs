using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class QrocmTests
{
    private static readonly Challenge Vegetables =
        Challenges.Independent(new Blank("neuf", ["courgette", "patate"]), new Blank("six", ["tomate"]));

    private static readonly Challenge Engines = Challenges.Dependent(
        ["num1", "num2", "num3"],
        new Blank("Google", ["Google", "google.fr"]),
        new Blank("Yahoo", ["Yahoo", "Yahoo Answer"]),
        new Blank("Bing", ["Bing"]));

    [Fact]
    public void Independent_blanks_are_each_compared_with_their_own_texts()
    {
        var correction = AnswerChecker.Check(Vegetables, "six: TOMATES\nneuf: patate");

        Assert.Equal(AnswerStatus.Ok, correction.Status);
        Assert.Equal([new("neuf", true), new("six", true)], correction.Blanks);
    }

    [Fact]
    public void One_wrong_blank_makes_the_answer_wrong_and_the_others_stay_right()
    {
        var correction = AnswerChecker.Check(Vegetables, "neuf: courgette\nsix: courgette");

        Assert.Equal(AnswerStatus.Ko, correction.Status);
        Assert.Equal([new("neuf", true), new("six", false)], correction.Blanks);
    }

    [Theory]
    [InlineData("neuf: courgette")]
    [InlineData("neuf: courgette\nsix:")]
    [InlineData("neuf: courgette\nsix: [tomate]")]
    public void A_blank_that_is_left_out_or_empty_or_a_list_is_wrong(string value) =>
        Assert.Equal([new("neuf", true), new("six", false)], AnswerChecker.Check(Vegetables, value).Blanks);

    [Fact]
    public void What_cannot_be_read_is_wrong() =>
        Assert.Equal(AnswerStatus.Ko, AnswerChecker.Check(Vegetables, "neuf: [courgette\nsix: tomate").Status);

    [Fact]
    public void Numbers_in_blanks_are_texts() =>
        Assert.Equal(AnswerStatus.Ok, AnswerChecker.Check(Challenges.Independent(new Blank("n", ["123.00"])), "n: \"123,00\"").Status);

    [Fact]
    public void Dependent_blanks_may_be_filled_in_any_order()
    {
        var correction = AnswerChecker.Check(Engines, "num1: bing\nnum2: google\nnum3: yahoo");

        Assert.Equal(AnswerStatus.Ok, correction.Status);
        Assert.Empty(correction.Missed);
    }

    [Fact]
    public void A_group_serves_once_and_those_that_are_missed_are_told_by_their_first_text()
    {
        var correction = AnswerChecker.Check(Engines, "num1: google\nnum2: google.fr\nnum3: bing");

        Assert.Equal(AnswerStatus.Ko, correction.Status);
        Assert.Equal([new("num1", true), new("num2", false), new("num3", true)], correction.Blanks);
        Assert.Equal(["Yahoo"], correction.Missed);
    }

    [Fact]
    public void The_first_group_that_accepts_a_blank_is_used_up_even_if_a_later_blank_needed_it()
    {
        var greedy = Challenges.Dependent(["num1", "num2"], new Blank("A", ["chat", "chien"]), new Blank("B", ["chat"]));

        Assert.Equal(AnswerStatus.Ok, AnswerChecker.Check(greedy, "num1: chien\nnum2: chat").Status);
        Assert.Equal([new("num1", true), new("num2", false)], AnswerChecker.Check(greedy, "num1: chat\nnum2: chien").Blanks);
    }

    [Fact]
    public void There_may_be_more_groups_than_blanks()
    {
        var twoOfThree = Engines with { BlankNames = ["num1", "num2"] };

        Assert.Equal(AnswerStatus.Ok, AnswerChecker.Check(twoOfThree, "num1: bing\nnum2: yahoo").Status);
    }

    [Theory]
    [InlineData("num1: bing\nnum2: google\nnum3: yahoo", AnswerStatus.Ok)]
    [InlineData("num1: bing\nnum2: google", AnswerStatus.Partially)]
    [InlineData("num1: bing", AnswerStatus.Ko)]
    [InlineData("", AnswerStatus.Ko)]
    public void A_grid_grants_part_of_the_credit_from_its_lowest_to_its_highest_number(string value, AnswerStatus expected) =>
        Assert.Equal(expected, AnswerChecker.Check(Engines with { ScoringGrid = [2, 3] }, value).Status);

    [Fact]
    public void Without_blanks_every_answer_is_wrong() =>
        Assert.Equal(AnswerStatus.Ko, AnswerChecker.Check(Challenges.Dependent([]), "").Status);

    [Fact]
    public void Any_combination_of_accepted_texts_is_right() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Plain, Texts.Plain, Texts.Plain, (first, variant, second) =>
        {
            var independent = Challenges.Independent(new Blank("a", [first, variant]), new Blank("b", [second]));
            var value = BlankMap.Write([new("b", second), new("a", variant)]);
            return AnswerChecker.Check(independent, value).Status == AnswerStatus.Ok;
        }));
}

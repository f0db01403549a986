using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class SolutionTextTests
{
    [Fact]
    public void Of_choices_it_is_the_texts_of_the_right_ones_in_the_order_shown()
    {
        Assert.Equal(["choix 2"], SolutionText.Of(Challenges.Qcu(choices: 4, right: 2)));
        Assert.Equal(["choix 1", "choix 3"], SolutionText.Of(Challenges.Qcm(4, 3, 1)));
    }

    [Fact]
    public void Of_a_text_it_is_the_first_accepted() => Assert.Equal(["Google"], SolutionText.Of(Challenges.Qroc("Google", "google.fr")));

    [Fact]
    public void Of_blanks_it_is_one_line_each() =>
        Assert.Equal(
            ["neuf : courgette", "six : tomate"],
            SolutionText.Of(Challenges.Independent(new Blank("neuf", ["courgette", "patate"]), new Blank("six", ["tomate"]))));

    [Fact]
    public void Of_groups_it_is_the_first_text_of_each() =>
        Assert.Equal(
            ["Google", "Bing"],
            SolutionText.Of(Challenges.Dependent(["num1", "num2"], new Blank("G", ["Google", "google.fr"]), new Blank("B", ["Bing"]))));

    [Fact]
    public void Of_a_type_that_nobody_can_judge_there_is_none() => Assert.Empty(SolutionText.Of(Challenges.Of((ChallengeType)99)));
}

using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class ChoicesTests
{
    [Theory]
    [InlineData("2", AnswerStatus.Ok)]
    [InlineData(" 2 ", AnswerStatus.Ok)]
    [InlineData("\u00A02", AnswerStatus.Ok)]
    [InlineData("1", AnswerStatus.Ko)]
    [InlineData("1,2", AnswerStatus.Ko)]
    [InlineData("", AnswerStatus.Ko)]
    [InlineData("deux", AnswerStatus.Ko)]
    public void A_qcu_is_right_when_its_one_choice_is(string value, AnswerStatus expected) =>
        Assert.Equal(expected, AnswerChecker.Check(Challenges.Qcu(choices: 4, right: 2), value).Status);

    [Theory]
    [InlineData("1,3", AnswerStatus.Ok)]
    [InlineData("3, 1", AnswerStatus.Ok)]
    [InlineData("  3 ,1 ", AnswerStatus.Ok)]
    [InlineData("1", AnswerStatus.Ko)]
    [InlineData("1,2,3", AnswerStatus.Ko)]
    [InlineData("1,4", AnswerStatus.Ko)]
    [InlineData("1;3", AnswerStatus.Ko)]
    public void A_qcm_is_right_when_all_its_choices_are_and_no_other(string value, AnswerStatus expected) =>
        Assert.Equal(expected, AnswerChecker.Check(Challenges.Qcm(4, 1, 3), value).Status);
}

using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class AnswerCheckerTests
{
    public static TheoryData<Challenge> OneOfEachType => new(
        Challenges.Qcu(choices: 3, right: 1),
        Challenges.Qcm(3, 1, 2),
        Challenges.Qroc("a1"),
        Challenges.Qroc("1") with { Format = "nombre" },
        Challenges.Independent(new Blank("num1", ["a"])),
        Challenges.Dependent(["num1"], new Blank("A", ["a"])));

    [Fact]
    public void A_type_that_nobody_can_judge_is_unimplemented() =>
        Assert.Equal(AnswerStatus.Unimplemented, AnswerChecker.Check(Challenges.Of((ChallengeType)99), "a").Status);

    [Theory]
    [MemberData(nameof(OneOfEachType))]
    public void Any_text_is_judged_right_or_wrong(Challenge challenge) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, text =>
            AnswerChecker.Check(challenge, text).Status is AnswerStatus.Ok or AnswerStatus.Ko));

    [Theory]
    [MemberData(nameof(OneOfEachType))]
    public void What_the_form_refuses_is_never_right(Challenge challenge) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Any, text =>
            AnswerForm.Check(challenge, text) is null || AnswerChecker.Check(challenge, text).Status == AnswerStatus.Ko));
}

using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class AnswerJudgementTests
{
    private static readonly AnswerCircumstances Ordinary = new()
    {
        Late = false,
        FocusLost = false,
        FocusedChallenge = false,
        InCertification = false,
    };

    private static readonly AnswerCircumstances FocusFault = Ordinary with { FocusLost = true, FocusedChallenge = true, InCertification = true };

    [Theory]
    [InlineData(AnswerStatus.Ok)]
    [InlineData(AnswerStatus.Ko)]
    [InlineData(AnswerStatus.Partially)]
    [InlineData(AnswerStatus.Unimplemented)]
    public void In_ordinary_circumstances_the_correction_stands(AnswerStatus validated) =>
        Assert.Equal(validated, AnswerJudgement.Judge(validated, Ordinary));

    [Theory]
    [InlineData(AnswerStatus.Ok, AnswerStatus.Timedout)]
    [InlineData(AnswerStatus.Partially, AnswerStatus.Timedout)]
    [InlineData(AnswerStatus.Ko, AnswerStatus.Ko)]
    [InlineData(AnswerStatus.Unimplemented, AnswerStatus.Unimplemented)]
    public void A_late_answer_loses_its_credit(AnswerStatus validated, AnswerStatus expected) =>
        Assert.Equal(expected, AnswerJudgement.Judge(validated, Ordinary with { Late = true }));

    [Theory]
    [InlineData(AnswerStatus.Ok, AnswerStatus.FocusedOut)]
    [InlineData(AnswerStatus.Partially, AnswerStatus.FocusedOut)]
    [InlineData(AnswerStatus.Ko, AnswerStatus.Ko)]
    public void Losing_the_focus_of_a_focused_challenge_in_certification_loses_the_credit(AnswerStatus validated, AnswerStatus expected) =>
        Assert.Equal(expected, AnswerJudgement.Judge(validated, FocusFault));

    [Fact]
    public void Elsewhere_the_focus_does_not_count()
    {
        Assert.Equal(AnswerStatus.Ok, AnswerJudgement.Judge(AnswerStatus.Ok, FocusFault with { InCertification = false }));
        Assert.Equal(AnswerStatus.Ok, AnswerJudgement.Judge(AnswerStatus.Ok, FocusFault with { FocusedChallenge = false }));
        Assert.Equal(AnswerStatus.Ok, AnswerJudgement.Judge(AnswerStatus.Ok, FocusFault with { FocusLost = false }));
    }

    [Fact]
    public void Late_comes_before_the_focus() =>
        Assert.Equal(AnswerStatus.Timedout, AnswerJudgement.Judge(AnswerStatus.Ok, FocusFault with { Late = true }));

    [Fact]
    public void Skipping_has_a_status_of_its_own() => Assert.Equal(AnswerStatus.Aband, AnswerJudgement.Skipped);
}

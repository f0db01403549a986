using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class QrocTests
{
    [Theory]
    [InlineData("le moteur de recherche")]
    [InlineData("LE MOTEUR-DE-RECHERCHE !")]
    [InlineData("le\u00A0moteur de re\u0301cherche")]
    [InlineData("moteur de recherche")]
    public void Form_and_a_few_typing_errors_do_not_count(string value) =>
        Assert.Equal(AnswerStatus.Ok, Status(Challenges.Qroc("un navigateur", "Le moteur de recherche"), value));

    [Theory]
    [InlineData("abcdefgh", AnswerStatus.Ok)] // 2 letters of 8
    [InlineData("abcdefg", AnswerStatus.Ko)] // 3 letters of 7
    public void A_quarter_of_the_answer_may_be_wrong(string value, AnswerStatus expected) =>
        Assert.Equal(expected, Status(Challenges.Qroc("abcdefghij"), value));

    [Fact]
    public void Without_t3_only_an_equal_text_is_right()
    {
        var strict = Challenges.Qroc("Google") with { DeactivatedTreatments = ["t3"] };

        Assert.Equal(AnswerStatus.Ok, Status(strict, "google"));
        Assert.Equal(AnswerStatus.Ko, Status(strict, "googl"));
    }

    [Fact]
    public void Without_treatment_only_the_very_text_is_right()
    {
        var strict = Challenges.Qroc("Le Havre") with { DeactivatedTreatments = ["t1", "t2", "t3"] };

        Assert.Equal(AnswerStatus.Ok, Status(strict, "Le\u00A0Havre"));
        Assert.Equal(AnswerStatus.Ko, Status(strict, "le havre"));
        Assert.Equal(AnswerStatus.Ko, Status(strict, " Le Havre"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \u00A0\t")]
    [InlineData("?!…")]
    public void An_answer_that_is_empty_after_treatment_is_wrong(string value)
    {
        Assert.Equal(AnswerStatus.Ko, Status(Challenges.Qroc("a", "?"), value));
        Assert.Equal(AnswerStatus.Ko, Status(Challenges.Qroc("a", "?") with { DeactivatedTreatments = ["t3"] }, value));
    }

    [Fact]
    public void Without_solution_every_answer_is_wrong() => Assert.Equal(AnswerStatus.Ko, Status(Challenges.Qroc(), "a"));

    [Theory]
    [InlineData("25000", AnswerStatus.Ok)]
    [InlineData("0025 000,00", AnswerStatus.Ok)]
    [InlineData("25\u202F000.0", AnswerStatus.Ok)]
    [InlineData("+25000", AnswerStatus.Ok)]
    [InlineData("25001", AnswerStatus.Ko)]
    [InlineData("-25000", AnswerStatus.Ko)]
    [InlineData("2500", AnswerStatus.Ko)]
    [InlineData("25000.000000000000000000000000000000000001", AnswerStatus.Ko)]
    [InlineData("0,5", AnswerStatus.Ok)]
    [InlineData(".5", AnswerStatus.Ok)]
    [InlineData("5", AnswerStatus.Ko)]
    public void Numbers_are_compared_as_numbers_exactly(string value, AnswerStatus expected) =>
        Assert.Equal(expected, Status(Challenges.Qroc("25 000", "0.5") with { Format = "nombre" }, value));

    [Fact]
    public void Zero_has_no_sign() => Assert.Equal(AnswerStatus.Ok, Status(Challenges.Qroc("-0,0") with { Format = "nombre" }, "00"));

    [Theory]
    [InlineData("vingt trois")]
    [InlineData("23 €")]
    [InlineData("2.3")]
    public void Numbers_are_compared_as_texts_when_one_of_them_is_no_number(string value) =>
        Assert.Equal(AnswerStatus.Ok, Status(Challenges.Qroc("23", "vingt-trois") with { Format = "nombre" }, value));

    [Fact]
    public void What_is_picked_from_a_list_is_compared_as_it_is()
    {
        var list = Challenges.Qroc("Réglages\u00A0: son") with { Options = ["Réglages\u00A0: son", "réglages : son"] };

        Assert.Equal(AnswerStatus.Ok, Status(list, "Réglages\u00A0: son"));
        Assert.Equal(AnswerStatus.Ko, Status(list, "réglages : son"));
    }

    [Fact]
    public void The_skip_marker_is_a_text_like_any_other()
    {
        Assert.Equal(AnswerStatus.Ok, Status(Challenges.Qroc("aband"), "#ABAND#"));
        Assert.Equal(AnswerStatus.Ko, Status(Challenges.Qroc("autre"), "#ABAND#"));
    }

    [Fact]
    public void Every_accepted_text_is_accepted() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Texts.Plain, Texts.Plain, (first, second) =>
            Status(Challenges.Qroc(first, second), second) == AnswerStatus.Ok
            && Status(Challenges.Qroc(first, second) with { DeactivatedTreatments = ["t1", "t2", "t3"] }, first) == AnswerStatus.Ok));

    private static AnswerStatus Status(Challenge challenge, string value) => AnswerChecker.Check(challenge, value).Status;
}

using Xunit;

namespace Pix.Domain.Tests.Answers;

public sealed class AnswerFormTests
{
    private static readonly Challenge TwoBlanks = Challenges.Independent(new Blank("num1", ["a"]), new Blank("num2", ["b"]));

    [Theory]
    [InlineData("4", null)]
    [InlineData(" 1 ", null)]
    [InlineData("1,2", "Une seule proposition peut être choisie.")]
    [InlineData("0", "Il n’y a pas de proposition 0 : elles vont de 1 à 4.")]
    [InlineData("5", "Il n’y a pas de proposition 5 : elles vont de 1 à 4.")]
    [InlineData("", "La réponse doit être faite de numéros de propositions, séparés par des virgules.")]
    [InlineData("-1", "La réponse doit être faite de numéros de propositions, séparés par des virgules.")]
    [InlineData("99999999999", "La réponse doit être faite de numéros de propositions, séparés par des virgules.")]
    public void A_qcu_takes_one_number_of_a_choice(string value, string? sentence) =>
        AssertForm(Challenges.Qcu(choices: 4, right: 2), value, sentence);

    [Theory]
    [InlineData("1, 4", null)]
    [InlineData("3,1,2", null)]
    [InlineData("1,5", "Il n’y a pas de proposition 5 : elles vont de 1 à 4.")]
    [InlineData("2,3,2", "La proposition 2 est choisie 2 fois.")]
    [InlineData("1,", "La réponse doit être faite de numéros de propositions, séparés par des virgules.")]
    [InlineData("un", "La réponse doit être faite de numéros de propositions, séparés par des virgules.")]
    public void A_qcm_takes_distinct_numbers_of_choices(string value, string? sentence) =>
        AssertForm(Challenges.Qcm(4, 1, 3), value, sentence);

    [Theory]
    [InlineData("")]
    [InlineData("#ABAND#")]
    [InlineData("n’importe : [quoi")]
    public void A_qroc_takes_any_text(string value)
    {
        AssertForm(Challenges.Qroc("a"), value, sentence: null);
        AssertForm(Challenges.Qroc("a") with { Options = ["a", "b"] }, value, sentence: null);
    }

    [Theory]
    [InlineData("num1: a\nnum2: b", null)]
    [InlineData("num2: b", null)]
    [InlineData("", null)]
    [InlineData("num3: c", "La question n’a pas de champ « num3 ».")]
    [InlineData("num1: [a, b]", "Le champ « num1 » doit avoir un seul texte, pas une liste.")]
    [InlineData("num1: a\nnum2: \"b", "La réponse est illisible à la ligne 2 : des guillemets ne sont pas fermés.")]
    [InlineData("#ABAND#", null)] // A comment: no blank is filled, and the answer is wrong.
    public void A_qrocm_takes_a_readable_map_of_its_own_blanks(string value, string? sentence)
    {
        AssertForm(TwoBlanks, value, sentence);
        AssertForm(Challenges.Dependent(["num1", "num2"], new Blank("A", ["a"]), new Blank("B", ["b"])), value, sentence);
    }

    [Fact]
    public void The_names_of_the_groups_are_not_those_of_the_blanks() =>
        AssertForm(Challenges.Dependent(["num1"], new Blank("A", ["a"])), "A: a", "La question n’a pas de champ « A ».");

    [Fact]
    public void An_answer_has_two_thousand_characters_at_most()
    {
        var challenge = Challenges.Qroc("a");

        AssertForm(challenge, new string('a', 2000), sentence: null);
        AssertForm(challenge, new string('a', 2001), "La réponse a 2001 caractères : elle peut en avoir 2000 au plus.");
        Assert.Equal(2000, AnswerForm.Check(challenge, new string('a', 2001))!.Figures["maximum_length"]);
    }

    private static void AssertForm(Challenge challenge, string value, string? sentence)
    {
        var refusal = AnswerForm.Check(challenge, value);

        Assert.Equal(sentence, refusal?.Sentence);
        if (refusal is not null) Assert.Equal((RefusalKind.Invalid, "answer_malformed"), (refusal.Kind, refusal.Code));
    }
}

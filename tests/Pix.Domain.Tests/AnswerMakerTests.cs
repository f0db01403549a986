using Pix.Domain.Tests.Answers;
using Pix.Testing;
using Xunit;

namespace Pix.Domain.Tests;

public sealed class AnswerMakerTests
{
    public static TheoryData<Challenge> EveryForm => new(
        Challenges.Qcu(choices: 3, right: 1),
        Challenges.Qcm(3, 1, 2),
        Challenges.Qcm(2, 1, 2),
        Challenges.Qroc("première variante", "seconde"),
        Challenges.Qroc("?", "point d’interrogation"),
        Challenges.Qroc("1 024,50") with { Format = "nombre" },
        Challenges.Qroc("Enregistrer sous…") with { Options = ["Ouvrir", "Enregistrer sous…"] },
        Challenges.Independent(new Blank("num1", ["12:30", "midi et demi"]), new Blank("num2", ["\"guillemets\""])),
        Challenges.Dependent(["num1", "num2"], new Blank("A", ["souris"]), new Blank("B", ["clavier"]), new Blank("C", ["écran"])),
        Challenges.Dependent(["num1", "num2"], new Blank("A", ["souris"]), new Blank("B", ["clavier"])) with { ScoringGrid = [1, 2] });

    [Theory]
    [MemberData(nameof(EveryForm))]
    public void A_right_answer_is_right_and_a_wrong_one_wrong(Challenge challenge)
    {
        Assert.Equal(AnswerStatus.Ok, AnswerChecker.Check(challenge, AnswerMaker.Right(challenge)).Status);
        Assert.Equal(AnswerStatus.Ko, AnswerChecker.Check(challenge, AnswerMaker.Wrong(challenge)).Status);
        Assert.Null(AnswerForm.Check(challenge, AnswerMaker.Right(challenge)));
        Assert.Null(AnswerForm.Check(challenge, AnswerMaker.Wrong(challenge)));
    }

    [Fact]
    public void A_challenge_that_nobody_can_succeed_is_said_to_be_so() =>
        Assert.Throws<InvalidOperationException>(() => AnswerMaker.Right(Challenges.Qroc("?")));

    [Fact]
    public void A_simulated_learner_acts_the_same_every_time()
    {
        var skills = ReferentialBuilder.Of("@web1", "@web2", "@web3", "@web4", "@url1", "@url2").Build().SkillsOf(ReferentialBuilder.DefaultCompetence);
        var asked = skills.Select(skill => new PlacedChallenge(skill.Skill.Challenges[0], skill)).ToList();
        Assert.Equal(Answers(SimulatedLearner.Random(3)), Answers(SimulatedLearner.Random(3)));
        Assert.Equal(["juste", "juste", null, null], Answers(SimulatedLearner.OfLevel(2)).Take(4).Select(value => value == "juste" ? value : null));

        IEnumerable<string?> Answers(SimulatedLearner simulated) => asked.Select(one => simulated.Answer(one).Value);
    }
}

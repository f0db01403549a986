using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Tests.Certifications;

public sealed class ScoringTests
{
    private const AnswerStatus Ok = AnswerStatus.Ok;
    private const AnswerStatus Ko = AnswerStatus.Ko;

    [Fact]
    public void A_weak_and_honest_candidate_is_rejected_and_it_is_no_error()
    {
        var scored = Score([Ok, Ko, Ko, Ok, Ok, Ko], level: 1);
        Assert.Equal((ScoringStatus.Rejected, 0, 50), (scored.Status, scored.Pix, scored.Reproducibility));
        Assert.Equal([0, CompetenceMark.NoLevel], scored.Competences.Select(mark => mark.CertifiedLevel).Order().Reverse());
    }

    [Fact]
    public void Rounding_can_decide_and_both_figures_are_kept()
    {
        Assert.Equal(50, ReproducibilityRate.Of(99, 199).Percent);
        Assert.True(ReproducibilityRate.IsDecidedByRounding(99, 199));
        Assert.False(ReproducibilityRate.IsDecidedByRounding(1, 2));
    }

    [Fact]
    public void A_competence_whose_questions_are_all_neutralised_is_not_evaluated()
    {
        var test = SatTest.OfAnswers([Ok, Ok, Ok, Ok, Ok, Ok, Ok, Ok, Ok]);
        var scored = Neutralised(test, 1, 2, 3).Score(ScoringEmitter.Neutralisation, SatTest.Monday);
        Assert.Equal((CompetenceVerdict.NotEvaluated, 0), (scored.Competences[0].Verdict, scored.Competences[0].CertifiedPix));
        Assert.True(scored.IsTrusted);
        Assert.Equal("Compétence non évaluée : toutes ses questions ont été neutralisées.", Words(scored, 0));
    }

    [Fact]
    public void Too_many_neutralised_questions_cancel_the_test_and_restoring_one_brings_it_back()
    {
        var test = Neutralised(SatTest.OfAnswers([Ok, Ok, Ok, Ok, Ok, Ok]), 1, 2, 4);
        var scored = test.Evolve(test.Score(ScoringEmitter.Neutralisation, SatTest.Monday));
        Assert.Equal((CertificationStatus.Cancelled, true), (scored.Status, scored.IsContested));
        var restored = scored.Evolve(new ChallengeRestored(4, SatTest.Monday));
        Assert.Equal(CertificationStatus.Validated, restored.Evolve(restored.Score(ScoringEmitter.Neutralisation, SatTest.Monday)).Status);
    }

    [Fact]
    public void A_question_that_counts_double_may_be_neutralised_beside_one_that_is_right()
    {
        var test = Certification.Initial.After(SatTest.EventsOf([Ok, Ko], question => question with
        {
            Challenge = question.Challenge with { Type = ChallengeType.QrocmDep },
        }));
        var scored = Neutralised(test, 2).Score(ScoringEmitter.Neutralisation, SatTest.Monday);
        Assert.Equal((3, 2, 2), (scored.Competences[0].Questions, scored.Competences[0].Right, scored.Competences[0].Neutralised));
        Assert.Equal(CompetenceVerdict.Kept, scored.Competences[0].Verdict);
    }

    [Fact]
    public void A_level_that_is_lost_says_why()
    {
        var scored = Score([Ok, Ok, Ok, Ok, Ok, Ko, Ok, Ko, Ko]);
        Assert.Equal("Niveau 3 confirmé : 3 bonnes réponses sur 3.", Words(scored, 0));
        Assert.Equal(
            "Niveau 3 ramené au niveau 2 : 2 bonnes réponses sur 3, et 67 % de réussite sur tout le test (80 % attendus pour le garder).",
            Words(scored, 1));
        Assert.Equal("Niveau 3 non certifié : 1 bonne réponse sur 3.", Words(scored, 2));
        Assert.Equal(
            "Niveau 3 non certifié : 33 % de réussite sur tout le test, il en faut au moins 50 %.",
            Words(Score([Ok, Ko, Ko]), 0));
    }

    [Fact]
    public void An_unanswered_question_without_reason_is_an_error()
    {
        var scored = Score([Ok, Ok, null]);
        Assert.Equal(ScoringStatus.Error, scored.Status);
        Assert.Equal([ScoringFindingKind.UnansweredQuestion], scored.Findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void A_certificate_shows_no_level_where_nothing_is_left_of_it()
    {
        var shown = CertificateContent.Of(Score([Ok, Ok, Ok, Ok, Ok, Ko], level: 1) with { Reproducibility = 0 });
        Assert.Equal(1024, shown.MaximumScore);
        Assert.All(shown.Competences, competence => Assert.NotEqual(0, competence.Level));
        Assert.Equal(new DateOnly(2027, 2, 28), CertificateContent.ValidUntil(new DateOnly(2024, 2, 29)));
    }

    private static CertificationScored Score(AnswerStatus?[] answers, int level = 3) =>
        Certification.Initial.After(SatTest.EventsOf(answers, one => one, level)).Scoring!;

    private static Certification Neutralised(Certification test, params int[] numbers) =>
        test.After(numbers.Select(number => new ChallengeNeutralised(number, QuestionDecisionCause.Jury, null, SatTest.Monday)));

    private static string Words(CertificationScored scored, int index) =>
        CertificationWords.Of(scored.Competences[index], new ReproducibilityRate(scored.Reproducibility));
}

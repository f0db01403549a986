using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.Tests.Certifications;

/// <summary>What holds of every scoring, whatever the test.</summary>
public sealed class ScoringProperties
{
    private static readonly AnswerStatus[] Wrong = [AnswerStatus.Ko, AnswerStatus.Aband, AnswerStatus.Timedout, AnswerStatus.FocusedOut];

    private static readonly Gen<AnswerStatus?> Answer = Gen.Frequency(
        (6, Gen.Constant<AnswerStatus?>(AnswerStatus.Ok)),
        (3, Gen.Elements(Wrong).Select(status => (AnswerStatus?)status)),
        (1, Gen.Constant<AnswerStatus?>(AnswerStatus.Partially)));

    /// <summary>Tests of 15 to 48 questions in any order of types, some questions neutralised.</summary>
    private static readonly Gen<Sat> Tests =
        from count in Gen.Choose(15, 48)
        from level in Gen.Choose(1, 9)
        from answers in Answer.ArrayOf(count)
        from grouped in Gen.Choose(0, 4).ArrayOf(count)
        from neutralised in Gen.Choose(0, 9).ArrayOf(count)
        from kept in Gen.Choose(1, 3)
        select new Sat(answers, grouped, [.. neutralised.Select((dice, index) => (dice, index)).Where(one => one.dice == 0).Select(one => one.index + 1)], level, kept);

    [Fact]
    public void A_certified_level_is_never_above_the_positioned_one_nor_above_the_maximum() => ForAll(sat =>
    {
        var scored = sat.Ended.Score(ScoringEmitter.TestEnd, SatTest.Monday);
        Assert.All(scored.Competences, mark =>
        {
            Assert.InRange(mark.CertifiedLevel, CompetenceMark.NoLevel, Math.Min(mark.EstimatedLevel, scored.MaximumLevel));
            Assert.InRange(mark.CertifiedPix, 0, Math.Min(mark.EstimatedPix.Floor, scored.MaximumLevel * PixAmount.PixPerLevel));
        });
    });

    [Fact]
    public void The_total_is_the_sum_and_decides_between_validated_and_rejected() => ForAll(sat =>
    {
        var scored = sat.Ended.Score(ScoringEmitter.TestEnd, SatTest.Monday);
        Assert.Equal(scored.Competences.Sum(mark => mark.CertifiedPix), scored.Pix);
        Assert.Equal(scored.Pix > 0 ? ScoringStatus.Validated : ScoringStatus.Rejected, scored.Status);
    });

    [Fact]
    public void A_test_that_was_answered_whole_is_never_an_error() => ForAll(sat =>
        Assert.NotEqual(ScoringStatus.Error, sat.Ended.Score(ScoringEmitter.TestEnd, SatTest.Monday).Status));

    [Fact]
    public void Neutralising_a_wrong_answer_never_lowers_a_score() => ForAll(sat =>
    {
        var before = sat.Ended.Score(ScoringEmitter.TestEnd, SatTest.Monday);
        foreach (var answer in sat.Ended.Answers.Where(answer => Wrong.Contains(answer.Status) && !sat.Ended.Neutralised.Contains(answer.Number)))
        {
            var after = sat.Ended
                .Evolve(new ChallengeNeutralised(answer.Number, QuestionDecisionCause.Jury, null, SatTest.Monday))
                .Score(ScoringEmitter.Neutralisation, SatTest.Monday);
            Assert.True(after.Pix >= before.Pix, $"Question {answer.Number}: {before.Pix} became {after.Pix}.");
        }
    });

    [Fact]
    public void The_order_of_incidents_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from sat in Tests from issues in Issue.ListOf(6) from keys in Gen.Choose(0, 99).ArrayOf(6) select (sat, issues, keys)).ToArbitrary(),
        world =>
        {
            var numbered = world.issues.Select((issue, index) => issue with { Incident = index + 1 }).ToList();
            var shuffled = numbered.Zip(world.keys).OrderBy(one => one.Second).Select((one, index) => one.First with { Incident = index + 1 }).ToList();
            var (one, other) = (Judged(world.sat, numbered), Judged(world.sat, shuffled));
            Assert.Equal(one.Neutralised, other.Neutralised);
            Assert.Equal(one.Accepted, other.Accepted);
            Assert.Equal(one.IsContested, other.IsContested);
            Assert.Equal(one.Score(ScoringEmitter.TestEnd, SatTest.Monday).Pix, other.Score(ScoringEmitter.TestEnd, SatTest.Monday).Pix);
        }));

    [Fact]
    public void A_scoring_is_a_function_of_the_events_before_it() => ForAll(sat =>
    {
        var again = Certification.Initial.After(sat.Events);
        Assert.Equivalent(sat.Ended.Score(ScoringEmitter.TestEnd, SatTest.Monday), again.Score(ScoringEmitter.TestEnd, SatTest.Monday), strict: true);
    });

    private static Gen<FinalisedIssue> Issue =>
        from subcategory in Gen.Elements(Enum.GetValues<IssueSubcategory>())
        from question in Gen.Choose(1, 50)
        select new FinalisedIssue(1, IssueCategory.InChallenge, subcategory, question);

    private static Certification Judged(Sat sat, IReadOnlyList<FinalisedIssue> issues) =>
        sat.Ended.After(sat.Ended.Judge(Guid.Empty, null, issues, SatTest.Monday).Events);

    private static void ForAll(Action<Sat> holds) => Check.QuickThrowOnFailure(Prop.ForAll(Tests.ToArbitrary(), holds));

    private sealed record Sat(AnswerStatus?[] Answers, int[] Kinds, IReadOnlyList<int> ToNeutralise, int Level, int PerCompetence)
    {
        public IReadOnlyList<CertificationEvent> Events =>
        [
            .. SatTest.EventsOf(Answers, Shape, Level),
            .. ToNeutralise.Select(number => new ChallengeNeutralised(number, QuestionDecisionCause.Jury, null, SatTest.Monday)),
        ];

        public Certification Ended => Certification.Initial.After(Events);

        // Competences of one to three questions, of any type and with anything that a report may be about.
        private CertificationQuestion Shape(CertificationQuestion question)
        {
            var index = question.Number - 1;
            var competence = index / PerCompetence;
            return question with
            {
                Competence = new CompetenceCode($"{(competence / 3) + 1}.{(competence % 3) + 1}"),
                Challenge = question.Challenge with
                {
                    Type = Kinds[index] == 0 ? ChallengeType.QrocmDep : ChallengeType.Qroc,
                    Focused = Kinds[index] is 1 or 2,
                    TimerSeconds = Kinds[index] is 2 or 3 ? 60 : null,
                    Attachments = Kinds[index] == 4 ? ["a.txt"] : [],
                },
            };
        }
    }
}

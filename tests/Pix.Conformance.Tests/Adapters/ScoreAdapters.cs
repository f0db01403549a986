using System.Text.Json;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Scores of competences and profiles (Rule 5.1 to 5.3, 5.6), under every maximum when a case names none.</summary>
public static class ScoreAdapters
{
    private static readonly MaximumLevel[] Maximums = [new(5), new(6), new(7), new(8)];

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["score.competence"] = @case => ExpectScores(@case, "validatedSkillPixValues"),
        ["score.scorecard"] = @case => ExpectScores(@case, "earnedPix"),
        ["score.total"] = @case => @case.Expect(Profile.Total(@case.Input.Numbers("pixScores"))),
        ["score.historic"] = ExpectHistoric,
        ["score.level"] = ExpectLevel,
        ["score.nextLevel"] = ExpectNextLevel,
    };

    private static void ExpectScores(ConformanceCase @case, string pixField)
    {
        foreach (var maximum in MaximumsOf(@case))
        {
            var pix = @case.Input.List(pixField).Select(value => AmountOf(Formula.Evaluate(value, maximum)));
            var score = CompetenceScore.Of(pix.Aggregate(PixAmount.Zero, (sum, amount) => sum + amount), maximum, ExcessOf(@case));
            ExpectNumbers(@case, maximum, new()
            {
                ["realTotalPixScoreForCompetence"] = ExactPix(score.Total),
                ["exactlyEarnedPix"] = ExactPix(score.Total),
                ["pixScoreForCompetence"] = score.Pix,
                ["earnedPix"] = score.Pix,
                ["currentLevel"] = score.Level,
                ["level"] = score.Level,
                ["pixAheadForNextLevel"] = score.PixAheadOfNextLevel,
                ["pixScoreAheadOfNextLevel"] = score.PixAheadOfNextLevel,
            });
        }
    }

    private static void ExpectHistoric(ConformanceCase @case)
    {
        var skills = ReferentialBuilder.Of(@case.Input.Texts("competenceSkills")).Build().SkillsOf(ReferentialBuilder.DefaultCompetence);
        var total = skills
            .Select(skill => new KnowledgeElement(
                skill,
                KnowledgeSource.Direct,
                @case.Input.Texts("validated").Contains(skill.Name),
                DateTimeOffset.UnixEpoch))
            .Aggregate(PixAmount.Zero, (sum, element) => sum + element.EarnedPix);
        @case.ExpectNumber(CompetenceScore.Of(total, Maximums[^1]).Pix);
    }

    private static void ExpectLevel(ConformanceCase @case)
    {
        var total = @case.Input.Number("pix") is { } pix
            ? AmountOf(pix)
            : PixAmount.Of((int)@case.Input.Number("level")!.Value * PixAmount.PixPerLevel);
        foreach (var maximum in MaximumsOf(@case)) @case.Expect(CompetenceScore.Of(total, maximum).Level);
    }

    private static void ExpectNextLevel(ConformanceCase @case)
    {
        var ahead = @case.Input.Number("pixScoreAheadOfNextLevel")!.Value;
        ExpectNumbers(@case, Maximums[^1], new()
        {
            ["percentageAheadOfNextLevel"] = CompetenceScore.PercentageToNextLevel(ahead),
            ["remainingPixToNextLevel"] = CompetenceScore.RemainingPixToNextLevel(ahead),
        });
    }

    private static void ExpectNumbers(ConformanceCase @case, MaximumLevel maximum, Dictionary<string, decimal> got)
    {
        const int Decimals = 5; // The cases write thirds of pix as doubles; ours are exact.
        foreach (var field in @case.Expected.EnumerateObject())
        {
            if (Math.Round(Formula.Evaluate(field.Value, maximum), Decimals) != Math.Round(got[field.Name], Decimals))
            {
                throw @case.Differs(JsonSerializer.Serialize(got));
            }
        }
    }

    private static MaximumLevel[] MaximumsOf(ConformanceCase @case) =>
        @case.Input.Number("maxReachableLevel") is { } level ? [new((int)level)] : Maximums;

    private static Excess ExcessOf(ConformanceCase @case) =>
        (@case.Input.Flag("allowExcessPix") == true ? Excess.Pix : Excess.None)
        | (@case.Input.Flag("allowExcessLevel") == true ? Excess.Level : Excess.None);

    private static PixAmount AmountOf(decimal pix) => new((long)Math.Round(pix * PixAmount.UnitsPerPix));

    private static decimal ExactPix(PixAmount amount) => (decimal)amount.Units / PixAmount.UnitsPerPix;
}

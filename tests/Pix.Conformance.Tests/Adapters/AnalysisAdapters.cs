using System.Text.Json;
using Pix.Domain;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>The analysis of a campaign (Rule 8): cases speak of one tube of a target by the levels of its skills.</summary>
public static class AnalysisAdapters
{
    private const int Decimals = 12;

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["analysis.recommendation.score"] = @case => ExpectScore(@case, [@case.Input.Numbers("validatedLevels")]),
        ["analysis.recommendation.average"] = @case => ExpectScore(
            @case,
            [.. @case.Input.List("validatedLevelsByParticipant").Select(levels => levels.EnumerateArray().Select(level => level.GetInt32()).ToArray())]),
        ["analysis.recommendation.bubbles"] = @case => @case.ExpectFields(new { bubbles = TopicScore.RelevanceOf(Exact(@case.Input.Number("averageScore")!.Value)) }),
    };

    private static void ExpectScore(ConformanceCase @case, IReadOnlyList<IReadOnlyList<int>> validatedByParticipant)
    {
        var levels = @case.Input.Numbers("tubeSkillLevels");
        var topic = new Topic(
            new TubeId("tube"),
            new CompetenceCode("1.1"),
            [.. Enumerable.Range(0, levels.Count)],
            levels,
            (int)@case.Input.Number("maxSkillLevelInTargetProfile")!.Value);
        var totals = validatedByParticipant
            .Select(validated => SkillResults.Of(levels.Select(level => validated.Contains(level) ? SkillResult.Validated : SkillResult.Invalidated)))
            .Aggregate(default(TopicTotals), (sum, results) => sum.Plus(topic.ResultOf(results)));
        var got = totals.ScoreOf(topic)?.Total.Rounded(Decimals);
        if (@case.Expected.ValueKind != JsonValueKind.Object) @case.ExpectNumber(got);
        else if (Math.Abs(got!.Value - @case.Expected.GetProperty("approximately").GetDecimal()) > @case.Expected.GetProperty("tolerance").GetDecimal())
            throw @case.Differs(got);
    }

    private static Fraction Exact(decimal written)
    {
        const int Scale = 1_000_000;
        return new Fraction((Int128)(written * Scale), Scale);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Pix.Domain.Tests.Campaigns;

/// <summary>Totals kept sending by sending are those of the formula applied from scratch, exactly, whatever was replaced (Rule 8.3).</summary>
public sealed class AnalysisPropertyTests
{
    private static readonly Gen<SkillResult> Any = Gen.Elements(Enum.GetValues<SkillResult>());

    [Fact]
    public void Replaced_sendings_leave_no_residue() => Check.QuickThrowOnFailure(Prop.ForAll(Classes().ToArbitrary(), one =>
    {
        var topic = new Topic(new TubeId("web"), new CompetenceCode("1.1"), [.. Enumerable.Range(0, one.Levels.Length)], one.Levels, 8);
        var latest = new Dictionary<int, SkillResults>();
        var kept = default(TopicTotals);
        foreach (var (participant, results) in one.Sendings)
        {
            if (latest.TryGetValue(participant, out var replaced)) kept = kept.Minus(topic.ResultOf(replaced));
            latest[participant] = results;
            kept = kept.Plus(topic.ResultOf(results));
        }

        Assert.Equal(latest.Values.Aggregate(default(TopicTotals), (sum, results) => sum.Plus(topic.ResultOf(results))), kept);
        Assert.Equal(FromScratch(topic, [.. latest.Values]), kept.ScoreOf(topic)?.Total);
    }));

    private static Gen<(int[] Levels, (int Participant, SkillResults Results)[] Sendings)> Classes() =>
        from size in Gen.Choose(1, 6)
        from levels in Gen.Choose(1, 8).ArrayOf(size)
        from sendings in (from participant in Gen.Choose(1, 5)
                          from results in Any.ArrayOf(size)
                          select (participant, SkillResults.Of(results))).ArrayOf()
        select (levels, sendings);

    // The formula as the rule writes it, one participant at a time.
    private static Fraction? FromScratch(Topic topic, IReadOnlyList<SkillResults> all)
    {
        if (all.Count == 0) return null;
        Fraction sum = 0;
        foreach (var results in all)
        {
            var validated = topic.Levels.Where((_, place) => results.IsValidated(place)).ToList();
            var left = topic.Levels.Where((_, place) => !results.IsValidated(place)).ToList();
            var top = topic.Levels.Max();
            var highest = validated.DefaultIfEmpty(0).Max();
            sum += new Fraction(40 * highest, top) + new Fraction(30 * top, topic.HighestOfTarget) + new Fraction(20 * validated.Count, topic.Levels.Count);
            if (validated.Count > 0) sum += new Fraction(10 * highest, left.Count == 0 ? top : left.Min());
        }

        return new Fraction(sum.Numerator, sum.Denominator * all.Count);
    }
}

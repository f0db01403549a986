using System.Text.Json;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>The adaptive test (Rule 4): the skills among which a question is drawn, in any order.</summary>
public static class AdaptiveAdapters
{
    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["adaptive.firstChallenge"] = @case => ExpectSkills(@case, AdaptiveTest.FirstSkills(Read(@case))),
        ["adaptive.nextChallenge"] = @case => ExpectSkills(@case, AdaptiveTest.AskableSkills(Read(@case), PredictedLevel(@case))),
        ["adaptive.possibleSkills"] = @case => ExpectSkills(@case, AdaptiveTest.PossibleSkills(Read(@case))),
        ["adaptive.predictedLevel"] = @case => @case.Expect(Pix.Domain.PredictedLevel.Of(Everything(@case))),
        ["adaptive.maxReward"] = ExpectMostRewarding,
        ["adaptive.defaultLevel"] = ExpectDefaultLevel,
    };

    private static TestSituation Read(ConformanceCase @case) => new TestSituationReader(@case.Input).Read();

    private static double PredictedLevel(ConformanceCase @case) => @case.Input.Number("predictedLevel") is { } level
        ? (double)level
        : Pix.Domain.PredictedLevel.Of(Read(@case).Known);

    private static void ExpectMostRewarding(ConformanceCase @case)
    {
        var situation = Read(@case);
        var available = @case.Input.Texts("availableSkills");
        var askable = situation.Targeted.Where(skill => available.Count > 0 ? available.Contains(skill.Placed.Name) : !situation.IsTested(skill));
        ExpectSkills(@case, AdaptiveTest.MostRewarding([.. askable], situation, PredictedLevel(@case)));
    }

    private static void ExpectDefaultLevel(ConformanceCase @case)
    {
        var byName = @case.Input.List("skills").ToDictionary(
            skill => $"@skill{skill.GetProperty("id").GetRawText().Trim('"')}-{skill.GetProperty("level").GetInt32()}",
            skill => skill.GetProperty("id"));
        var skills = ReferentialBuilder.Of(byName.Keys).Build().SkillsOf(ReferentialBuilder.DefaultCompetence);
        @case.Expect(AdaptiveTest.AtDefaultLevel(new SkillSet(skills, "fr").Skills).Select(skill => byName[skill.Placed.Name]));
    }

    private static void ExpectSkills(ConformanceCase @case, IEnumerable<AskedSkill> skills)
    {
        var expected = @case.Expected.EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal);
        var got = skills.Select(skill => skill.Placed.Name).Order(StringComparer.Ordinal).ToList();
        if (!expected.SequenceEqual(got)) throw @case.Differs(JsonSerializer.Serialize(got));
    }

    /// <summary>The known elements of a case that has no target.</summary>
    private static IReadOnlyList<KnowledgeElement> Everything(ConformanceCase @case)
    {
        var fields = @case.Input.EnumerateObject().ToDictionary(field => field.Name, field => field.Value);
        if (!fields.ContainsKey("targetSkills"))
        {
            var names = fields.Keys.SelectMany(field => @case.Input.Texts(field))
                .Concat(@case.Input.List("knowledgeElements").Select(element => ChallengeReader.Text(element, "skill")));
            fields["targetSkills"] = JsonSerializer.SerializeToElement(names);
        }

        return new TestSituationReader(JsonSerializer.SerializeToElement(fields)).Read().Known;
    }
}

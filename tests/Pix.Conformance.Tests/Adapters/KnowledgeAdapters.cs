using System.Globalization;
using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>What answers teach (Rule 3). Cases speak of one tube, by the levels of its skills.</summary>
public static class KnowledgeAdapters
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["knowledge.inference"] = ExpectLevels,
        ["knowledge.elements"] = ExpectElements,
        ["knowledge.daysSinceLast"] = ExpectDays,
    };

    /// <summary>Only a right answer validates (Rule 2.12).</summary>
    private static bool IsRight(string result) => result == "ok";

    private static void ExpectLevels(ConformanceCase @case)
    {
        var answers = @case.Input.List("answers").DefaultIfEmpty(@case.Input).Select(answer =>
            (Level: (int)(answer.Number("level") ?? answer.Number("answeredLevel"))!, Right: IsRight(ChallengeReader.Text(answer, "result"))));
        var referential = ReferentialBuilder.Of(@case.Input.Numbers("tubeLevels").Select(Name)).Build();
        var elements = Knowledge.Of(answers.Select(answer => Answer(Name(answer.Level), answer.Right, Now)), referential).Elements;
        @case.ExpectFields(new { validatedLevels = Levels(elements, validated: true), failedLevels = Levels(elements, validated: false) });
    }

    private static void ExpectElements(ConformanceCase @case)
    {
        if (@case.Input.TryGetProperty("targetedLevels", out _)) ExpectElementsOfAnswer(@case);
        else ExpectDirectlyValidated(@case);
    }

    private static void ExpectElementsOfAnswer(ConformanceCase @case)
    {
        var targeted = @case.Input.Numbers("targetedLevels");
        var answered = (int)@case.Input.Number("answeredLevel")!.Value;
        var known = @case.Input.EnumerateObject()
            .Where(field => field.Name != "targetedLevels" && field.Name.EndsWith("Levels", StringComparison.Ordinal))
            .SelectMany(field => @case.Input.Numbers(field.Name))
            .Select(level => new SkillId(Name(level)))
            .ToHashSet();
        var tube = ReferentialBuilder.Of(targeted.Append(answered).Distinct().Select(Name)).Build().SkillsOf(ReferentialBuilder.DefaultCompetence);
        var elements = KnowledgeElement.From(
            tube.Single(skill => skill.Level == answered),
            IsRight(ChallengeReader.Text(@case.Input, "result")),
            Now,
            [.. tube.Where(skill => targeted.Contains(skill.Level))],
            1,
            known.Contains);
        @case.Expect(elements.Select(element => new
        {
            level = element.Skill.Level,
            source = Written(element.Source),
            status = element.IsValidated ? "validated" : "invalidated",
            earnedPix = element.EarnedPix == element.Skill.Pix ? "pixValue" : (object)element.EarnedPix.Floor,
        }));
    }

    private static void ExpectDirectlyValidated(ConformanceCase @case)
    {
        var skill = ReferentialBuilder.Of("@web1").Build().SkillsOf(ReferentialBuilder.DefaultCompetence)[0];
        var source = Enum.GetValues<KnowledgeSource>().Single(source => Written(source) == ChallengeReader.Text(@case.Input, "source"));
        var element = new KnowledgeElement(skill, source, ChallengeReader.Text(@case.Input, "status") == "validated", Now);
        @case.ExpectFields(new { isDirectlyValidated = element.IsDirectlyValidated });
    }

    /// <summary>We count calendar days (Rule D1): what is checked is that the newest element is the one that counts.</summary>
    private static void ExpectDays(ConformanceCase @case)
    {
        var now = DateTimeOffset.Parse(ChallengeReader.Text(@case.Input, "now"), CultureInfo.InvariantCulture);
        var age = TimeSpan.FromHours((double)((@case.Input.Number("lastElementAgeDays") * 24) + @case.Input.Number("lastElementAgeHours"))!);
        var positioning = Positioning.Initial with
        {
            Answers = [Answer("@web1", right: true, now.AddDays(-100)), Answer("@url1", right: true, now - age)],
        };
        var days = (now - positioning.LatestAnswerIn(ReferentialBuilder.DefaultCompetence)!.Value).TotalDays;
        var tolerance = @case.Expected.GetProperty("tolerance").GetDouble();
        if (Math.Abs(days - @case.Expected.GetProperty("days").GetDouble()) > tolerance) throw @case.Differs(days);
    }

    private static GivenAnswer Answer(string skill, bool right, DateTimeOffset at) => new(
        1,
        new Target(ReferentialBuilder.DefaultCompetence),
        new ChallengeId($"{skill}#1"),
        new SkillId(skill),
        ReferentialBuilder.DefaultCompetence,
        right,
        at);

    private static IEnumerable<int> Levels(IEnumerable<KnowledgeElement> elements, bool validated) =>
        elements.Where(element => element.IsValidated == validated).Select(element => element.Skill.Level).Order();

    private static string Name(int level) => $"@web{level}";

    private static string Written(KnowledgeSource source) => source == KnowledgeSource.Direct ? "direct" : "inferred";
}

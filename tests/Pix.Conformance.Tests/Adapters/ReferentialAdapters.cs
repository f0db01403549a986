using Pix.Domain;
using Pix.Testing;

namespace Pix.Conformance.Tests.Adapters;

/// <summary>Skills and what they are worth (Rules 1.3, 1.4).</summary>
public static class ReferentialAdapters
{
    public static Dictionary<string, Action<ConformanceCase>> ByArea { get; } = new()
    {
        ["referential.pixValue"] = ExpectPixValue,
        ["referential.skill"] = ExpectSkill,
    };

    private static void ExpectPixValue(ConformanceCase @case)
    {
        var name = ChallengeReader.Text(@case.Input, "skill");
        var skill = Skills(@case.Input.Texts("competenceSkills")).First(skill => skill.Name == name);
        @case.ExpectNumber((decimal)skill.Pix.Units / PixAmount.UnitsPerPix);
    }

    private static void ExpectSkill(ConformanceCase @case)
    {
        var skill = Skills([ChallengeReader.Text(@case.Input, "name")])[0];
        @case.ExpectFields(new
        {
            name = skill.Name,
            difficulty = skill.Level,
            level = skill.Level,
            tubeName = $"@{skill.Tube.Name}",
            tubeNameWithoutPrefix = skill.Tube.Name,
        });
    }

    private static IReadOnlyList<PlacedSkill> Skills(IEnumerable<string> names) =>
        ReferentialBuilder.Of(names).Build().SkillsOf(ReferentialBuilder.DefaultCompetence);
}

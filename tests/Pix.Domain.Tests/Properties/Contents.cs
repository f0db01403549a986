using FsCheck;
using FsCheck.Fluent;
using Pix.Testing;

namespace Pix.Domain.Tests.Properties;

/// <summary>Referentials for properties.</summary>
internal static class Contents
{
    private static Gen<BuiltSkill> Skill { get; } =
        from tube in Gen.Elements("a", "b", "c", "d", "e")
        from level in Gen.Choose(1, 8)
        from challenges in Gen.Choose(0, 3)
        from kinds in Gen.Choose(0, 9).ArrayOf(3)
        select new BuiltSkill($"@{tube}{level}", challenges, kinds);

    /// <summary>
    /// A few tubes with holes, repeated levels, several variants, timers, and challenges that may not be asked: outdated, reserved, in another
    /// language, or none; and always something to ask.
    /// </summary>
    public static Gen<ReferentialBuilder> Any { get; } =
        from skills in Skill.NonEmptyListOf()
        select skills.Take(20).Aggregate(ReferentialBuilder.Of("@f2"), Add);

    /// <summary>Tubes that start at level 1 and have no hole, every challenge being askable.</summary>
    public static Gen<ReferentialBuilder> WithoutHoles { get; } =
        from heights in Gen.Choose(1, 8).NonEmptyListOf()
        select ReferentialBuilder.Of(heights.Take(6).SelectMany((height, tube) => Enumerable.Range(1, height).Select(level => $"@t{tube}t{level}")));

    private static ReferentialBuilder Add(ReferentialBuilder builder, BuiltSkill skill)
    {
        // A name that comes back is another version of the same level.
        var id = skill.Name;
        while (builder.Build().Find(new SkillId(id)) is not null) id += "'";
        return builder.With(ReferentialBuilder.DefaultCompetence, skill.Name)
            .Variants(id, skill.Challenges)
            .Challenges(id, challenge => skill.Kinds[challenge.Variant - 1] switch
            {
                0 => challenge with { Status = ChallengeStatus.Outdated },
                1 => challenge with { ReservedForCertification = true },
                2 => challenge with { Locales = ["nl"] },
                3 => challenge with { Status = ChallengeStatus.Archived },
                4 or 5 => challenge with { TimerSeconds = ReferentialBuilder.TimerSeconds },
                _ => challenge,
            });
    }

    private sealed record BuiltSkill(string Name, int Challenges, int[] Kinds);
}

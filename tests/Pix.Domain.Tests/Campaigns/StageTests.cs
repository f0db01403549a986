using Xunit;

namespace Pix.Domain.Tests.Campaigns;

public sealed class StageTests
{
    private static readonly TargetStage[] Stages =
        [new(0, "Début", ""), new(0, "Premier acquis", "") { IsFirstSkill = true }, new(0, "Novice", "") { Level = 2 }, new(0, "Expert", "") { Level = 8 }];

    [Theory] // Rule 7.12
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(98, 2)]
    [InlineData(100, 3)]
    [InlineData(199, 3)]
    [InlineData(200, 4)]
    public void The_stage_reached_counts_the_first_skill_and_the_share_that_a_level_is(int validated, int reached)
    {
        // A hundred skills of level 1 and a hundred of level 5: level 2 is half of them.
        int[] levels = [.. Enumerable.Repeat(1, 100), .. Enumerable.Repeat(5, 100)];
        Assert.Equal(reached, Stages.Count(stage => stage.On(levels).IsReachedBy(new Mastery(validated, levels.Length))));
    }
}

namespace Pix.Domain;

/// <summary>
/// The adaptive test (Rule 4): estimates the level from what was answered, keeps the skills worth asking, and draws among those that
/// would teach the most.
/// </summary>
public static class AdaptiveTest
{
    private const double FirstQuestionLevel = 2;
    private const double FurthestAboveLevel = 2;

    /// <summary>The next challenge, or null when nothing more can be learnt (Rule 4.7).</summary>
    public static PlacedChallenge? Next(TestSituation situation, long seed)
    {
        var skills = PossibleSkills(situation);
        if (skills.Count == 0) return null;

        // Validated variants go before archived ones (Rule 4.8).
        var skill = skills[Draw.Index(seed, skills.Count)];
        var drawnFrom = Prefer(situation.PlayableChallengesOf(skill), challenge => challenge.Status == ChallengeStatus.Validated);
        return new PlacedChallenge(drawnFrom[Draw.Index(seed + 1, drawnFrom.Count)], skill.Placed);
    }

    /// <summary>The skills among which the next question is drawn; none when the test is over (Rules 4.4 to 4.7).</summary>
    public static IReadOnlyList<AskedSkill> PossibleSkills(TestSituation situation)
    {
        if (situation.IsFirstQuestion) return FirstSkills(situation);
        var level = PredictedLevel.Of(situation.Known);
        return MostRewarding(AskableSkills(situation, level), situation, level);
    }

    /// <summary>The skills that may open a test: easy tubes, untimed, at the default level (Rule 4.5).</summary>
    public static IReadOnlyList<AskedSkill> FirstSkills(TestSituation situation) =>
        AtDefaultLevel(PreferUntimed(PreferEasyTubes(UntestedSkills(situation)), situation));

    /// <summary>The skills that may follow, for someone of this level (Rule 4.4).</summary>
    public static IReadOnlyList<AskedSkill> AskableSkills(TestSituation situation, double predictedLevel)
    {
        var skills = PreferEasyTubes(UntestedSkills(situation));
        if (situation.LastWasTimed) skills = PreferUntimed(skills, situation);
        return [.. skills.Where(skill => skill.Level - predictedLevel <= FurthestAboveLevel)];
    }

    /// <summary>The skills whose answer would teach the most, ties included (Rule 4.6).</summary>
    public static IReadOnlyList<AskedSkill> MostRewarding(IReadOnlyList<AskedSkill> askable, TestSituation situation, double predictedLevel)
    {
        var best = 0d;
        var mostRewarding = new List<AskedSkill>();
        foreach (var skill in askable)
        {
            var reward = Reward(skill, situation, predictedLevel);
            if (reward <= 0 || reward < best) continue;
            if (reward > best) mostRewarding.Clear();
            best = reward;
            mostRewarding.Add(skill);
        }

        return mostRewarding;
    }

    /// <summary>Level 2 where there is one, else the lowest (Rule 4.5).</summary>
    public static IReadOnlyList<AskedSkill> AtDefaultLevel(IReadOnlyList<AskedSkill> skills)
    {
        if (skills.Count == 0) return skills;
        var level = skills.Any(skill => skill.Level == FirstQuestionLevel) ? FirstQuestionLevel : skills.Min(skill => skill.Level);
        return [.. skills.Where(skill => skill.Level == level)];
    }

    private static double Reward(AskedSkill skill, TestSituation situation, double predictedLevel)
    {
        var (learntBySuccess, learntByFailure) = (0, 0);
        foreach (var other in skill.Tube)
        {
            if (situation.IsTested(other)) continue;
            if (other.Level <= skill.Level) learntBySuccess++;
            if (other.Level >= skill.Level) learntByFailure++;
        }

        var success = PredictedLevel.ProbabilityToAnswer(predictedLevel, skill.Level);
        return (success * learntBySuccess) + ((1 - success) * learntByFailure);
    }

    private static IReadOnlyList<AskedSkill> UntestedSkills(TestSituation situation) =>
        [.. situation.Targeted.Where(skill => !situation.IsTested(skill) && situation.IsPlayable(skill))];

    private static IReadOnlyList<AskedSkill> PreferEasyTubes(IReadOnlyList<AskedSkill> skills) => Prefer(skills, static skill => skill.IsOfEasyTube);

    private static IReadOnlyList<AskedSkill> PreferUntimed(IReadOnlyList<AskedSkill> skills, TestSituation situation) =>
        Prefer(skills, skill => !situation.IsTimed(skill));

    private static IReadOnlyList<T> Prefer<T>(IReadOnlyList<T> all, Func<T, bool> preferred)
    {
        var kept = all.Where(preferred).ToList();
        return kept.Count > 0 ? kept : all;
    }
}

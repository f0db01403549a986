namespace Pix.Domain;

/// <summary>
/// The adaptive test (Rule 4): estimates the level from what was answered, keeps the skills worth asking, and draws among those that
/// would teach the most.
/// </summary>
public static class AdaptiveTest
{
    private const double FirstQuestionLevel = 2;
    private const int EasyTubeLevel = 3;
    private const double FurthestAboveLevel = 2;

    /// <summary>The next challenge, or null when nothing more can be learnt (Rule 4.7).</summary>
    public static PlacedChallenge? Next(TestSituation situation, long seed)
    {
        var skills = PossibleSkills(situation);
        if (skills.Count == 0) return null;

        // Validated variants go before archived ones (Rule 4.8).
        var skill = skills[Draw.Index(seed, skills.Count)];
        var playable = situation.PlayableChallengesOf(skill).ToList();
        var preferred = playable.Where(challenge => challenge.Status == ChallengeStatus.Validated).ToList();
        var drawnFrom = preferred.Count > 0 ? preferred : playable;
        return new PlacedChallenge(drawnFrom[Draw.Index(seed + 1, drawnFrom.Count)], skill);
    }

    /// <summary>The skills among which the next question is drawn; none when the test is over (Rules 4.4 to 4.7).</summary>
    public static IReadOnlyList<PlacedSkill> PossibleSkills(TestSituation situation)
    {
        if (situation.IsFirstQuestion) return FirstSkills(situation);
        var level = PredictedLevel(situation.Known);
        return MostRewarding(AskableSkills(situation, level), situation.Tubes, situation.IsTested, level);
    }

    /// <summary>The skills that may open a test: easy tubes, untimed, at the default level (Rule 4.5).</summary>
    public static IReadOnlyList<PlacedSkill> FirstSkills(TestSituation situation) =>
        AtDefaultLevel(PreferUntimed(PreferEasyTubes(UntestedSkills(situation), situation), situation));

    /// <summary>The skills that may follow, for someone of this level (Rule 4.4).</summary>
    public static IReadOnlyList<PlacedSkill> AskableSkills(TestSituation situation, double predictedLevel)
    {
        var skills = PreferEasyTubes(UntestedSkills(situation), situation);
        if (situation.LastWasTimed) skills = PreferUntimed(skills, situation);
        return [.. skills.Where(skill => skill.Level - predictedLevel <= FurthestAboveLevel)];
    }

    /// <summary>The level that best explains the direct answers, between 0.5 and 7.5 by halves; the lowest wins ties (Rule 4.3).</summary>
    public static double PredictedLevel(IEnumerable<KnowledgeElement> known)
    {
        var answers = known
            .Where(element => element.Source == KnowledgeSource.Direct)
            .Select(element => (Level: (double)element.Skill.Level, Outcome: element.IsValidated ? 1d : 0d))
            .Append((Level: 0d, Outcome: 1d))
            .Append((Level: 7d, Outcome: 0d))
            .ToList();
        return Enumerable.Range(1, 15)
            .Select(halves => halves / 2d)
            .MinBy(level => Math.Abs(answers.Sum(answer => answer.Outcome - ProbabilityToAnswer(level, answer.Level))));
    }

    /// <summary>The skills whose answer would teach the most, ties included (Rule 4.6).</summary>
    public static IReadOnlyList<PlacedSkill> MostRewarding(
        IReadOnlyList<PlacedSkill> askable,
        ILookup<TubeId, PlacedSkill> tubes,
        Func<PlacedSkill, bool> isTested,
        double predictedLevel)
    {
        if (askable.Count == 0) return askable;
        var rewards = askable.Select(skill => Reward(skill, [.. tubes[skill.Tube.Id].Where(other => !isTested(other))], predictedLevel)).ToList();
        var best = rewards.Max();
        return best > 0 ? [.. askable.Where((_, index) => rewards[index] == best)] : [];
    }

    /// <summary>Level 2 where there is one, else the lowest (Rule 4.5).</summary>
    public static IReadOnlyList<PlacedSkill> AtDefaultLevel(IReadOnlyList<PlacedSkill> skills)
    {
        if (skills.Count == 0) return skills;
        var level = skills.Any(skill => skill.Level == FirstQuestionLevel) ? FirstQuestionLevel : skills.Min(skill => skill.Level);
        return [.. skills.Where(skill => skill.Level == level)];
    }

    private static double ProbabilityToAnswer(double level, double difficulty) => 1 / (1 + Math.Exp(difficulty - level));

    private static double Reward(PlacedSkill skill, IReadOnlyList<PlacedSkill> untestedOfTube, double predictedLevel)
    {
        var success = ProbabilityToAnswer(predictedLevel, skill.Level);
        var learntBySuccess = untestedOfTube.Count(other => other.Level <= skill.Level);
        var learntByFailure = untestedOfTube.Count(other => other.Level >= skill.Level);
        return (success * learntBySuccess) + ((1 - success) * learntByFailure);
    }

    private static IReadOnlyList<PlacedSkill> UntestedSkills(TestSituation situation) =>
        [.. situation.Targeted.Where(skill => situation.IsPlayable(skill) && !situation.IsTested(skill))];

    private static IReadOnlyList<PlacedSkill> PreferEasyTubes(IReadOnlyList<PlacedSkill> skills, TestSituation situation) =>
        Prefer(skills, skill => situation.Tubes[skill.Tube.Id].Select(other => other.Level).DefaultIfEmpty(int.MaxValue).Max() <= EasyTubeLevel);

    private static IReadOnlyList<PlacedSkill> PreferUntimed(IReadOnlyList<PlacedSkill> skills, TestSituation situation) =>
        Prefer(skills, skill => !situation.IsTimed(skill));

    private static IReadOnlyList<PlacedSkill> Prefer(IReadOnlyList<PlacedSkill> skills, Func<PlacedSkill, bool> preferred)
    {
        var kept = skills.Where(preferred).ToList();
        return kept.Count > 0 ? kept : skills;
    }
}

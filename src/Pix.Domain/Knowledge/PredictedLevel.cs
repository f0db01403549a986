namespace Pix.Domain;

/// <summary>The level that direct answers make likely, between 0.5 and 7.5 by halves (Rule 4.3).</summary>
public static class PredictedLevel
{
    private const int Candidates = 15;
    private const int HardestSkill = 8;
    private static readonly double[] Probabilities = TabulateProbabilities();

    /// <summary>The level that best explains the direct answers; the lowest wins ties (Rule 4.3).</summary>
    public static double Of(IEnumerable<KnowledgeElement> known)
    {
        var answers = new List<(int Level, double Outcome)>();
        foreach (var element in known)
        {
            if (element.Source == KnowledgeSource.Direct) answers.Add((element.Skill.Level, element.IsValidated ? 1d : 0d));
        }

        answers.Add((Level: 0, Outcome: 1d));
        answers.Add((Level: 7, Outcome: 0d));
        var (best, smallest) = (0, double.PositiveInfinity);
        for (var candidate = 1; candidate <= Candidates; candidate++)
        {
            var surprise = Math.Abs(Surprise(answers, candidate));
            if (surprise < smallest) (best, smallest) = (candidate, surprise);
        }

        return LevelOf(best);
    }

    /// <summary>How likely someone of a level is to answer a question of this difficulty (Rule 4.2).</summary>
    public static double ProbabilityToAnswer(double level, double difficulty) => 1 / (1 + Math.Exp(difficulty - level));

    private static double LevelOf(int candidate) => candidate / 2d;

    private static double Surprise(List<(int Level, double Outcome)> answers, int candidate)
    {
        var sum = 0d;
        foreach (var (level, outcome) in answers) sum += outcome - Probabilities[(candidate * (HardestSkill + 1)) + level];
        return sum;
    }

    // Every question asks for hundreds of these.
    private static double[] TabulateProbabilities()
    {
        var table = new double[(Candidates + 1) * (HardestSkill + 1)];
        for (var candidate = 1; candidate <= Candidates; candidate++)
        {
            for (var difficulty = 0; difficulty <= HardestSkill; difficulty++)
                table[(candidate * (HardestSkill + 1)) + difficulty] = ProbabilityToAnswer(LevelOf(candidate), difficulty);
        }

        return table;
    }
}

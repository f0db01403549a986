namespace Pix.Domain;

/// <summary>What a simulated learner does with a challenge.</summary>
public enum SimulatedAct
{
    /// <summary>Answers right, in time.</summary>
    Right,

    /// <summary>Answers wrong.</summary>
    Wrong,

    /// <summary>Passes ("Je passe").</summary>
    Skip,

    /// <summary>Answers right, after the timer when there is one.</summary>
    Late,

    /// <summary>Answers right, having left the page.</summary>
    FocusLost,
}

/// <summary>Somebody who answers challenges by a rule of their own, the same every time: for the demonstration and for tests.</summary>
public sealed class SimulatedLearner(Func<PlacedChallenge, SimulatedAct> acts)
{
    /// <summary>Knows everything.</summary>
    public static SimulatedLearner Perfect { get; } = new(_ => SimulatedAct.Right);

    /// <summary>Knows nothing.</summary>
    public static SimulatedLearner Failing { get; } = new(_ => SimulatedAct.Wrong);

    /// <summary>Passes everything.</summary>
    public static SimulatedLearner Skipping { get; } = new(_ => SimulatedAct.Skip);

    /// <summary>Knows everything, too late when there is a timer.</summary>
    public static SimulatedLearner Late { get; } = new(_ => SimulatedAct.Late);

    /// <summary>Succeeds up to this level, in every tube.</summary>
    public static SimulatedLearner OfLevel(int level) => OfLevels(_ => level);

    /// <summary>Succeeds up to a level of their own in each tube.</summary>
    public static SimulatedLearner OfLevels(Func<TubeId, int> levelIn) =>
        new(asked => asked.Skill.Level <= levelIn(asked.Skill.Tube.Id) ? SimulatedAct.Right : SimulatedAct.Wrong);

    /// <summary>Acts at random: of each challenge always the same, whatever the order in which they come.</summary>
    public static SimulatedLearner Random(int seed) => new(asked =>
        (SimulatedAct)Draw.Index(asked.Challenge.Id.Value.Aggregate((long)seed, (mixed, letter) => unchecked((mixed * 31) + letter)), 4));

    /// <summary>What they send for this challenge.</summary>
    public SubmittedAnswer Answer(PlacedChallenge asked)
    {
        var act = acts(asked);
        var timer = asked.Challenge.TimerSeconds;
        var value = act switch
        {
            SimulatedAct.Skip => null,
            SimulatedAct.Wrong => AnswerMaker.Wrong(asked.Challenge),
            _ => AnswerMaker.Right(asked.Challenge),
        };
        return new SubmittedAnswer(asked.Challenge.Id, value, act == SimulatedAct.Late && timer is not null ? timer + 1 : 1, act == SimulatedAct.FocusLost);
    }
}

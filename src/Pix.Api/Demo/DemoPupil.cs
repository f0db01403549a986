using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>How a simulated pupil behaves in a test.</summary>
internal enum DemoHabit
{
    /// <summary>Answers everything.</summary>
    Steady,

    /// <summary>Passes what is far above their level.</summary>
    Skips,

    /// <summary>Looks elsewhere when they should not.</summary>
    LosesFocus,
}

/// <summary>A pupil of the demonstration's school: who they are, the level they have, and how they behave, the same in every demonstration.</summary>
internal sealed record DemoPupil(PupilId Pupil, string Division, string First, string Last, DateOnly Birth)
{
    private const int UnluckyInHundred = 4;
    private const int Levels = 4;

    // One in six passes questions, one in six is distracted.
    private static readonly DemoHabit[] Habits =
        [DemoHabit.Steady, DemoHabit.Steady, DemoHabit.Steady, DemoHabit.Steady, DemoHabit.Skips, DemoHabit.LosesFocus];

    /// <summary>Their account.</summary>
    public LearnerId Account => new(NameBasedGuid.Of("demo", "learner", First, Last, Birth.ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>Who sends what they do.</summary>
    public Actor Actor => new(Account.ToString(), Roles.Learner);

    /// <summary>As lists show them.</summary>
    public string Name => $"{First} {Last}";

    /// <summary>How they answer: of each challenge always the same.</summary>
    public SimulatedLearner Simulated => new(Act);

    private SimulatedAct Act(PlacedChallenge asked)
    {
        var own = LowestLevel + Luck("level", Levels);
        var habit = Habits[Luck("habit", Habits.Length)];
        var level = asked.Skill.Level;
        if (habit == DemoHabit.Skips && level > own + 1) return SimulatedAct.Skip;
        if (habit == DemoHabit.LosesFocus && asked.Challenge.Focused) return SimulatedAct.FocusLost;

        // One topic lies closer to them, and to their class, than another, and everybody slips or guesses now and then.
        var tube = asked.Skill.Tube.Id.Value;
        var affinity = Luck(tube, 3) + LuckOf(3, Division, tube) - 2;
        var knows = level <= own + affinity;
        var slips = Luck(asked.Challenge.Id.Value, 100) < UnluckyInHundred;
        return knows != slips ? SimulatedAct.Right : SimulatedAct.Wrong;
    }

    // A class of troisième knows more than one of sixième.
    private int LowestLevel => Math.Max(0, 5 - (Division[0] - '0'));

    private int Luck(string about, int outOf) => LuckOf(outOf, First, Last, about);

    private static int LuckOf(int outOf, params ReadOnlySpan<string> about) =>
        Draw.Index(BitConverter.ToInt64(NameBasedGuid.Of(["demo", "luck", .. about]).ToByteArray()), outOf);
}

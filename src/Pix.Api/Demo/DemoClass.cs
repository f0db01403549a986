using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>How a simulated learner behaves.</summary>
public enum DemoHabit
{
    /// <summary>Answers everything.</summary>
    Steady,

    /// <summary>Passes what is far above their level.</summary>
    Skips,

    /// <summary>Looks elsewhere now and then.</summary>
    LosesFocus,

    /// <summary>Stops in the middle of the first test, to go on another day.</summary>
    Stops,
}

/// <summary>A simulated learner: who they are, the level they have, and how they behave.</summary>
public sealed record DemoPupil(string First, string Last, int Level, DemoHabit Habit)
{
    private const int UnluckyInHundred = 8;

    /// <summary>Their account: the same in every demonstration.</summary>
    public LearnerId Id { get; } = new(NameBasedGuid.Of("demo", "learner", First, Last));

    /// <summary>How they answer: of each challenge always the same.</summary>
    public SimulatedLearner Simulated => new(Act);

    private SimulatedAct Act(PlacedChallenge asked)
    {
        var level = asked.Skill.Level;
        if (Habit == DemoHabit.Skips && level > Level + 1) return SimulatedAct.Skip;
        if (Habit == DemoHabit.LosesFocus && asked.Challenge.Focused) return SimulatedAct.FocusLost;

        // One topic lies closer to them than another, and everybody slips or guesses now and then.
        var affinity = Luck(asked.Skill.Tube.Id.Value, 3) - 1;
        var knows = level <= Level + affinity;
        var slips = Luck(asked.Challenge.Id.Value, 100) < UnluckyInHundred;
        return knows != slips ? SimulatedAct.Right : SimulatedAct.Wrong;
    }

    private int Luck(string about, int outOf) =>
        Draw.Index(BitConverter.ToInt64(NameBasedGuid.Of("demo", "luck", First, Last, about).ToByteArray()), outOf);
}

/// <summary>The class of the demonstration.</summary>
public static class DemoClass
{
    /// <summary>Everybody.</summary>
    public static IReadOnlyList<DemoPupil> Pupils { get; } =
    [
        new("Amina", "Benali", 6, DemoHabit.Steady),
        new("Baptiste", "Moreau", 3, DemoHabit.Skips),
        new("Camille", "Lefèvre", 5, DemoHabit.Steady),
        new("Chloé", "Garnier", 4, DemoHabit.Stops),
        new("David", "Nguyen", 8, DemoHabit.Steady),
        new("Élise", "Fontaine", 2, DemoHabit.Steady),
        new("Fatou", "Diallo", 5, DemoHabit.LosesFocus),
        new("Gabriel", "Roux", 1, DemoHabit.Skips),
        new("Hugo", "Marchand", 4, DemoHabit.Steady),
        new("Inès", "Lopez", 7, DemoHabit.Steady),
        new("Jules", "Perrin", 3, DemoHabit.LosesFocus),
        new("Kenza", "Haddad", 4, DemoHabit.Steady),
        new("Léa", "Bertrand", 6, DemoHabit.Skips),
        new("Louis", "Chevalier", 2, DemoHabit.Steady),
        new("Manon", "Girard", 5, DemoHabit.Steady),
        new("Mehdi", "Cherif", 3, DemoHabit.Steady),
        new("Nathan", "Dupuis", 0, DemoHabit.Skips),
        new("Océane", "Renaud", 4, DemoHabit.Steady),
        new("Paul", "Da Silva", 5, DemoHabit.Steady),
        new("Romane", "Colin", 3, DemoHabit.Stops),
        new("Samuel", "Lacroix", 6, DemoHabit.LosesFocus),
        new("Tiphaine", "Le Goff", 2, DemoHabit.Skips),
        new("Yanis", "Brun", 4, DemoHabit.Steady),
        new("Zoé", "Carpentier", 1, DemoHabit.Steady),
    ];
}

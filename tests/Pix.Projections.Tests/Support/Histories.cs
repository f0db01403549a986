using Pix.Domain;

namespace Pix.Projections.Tests;

/// <summary>Valid histories, made by driving the domain's decisions with a seed.</summary>
internal sealed class Histories(int seed)
{
    private static readonly LearnerRules Rules = LearnerRules.Default(TimeZoneInfo.Utc);
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static LearnerId Id(int learner) => new(new Guid(learner, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static PersonId Person(int learner) => new(new Guid(learner, 1, 0, [1, 2, 3, 4, 5, 6, 7, 8]));

    public static LearnerRegistered Registered(int learner, string first, string last) =>
        new(Person(learner), new Personal<PersonName>(Person(learner), new PersonName(first, last)), new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    /// <summary>So many steps, each by one of so many learners; every learner's first is the registration.</summary>
    public IEnumerable<(LearnerId Learner, IReadOnlyList<LearnerEvent> Events)> Make(int learners, int steps)
    {
        var states = Enumerable.Range(0, learners).Select(_ => Learner.Initial).ToArray();
        for (var step = 0; step < steps; step++)
        {
            var index = _random.Next(learners);
            _now += TimeSpan.FromHours(_random.Next(1, 60));
            var events = Decide(states[index], index);
            if (events.Count == 0) continue;
            states[index] = events.Aggregate(states[index], (state, happened) => state.Evolve(happened));
            yield return (Id(index), events);
        }
    }

    private IReadOnlyList<LearnerEvent> Decide(Learner learner, int index)
    {
        if (learner.Person is null) return learner.Register(Person(index), new PersonName($"Prénom{index}", $"Nom{index}"), _now).Events;
        var competence = TinyReferential.V1.Find(TinyReferential.Codes[_random.Next(TinyReferential.Codes.Count)])!;
        return (_random.Next(12), learner.Assessments.Values.FirstOrDefault(test => test.Pending is not null)) switch
        {
            (0, _) => learner.Reset(competence, TinyReferential.V1, Rules, _random.NextInt64(), _now).Events,
            (1, _) => learner.Improve(competence, TinyReferential.V1, Rules, _random.NextInt64(), _now).Events,
            (2, _) or (_, null) => learner.StartTest(competence, TinyReferential.V1, Rules, _random.NextInt64(), _now).Events,
            (3, _) => learner.SeeRules(_now).Events,
            (4, _) when _random.Next(8) == 0 => learner.Erase(_now).Events,
            var (_, test) => Answer(learner, test!),
        };
    }

    private IReadOnlyList<LearnerEvent> Answer(Learner learner, Assessment test) => learner.Answer(
        test.Ordinal,
        new SubmittedAnswer(test.Pending!.Challenge, _random.Next(3) == 0 ? "non" : "oui", null, false),
        Releases,
        Rules,
        _now).Events;

    private static Releases Releases { get; } = Publish();

    private static Releases Publish()
    {
        var draft = new ReleaseDraft(
            TinyReferential.V1.Version,
            TinyReferential.V1.Areas,
            [.. TinyReferential.V1.Competences.Select(competence => (competence.Code.Value, competence))],
            [],
            [],
            []);
        var releases = Releases.Initial;
        foreach (var step in ReleaseDecisions.StepsOf(draft)) releases = step(releases, DateTimeOffset.UnixEpoch).Aggregate(releases, (state, happened) => state.Evolve(happened));
        return releases.Activate(TinyReferential.V1.Version, DateTimeOffset.UnixEpoch).Aggregate(releases, (state, happened) => state.Evolve(happened));
    }
}

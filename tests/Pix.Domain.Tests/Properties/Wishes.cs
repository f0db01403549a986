using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pix.Domain.Tests.Campaigns;
using Pix.Domain.Tests.Learners;
using Pix.Testing;
using static Pix.Domain.Tests.Learners.Scenario;

namespace Pix.Domain.Tests.Properties;

/// <summary>Histories as they really come about: somebody wishes things, days pass, releases come, and the domain decides.</summary>
internal static class Wishes
{
    /// <summary>A wish in words, and the decision on it.</summary>
    public sealed record Wish(string Name, Func<World, Decision<LearnerEvent>> Decide);

    /// <summary>Where a history stands.</summary>
    public sealed record World(Learner Learner, ImmutableList<LearnerEvent> History, Releases Releases, DateTimeOffset Now)
    {
        /// <summary>A campaign on the first content, up to level 5.</summary>
        public CampaignEntrance Campaign { get; init; } = EntranceOf(ParticipationScenario.Id, TargetOf(Releases.Active!));

        /// <summary>A collection of profiles.</summary>
        public CampaignEntrance Collection { get; } = EntranceOf(new CampaignId(Guid.Empty), null);

        public World With(IEnumerable<LearnerEvent> happened) => happened.Aggregate(
            this,
            (world, one) => world with { Learner = world.Learner.Evolve(one), History = world.History.Add(one) });
    }

    /// <summary>Somebody registered, and then what their wishes made of them.</summary>
    public static Gen<World> Histories { get; } =
        from first in Contents.Any
        from second in Contents.Any
        from steps in AnyStep(second).ArrayOf()
        select steps.Aggregate(
            new World(Learner.Initial, [], ReferentialBuilder.Released(first), Tuesday).With([new LearnerRegistered(Person, null, Tuesday)]),
            (world, step) => step(world));

    private static IReadOnlyList<Wish> OnCampaigns { get; } =
    [
        new("join", world => Join(world, world.Campaign)),
        new("share", world => Share(world, world.Campaign)),
        new("try again", world => world.Learner.ImproveResults(Part(world, world.Campaign), world.Campaign.Campaign, world.Releases.Active!, Rules, Seed, world.Now)),
        new("retry", world => Retry(world, world.Campaign)),
        new("retry from zero", world => world.Learner.ResetAndRetry(Part(world, world.Campaign), world.Campaign, world.Releases.Active!, Rules, Seed, world.Now)),
        new("join the collection", world => Join(world, world.Collection)),
        new("share the profile", world => Share(world, world.Collection)),
        new("retry the collection", world => Retry(world, world.Collection)),
    ];

    /// <summary>Every kind of wish; answers are made for the pending challenge.</summary>
    public static IReadOnlyList<Wish> All { get; } =
    [
        new("register", world => world.Learner.Register(Person, null, world.Now)),
        new("see rules", world => world.Learner.SeeRules(world.Now)),
        new("start", world => world.Learner.StartTest(world.Releases.Active!, world.Now)),
        new("improve", world => world.Learner.Improve(world.Releases.Active!, world.Now)),
        new("reset", world => world.Learner.Reset(CompetenceOf(world.Releases.Active!), world.Releases.Active!, Rules, Seed, world.Now)),
        new("present", world => world.Learner.Present(Latest(world), world.Now)),
        new("answer right", world => Answer(world, SimulatedLearner.Perfect)),
        new("answer wrong", world => Answer(world, SimulatedLearner.Failing)),
        new("pass", world => Answer(world, SimulatedLearner.Skipping)),
        new("be late", world => Answer(world, SimulatedLearner.Late)),
        new("save", world => world.Learner.KeepTutorial(new TutorialId("tuto"), null, world.Releases.Active!, world.Now)),
        new("remove", world => world.Learner.RemoveTutorial(new TutorialId("tuto"), world.Now)),
        new("find useful", world => world.Learner.KeepTutorial(new TutorialId("tuto"), true, world.Releases.Active!, world.Now)),
        .. OnCampaigns,
        new("take back", world => world.Learner.KeepTutorial(new TutorialId("tuto"), false, world.Releases.Active!, world.Now)),
    ];

    private static readonly string[] Answers = ["answer right", "answer wrong", "pass", "be late"];

    private static Gen<Func<World, World>> AnyStep(ReferentialBuilder next) => Gen.Frequency(
        (12, Gen.Elements(All.Where(wish => Answers.Contains(wish.Name))).Select<Wish, Func<World, World>>(wish => world => Grant(world, wish))),
        (6, Gen.Elements<Wish>(OnCampaigns).Select<Wish, Func<World, World>>(wish => world => Grant(world, wish))),
        (8, Gen.Elements<Wish>(All).Select<Wish, Func<World, World>>(wish => world => Grant(world, wish))),
        (3, Gen.Choose(1, 9).Select<int, Func<World, World>>(days => world => world with { Now = world.Now.AddDays(days) })),
        (1, Gen.Constant<Func<World, World>>(world => world with { Releases = Newer(world.Releases, next) })));

    private static FrozenTarget TargetOf(Referential content) => FrozenTarget.Of(
        new TargetProfile("tout", "Tout", "", 20, [.. content.Competences.SelectMany(competence => competence.Tubes).Select(tube => new CappedTube(tube.Id, 5))])
        {
            AllowsReset = true,
            Stages = [new TargetStage(0, "Début", ""), new TargetStage(50, "Moitié", "")],
            Badges = [new TargetBadge("moitie", "Moitié", "", [new TargetCriterion(50)])],
        },
        content);

    private static CampaignEntrance EntranceOf(CampaignId id, FrozenTarget? target) => new(
        id,
        ParticipationScenario.CampaignOf(target is null ? CampaignType.ProfilesCollection : CampaignType.Assessment, multipleSendings: true, target: target),
        IsRestricted: false,
        IsPupilDisabled: false);

    // Without a participation: one that the learner does not have.
    private static int Part(World world, CampaignEntrance entrance) => world.Learner.ParticipationIn(entrance.Id)?.Ordinal ?? int.MaxValue;

    private static Decision<LearnerEvent> Join(World world, CampaignEntrance entrance) =>
        world.Learner.Join(entrance, null, world.Releases.Active!, Rules, Seed, world.Now);

    private static Decision<LearnerEvent> Share(World world, CampaignEntrance entrance) =>
        world.Learner.Share(Part(world, entrance), entrance.Campaign, world.Releases.Active!, Rules, world.Now);

    private static Decision<LearnerEvent> Retry(World world, CampaignEntrance entrance) =>
        world.Learner.Retry(Part(world, entrance), entrance, world.Releases.Active!, Rules, Seed, world.Now);

    private static World Grant(World world, Wish wish) => world.With(wish.Decide(world).Events);

    private static Releases Newer(Releases releases, ReferentialBuilder next) =>
        ReferentialBuilder.Release(releases, next.Tutorial("tuto").As(releases.Released.Keys.Last() + 1));

    private static int Latest(World world) => world.Learner.Assessments.IsEmpty ? First : world.Learner.Assessments.Keys.Last();

    private static Decision<LearnerEvent> Answer(World world, SimulatedLearner simulated)
    {
        var test = world.Learner.Find(Latest(world));
        var asked = test?.Pending is { } pending ? world.Releases.At(pending.Referential)!.Find(pending.Challenge) : null;
        var answer = asked is null ? Right(test?.Answers.LastOrDefault()?.Challenge.Value ?? "@none1#1") : simulated.Answer(asked);
        return world.Learner.Send(answer, world.Releases, world.Now, Latest(world));
    }
}

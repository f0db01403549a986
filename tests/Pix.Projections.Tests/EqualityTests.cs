using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Xunit;

namespace Pix.Projections.Tests;

/// <summary>Live, rebuilt, restarted, flushed often or seldom: the same log gives the same rows.</summary>
public sealed class EqualityTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(15);

    [Fact]
    public void A_rebuild_equals_live_byte_for_byte_whatever_the_restarts_and_flushes() => Check.One(
        Few,
        Prop.ForAll<int, byte>(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (seed, restarts) => Holds(seed, restarts % 4).GetAwaiter().GetResult()));

    [Fact]
    public void Positionings_survive_their_bytes_and_equal_ones_have_equal_bytes() => Check.QuickThrowOnFailure(
        Prop.ForAll<int>(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var positioning = Positioning.Initial;
            foreach (var (_, events) in new Histories(seed).Make(learners: 1, steps: 60))
            {
                positioning = events.Aggregate(positioning, (state, happened) => state.Evolve(happened));
                var bytes = PositioningState.Write(positioning, new StateWriter()).ToArray();
                var again = PositioningState.Read(bytes);
                Assert.Equal(positioning.Answers, again.Answers);
                Assert.Equal(positioning.Evaluations, again.Evaluations);
                Assert.Equal(positioning.Targets, again.Targets);
                Assert.Equal(bytes, PositioningState.Write(again, new StateWriter()).ToArray());
            }
        }));

    private static async Task Holds(int seed, int restarts)
    {
        await using var fixture = await Fixture.Create();
        var people = PeopleProjection.Definition(fixture.Personal);
        var hungry = ProfileProjection.Definition with { Create = referential => new ProfileProjection(referential!, learnersInMemory: 2) };
        var steps = new Histories(seed).Make(learners: 6, steps: 120).ToList();
        var readModels = await fixture.Start(TinyReferential.V1, hungry, people);
        var positionings = new Dictionary<LearnerId, Positioning>();
        for (var index = 0; index < steps.Count; index++)
        {
            var (learner, events) = steps[index];
            await fixture.Append(learner, events);
            positionings[learner] = events.Aggregate(positionings.GetValueOrDefault(learner, Positioning.Initial), (state, happened) => state.Evolve(happened));
            if (restarts == 0 || index % (steps.Count / restarts) != 1) continue;
            await readModels.DisposeAsync();
            readModels = await fixture.Start(TinyReferential.V1, hungry, people);
        }

        await Fixture.CaughtUp(readModels);
        foreach (var (learner, positioning) in positionings)
            ProfileTests.Equal(Profile.Of(positioning, TinyReferential.V1), new ProfileReader(readModels).Find(learner)!);
        await readModels.DisposeAsync();

        readModels = await fixture.Start(TinyReferential.V1, ProfileProjection.Definition, people);
        var result = await readModels.Rebuild(["profiles", "people"], null, CancellationToken.None);
        Assert.Equal((await fixture.Head()).Value, result.Events);
        await readModels.DisposeAsync();
        Assert.Equal(Tables.Dump(fixture, "profiles", 1), Tables.Dump(fixture, "profiles", 2));
        Assert.Equal(Tables.Dump(fixture, "people", 1), Tables.Dump(fixture, "people", 2));
        Assert.Contains("\"units\"", Tables.Dump(fixture, "profiles", 2), StringComparison.Ordinal);
    }
}

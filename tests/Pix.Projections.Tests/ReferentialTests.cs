using Pix.Domain;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class ReferentialTests
{
    private static readonly MaximumLevel Maximum = new(8);

    [Fact]
    public async Task Another_referential_makes_profiles_stale_then_moves_the_scores()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using var readModels = await fixture.Start(TinyReferential.V1, ProfileProjection.Definition);
        var reached = fixture.Store.HoldScans(after: 20);
        var activation = readModels.ActivateReferential(TinyReferential.V2, CancellationToken.None);
        await reached;

        var status = Assert.Single(await readModels.Status(CancellationToken.None));
        Assert.Equal((ProjectionState.Stale, 1, 2), (status.State, status.Generation!.Value, status.Building!.Value));
        Assert.Equal(TinyReferential.V1.Version, status.Referential);
        AreUnder(TinyReferential.V1, readModels, positionings);

        // What is stale still follows the log.
        await fixture.Append(Histories.Id(99), [Histories.Registered(99, "Léa", "Martin")]);
        Assert.True(await readModels.WaitUntil("profiles", await fixture.Head(), TimeSpan.FromSeconds(10), CancellationToken.None));
        Assert.Same(TinyReferential.V1, new ProfileReader(readModels).Find(Histories.Id(99))!.Referential);

        fixture.Store.ReleaseScans();
        var result = await activation;
        Assert.Equal((await fixture.Head()).Value, result.Events);
        AreUnder(TinyReferential.V2, readModels, positionings);
        Assert.Equal(ProjectionState.Live, Assert.Single(await readModels.Status(CancellationToken.None)).State);
        Assert.Contains(positionings.Values, positioning =>
            Profile.Of(positioning, TinyReferential.V1).Pix(Maximum) != Profile.Of(positioning, TinyReferential.V2).Pix(Maximum));
    }

    [Fact]
    public async Task A_start_under_another_referential_serves_the_old_one_until_the_new_one_has_caught_up()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using (await fixture.Start(TinyReferential.V1, ProfileProjection.Definition))
        {
        }

        var reached = fixture.Store.HoldScans(after: 20);
        await using var readModels = fixture.Open(TinyReferential.V2, ProfileProjection.Definition);
        await readModels.Start(CancellationToken.None);
        await reached;
        AreUnder(TinyReferential.V1, readModels, positionings);
        fixture.Store.ReleaseScans();
        await Fixture.Until(readModels, "profiles", status => status.Generation == 2);
        AreUnder(TinyReferential.V2, readModels, positionings);
    }

    [Fact]
    public async Task Going_back_to_the_referential_before_takes_the_kept_generation()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using var readModels = await fixture.Start(TinyReferential.V1, ProfileProjection.Definition);
        await readModels.ActivateReferential(TinyReferential.V2, CancellationToken.None);
        fixture.Store.Read.Clear();
        await readModels.ActivateReferential(TinyReferential.V1, CancellationToken.None);
        Assert.Empty(fixture.Store.Read);
        AreUnder(TinyReferential.V1, readModels, positionings);
    }

    [Fact]
    public async Task A_rollback_to_an_earlier_referential_stays_after_a_restart()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using (var before = await fixture.Start(TinyReferential.V1, ProfileProjection.Definition))
        {
            await before.ActivateReferential(TinyReferential.V2, CancellationToken.None);
            await before.Rollback("profiles", CancellationToken.None);
            AreUnder(TinyReferential.V1, before, positionings);
        }

        await using var readModels = await fixture.Start(TinyReferential.V2, ProfileProjection.Definition);
        var status = Assert.Single(await readModels.Status(CancellationToken.None));
        Assert.Equal((ProjectionState.Stale, null), (status.State, status.Building));
        AreUnder(TinyReferential.V1, readModels, positionings);
        await readModels.Rebuild(["profiles"], null, CancellationToken.None);
        AreUnder(TinyReferential.V2, readModels, positionings);
    }

    [Fact]
    public async Task There_is_no_going_back_to_before_the_first_release()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using var readModels = await fixture.Start(null, ProfileProjection.Definition);
        await readModels.ActivateReferential(TinyReferential.V1, CancellationToken.None);
        var failure = await Assert.ThrowsAsync<ReadModelsException>(() => readModels.Rollback("profiles", CancellationToken.None));
        Assert.Equal("rollback_impossible", failure.Code);
        AreUnder(TinyReferential.V1, readModels, positionings);
    }

    [Fact]
    public async Task A_referential_activated_while_another_is_rebuilt_for_wins()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using var readModels = await fixture.Start(null, ProfileProjection.Definition, Tally.Definition());
        var reached = fixture.Store.HoldScans(after: 20);
        var first = readModels.ActivateReferential(TinyReferential.V1, CancellationToken.None);
        await reached;
        var second = readModels.ActivateReferential(TinyReferential.V2, CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        fixture.Store.ReleaseScans();
        await second;
        AreUnder(TinyReferential.V2, readModels, positionings);
    }

    [Fact]
    public async Task One_referential_activated_by_several_at_once_is_rebuilt_for_and_stops_nobody()
    {
        await using var fixture = await Fixture.Create();
        var positionings = await Fill(fixture);
        await using var readModels = await fixture.Start(null, ProfileProjection.Definition, Tally.Definition());
        for (var round = 0; round < 20; round++)
        {
            var referential = round % 2 == 0 ? TinyReferential.V1 : TinyReferential.V2;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => readModels.ActivateReferential(referential, CancellationToken.None))));
            AreUnder(referential, readModels, positionings);
        }
    }

    [Fact]
    public async Task Before_a_first_release_profiles_cannot_be_read_yet()
    {
        await using var fixture = await Fixture.Create();
        await Fill(fixture);
        await using var readModels = await fixture.Start(null, ProfileProjection.Definition);
        var building = Assert.Throws<ReadModelsException>(() => new ProfileReader(readModels).Find(Histories.Id(0)));
        Assert.Equal("read_model_building", building.Code);
    }

    private static async Task<Dictionary<LearnerId, Positioning>> Fill(Fixture fixture)
    {
        var positionings = new Dictionary<LearnerId, Positioning>();
        foreach (var (learner, events) in new Histories(3).Make(learners: 4, steps: 150))
        {
            await fixture.Append(learner, events);
            positionings[learner] = events.Aggregate(positionings.GetValueOrDefault(learner, Positioning.Initial), (state, happened) => state.Evolve(happened));
        }

        return positionings;
    }

    private static void AreUnder(Referential referential, ReadModels readModels, Dictionary<LearnerId, Positioning> positionings)
    {
        foreach (var (learner, positioning) in positionings)
        {
            var profile = new ProfileReader(readModels).Find(learner)!;
            Assert.Same(referential, profile.Referential);
            ProfileTests.Equal(Profile.Of(positioning, referential), profile);
        }
    }
}

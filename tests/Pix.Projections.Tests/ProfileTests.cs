using Pix.Domain;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class ProfileTests
{
    [Fact]
    public async Task A_profile_is_read_as_the_domain_folds_it()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(TinyReferential.V1, ProfileProjection.Definition);
        var positionings = new Dictionary<LearnerId, Positioning>();
        foreach (var (learner, events) in new Histories(1).Make(learners: 3, steps: 200))
        {
            var position = await fixture.Append(learner, events);
            var positioning = events.Aggregate(positionings.GetValueOrDefault(learner, Positioning.Initial), (state, happened) => state.Evolve(happened));
            positionings[learner] = positioning;
            Assert.True(await readModels.WaitUntil(ProfileReader.ReadModel, position, TimeSpan.FromSeconds(10), CancellationToken.None));
            Equal(Profile.Of(positioning, TinyReferential.V1), new ProfileReader(readModels).Find(learner)!);
        }

        Assert.Contains(positionings.Values, positioning => Profile.Of(positioning, TinyReferential.V1).Pix(new MaximumLevel(8)) > 20);
        Assert.Null(new ProfileReader(readModels).Find(new LearnerId(Guid.NewGuid())));
    }

    internal static void Equal(Profile expected, LearnerProfile actual)
    {
        Assert.Equal(expected.Competences.Count, actual.Profile.Competences.Count);
        foreach (var (one, other) in expected.Competences.Zip(actual.Profile.Competences))
        {
            Assert.Equal((one.Code, one.Status, one.Total, one.LatestAnswerAt), (other.Code, other.Status, other.Total, other.LatestAnswerAt));
            Assert.Equal(one.FailuresAt, other.FailuresAt);
        }
    }
}

using Dapper;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>A learner's profile as it was folded, and under which referential.</summary>
public sealed record LearnerProfile(Profile Profile, Referential Referential);

/// <summary>Reads profiles: one point query each.</summary>
public sealed class ProfileReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = ProfileProjection.ProjectionName;

    /// <summary>
    /// The profile of a learner, or null when the learner is not known. Throws <see cref="ReadModelsException"/> <c>read_model_building</c>
    /// while no generation is folded under a release.
    /// </summary>
    public LearnerProfile? Find(LearnerId learner) => readModels.Read(ReadModel, learner, static (reader, learner) => Find(reader, learner));

    private static LearnerProfile? Find(ReadModelReader reader, LearnerId learner)
    {
        if (reader.Referential is not { } referential)
            throw new ReadModelsException("read_model_building", "Profiles are being folded under the first release: nothing can be read of them yet.");
        var facts = reader.Connection.QueryFirstOrDefault<byte[]>(
            "SELECT CAST(facts AS BLOB) FROM profiles WHERE learner = @learner", new { learner = learner.ToString() });
        return facts is null ? null : new LearnerProfile(ProfileFacts.Read(facts, referential), referential);
    }
}

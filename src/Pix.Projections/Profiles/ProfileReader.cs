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

    /// <summary>The profile of a learner; null when the learner is not known, or before a first release is active.</summary>
    public LearnerProfile? Find(LearnerId learner) => readModels.Read(ReadModel, learner, static (reader, learner) => Find(reader, learner));

    private static LearnerProfile? Find(ReadModelReader reader, LearnerId learner)
    {
        if (reader.Referential is not { } referential) return null;
        var facts = reader.Connection.QueryFirstOrDefault<byte[]>(
            "SELECT CAST(facts AS BLOB) FROM profiles WHERE learner = @learner", new { learner = learner.ToString() });
        return facts is null ? null : new LearnerProfile(ProfileFacts.Read(facts, referential), referential);
    }
}

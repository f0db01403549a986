using System.Globalization;
using Dapper;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>Reads how far participations are that were not sent, or are being prepared again.</summary>
public sealed class ProgressReader(ReadModels readModels)
{
    /// <summary>The read model to wait for.</summary>
    public const string ReadModel = ParticipationsProjection.ProjectionName;

    /// <summary>The progress of those of these participations that have one to be seen.</summary>
    public IReadOnlyDictionary<ParticipationId, Progress> Find(IReadOnlyCollection<ParticipationId> participations) => participations.Count == 0
        ? new Dictionary<ParticipationId, Progress>()
        : readModels.Read(ReadModel, participations, static (reader, asked) => reader.Connection
            .Query<Row>(
                "SELECT learner AS Learner, ordinal AS Ordinal, tested AS Tested, targeted AS Targeted, completed AS Completed FROM progress WHERE learner IN @learners",
                new { learners = asked.Select(id => id.Learner.ToString()) })
            .ToDictionary(
                row => new ParticipationId(new LearnerId(Guid.Parse(row.Learner, CultureInfo.InvariantCulture)), row.Ordinal),
                row => new Progress(row.Tested, row.Targeted, row.Completed)));

    private sealed class Row
    {
        public required string Learner { get; init; }

        public int Ordinal { get; init; }

        public int Tested { get; init; }

        public int Targeted { get; init; }

        public bool Completed { get; init; }
    }
}

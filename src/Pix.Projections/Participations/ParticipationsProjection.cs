using System.Globalization;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>participations</c>: how far each participation is that was not sent, or is being prepared again, folded from answers under one
/// referential (Rule 7.10). It is all that anybody sees of those; what was sent is in <c>campaigns</c>.
/// </summary>
public sealed class ParticipationsProjection : IProjection
{
    internal const string ProjectionName = "participations";
    private const int CurrentVersion = 1;
    private const int LearnersInMemory = 8192;

    private readonly Referential? _referential;
    private readonly LearnerRules _rules;
    private readonly StateTable<LearnerId, LearnerProgress> _learners;
    private readonly StateWriter _state = new();
    private ReadModelTables? _tables;

    internal ParticipationsProjection(Referential? referential, LearnerRules rules, int learnersInMemory)
    {
        (_referential, _rules) = (referential, rules);
        _learners = new StateTable<LearnerId, LearnerProgress>(
            learnersInMemory, Comparer<LearnerId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);
    }

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => """
        CREATE TABLE learners (learner TEXT NOT NULL PRIMARY KEY, positioning BLOB NOT NULL, parts BLOB NOT NULL);
        CREATE TABLE progress (
            learner TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            tested INTEGER NOT NULL,
            targeted INTEGER NOT NULL,
            completed INTEGER NOT NULL,
            PRIMARY KEY (learner, ordinal)) WITHOUT ROWID;
        """;

    /// <inheritdoc />
    public string Indexes => "";

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(AssessmentStarted), typeof(AnswerRecorded), typeof(AssessmentCompleted), typeof(CompetenceReset),
        typeof(CampaignJoined), typeof(CampaignRetried), typeof(CampaignReset), typeof(ResultsShared), typeof(ProfileShared),
    };

    /// <inheritdoc />
    public bool MustFlush => _learners.MustFlush;

    /// <summary>Its definition, with the rules that say what a test asks again. Without a release nothing is known of any progress.</summary>
    public static ProjectionDefinition Definition(LearnerRules rules) => new(
        ProjectionName, CurrentVersion, DependsOnReferential: true, referential => new ParticipationsProjection(referential, rules, LearnersInMemory));

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        if (recorded.Event is not LearnerEvent happened || !Streams.IsLearner(recorded.Stream, out var learner)) return;
        _learners.Set(learner, (_learners.Find(learner) ?? LearnerProgress.Nothing).Evolve(happened));
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        var row = transaction.Statement("""
            INSERT INTO learners (learner, positioning, parts) VALUES (?1, ?2, ?3)
            ON CONFLICT (learner) DO UPDATE SET positioning = excluded.positioning, parts = excluded.parts
            """);
        _learners.WriteChanged((id, learner) =>
        {
            var key = id.ToString();
            row.Bind(1, key);
            row.Bind(2, PositioningState.Write(learner.Positioning, _state));
            row.Bind(3, LearnerProgress.WriteParts(learner.Parts, _state));
            row.Execute();
            if (_referential is not { } referential) return;
            foreach (var (ordinal, part) in learner.Parts) Write(transaction, key, ordinal, part.IsShared ? null : learner.Of(part, referential, _rules));
        });
    }

    private static void Write(ReadModelTransaction transaction, string learner, int ordinal, Progress? progress)
    {
        var row = transaction.Statement(progress is null
            ? "DELETE FROM progress WHERE learner = ?1 AND ordinal = ?2"
            : """
              INSERT INTO progress (learner, ordinal, tested, targeted, completed) VALUES (?1, ?2, ?3, ?4, ?5)
              ON CONFLICT (learner, ordinal) DO UPDATE SET tested = excluded.tested, targeted = excluded.targeted, completed = excluded.completed
              """);
        row.Bind(1, learner);
        row.Bind(2, ordinal);
        if (progress is { } known)
        {
            row.Bind(3, known.Tested);
            row.Bind(4, known.Targeted);
            row.Bind(5, known.IsCompleted ? 1 : 0);
        }

        row.Execute();
    }

    private LearnerProgress? Find(LearnerId learner)
    {
        var row = _tables!.Statement("SELECT positioning, parts FROM learners WHERE learner = ?1");
        row.Bind(1, learner.Value.ToString("D", CultureInfo.InvariantCulture));
        var found = row.Step() ? new LearnerProgress(PositioningState.Read(row.Blob(0)), LearnerProgress.ReadParts(row.Blob(1))) : null;
        row.Reset();
        return found;
    }
}

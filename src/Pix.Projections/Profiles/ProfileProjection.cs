using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>profiles</c>: per learner, what their history says under one referential, whatever the day (Rule D5). The competences that
/// have something to say are in <c>facts</c> (JSON), the answers that they are folded from in <c>state</c>.
/// </summary>
public sealed class ProfileProjection : IProjection
{
    internal const string ProjectionName = "profiles";
    private const int CurrentVersion = 2;
    private const string Load = "SELECT state FROM profiles WHERE learner = ?1";

    private const string Save = """
        INSERT INTO profiles (learner, uncapped_pix, missing_for_certification, facts, state) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (learner) DO UPDATE SET
            uncapped_pix = excluded.uncapped_pix,
            missing_for_certification = excluded.missing_for_certification,
            facts = excluded.facts,
            state = excluded.state
        """;

    // Learners in memory: about 20 KiB each after a hundred answers.
    private const int LearnersInMemory = 8192;

    private readonly Referential _referential;
    private readonly StateTable<LearnerId, Positioning> _positionings;
    private readonly StateWriter _state = new();
    private readonly ArrayBufferWriter<byte> _facts = new(1024);
    private ReadModelTables? _tables;

    /// <summary>The profiles under this referential.</summary>
    public ProfileProjection(Referential referential)
        : this(referential, LearnersInMemory)
    {
    }

    internal ProfileProjection(Referential referential, int learnersInMemory)
    {
        _referential = referential;
        _positionings = new StateTable<LearnerId, Positioning>(
            learnersInMemory, Comparer<LearnerId>.Create(static (one, other) => one.Value.CompareTo(other.Value)), Find);
    }

    private static Referential NoReferential { get; } = new(new ReferentialVersion(0), [], [], [], []);

    /// <summary>Its definition. Before a first release is active there is nothing to be positioned on.</summary>
    public static ProjectionDefinition Definition { get; } = new(
        ProjectionName, CurrentVersion, DependsOnReferential: true, referential => new ProfileProjection(referential ?? NoReferential));

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => """
        CREATE TABLE profiles (
            learner TEXT NOT NULL PRIMARY KEY,
            uncapped_pix INTEGER NOT NULL,
            missing_for_certification INTEGER NOT NULL,
            facts TEXT NOT NULL,
            state BLOB NOT NULL);
        """;

    /// <inheritdoc />
    public string Indexes => "";

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(LearnerRegistered), typeof(AssessmentStarted), typeof(AnswerRecorded), typeof(AssessmentCompleted), typeof(CompetenceReset),
        typeof(CampaignReset),
    };

    /// <inheritdoc />
    public bool MustFlush => _positionings.MustFlush;

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        if (recorded.Event is not LearnerEvent happened || !Streams.IsLearner(recorded.Stream, out var learner)) return;
        _positionings.Set(learner, (_positionings.Find(learner) ?? Positioning.Initial).Evolve(happened));
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        using var json = new Utf8JsonWriter(_facts);
        var row = transaction.Statement(Save);
        _positionings.WriteChanged((learner, positioning) =>
        {
            var profile = Profile.Of(positioning, _referential);
            row.Bind(1, learner.ToString());
            row.Bind(2, profile.Competences.Sum(competence => competence.Total.Floor));
            row.Bind(3, profile.MissingForCertification);
            row.BindText(4, ProfileFacts.Write(profile, _facts, json));
            row.Bind(5, PositioningState.Write(positioning, _state));
            row.Execute();
        });
    }

    private Positioning? Find(LearnerId learner)
    {
        var row = _tables!.Statement(Load);
        row.Bind(1, learner.Value.ToString("D", CultureInfo.InvariantCulture));
        var found = row.Step() ? PositioningState.Read(row.Blob(0)) : null;
        row.Reset();
        return found;
    }
}

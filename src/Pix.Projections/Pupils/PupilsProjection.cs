using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Read model <c>pupils</c>: the pupils of each school as its latest completed import has them, and the account of each. What an import that is
/// under way says waits beside, and is shown in one transaction with its completion (Rule 10.6).
/// </summary>
public sealed class PupilsProjection : IProjection
{
    internal const string ProjectionName = "pupils";
    private const int CurrentVersion = 1;
    private const int PupilsInMemory = 8192;

    private readonly PersonalReader _personal;
    private readonly List<ImportId> _completed = [];
    private StateTable<PupilId, PupilRow> _pupils;
    private ReadModelTables? _tables;

    /// <summary>Facts are opened with this reader.</summary>
    public PupilsProjection(PersonalReader personal)
    {
        _personal = personal;
        _pupils = NoneInMemory();
    }

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version => CurrentVersion;

    /// <inheritdoc />
    public string Schema => PupilTable.Schema;

    /// <inheritdoc />
    public string Indexes => PupilTable.Indexes;

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type>
    {
        typeof(PupilImported), typeof(PupilUpdated), typeof(PupilDisabled), typeof(PupilAttached), typeof(PupilDetached), typeof(PupilErased), typeof(ImportCompleted),
    };

    /// <inheritdoc />
    public bool HoldsPersonalData => true;

    /// <inheritdoc />
    public bool MustFlush => _completed.Count > 0 || _pupils.MustFlush;

    /// <summary>Its definition: facts are opened with this reader.</summary>
    public static ProjectionDefinition Definition(PersonalReader personal) =>
        new(ProjectionName, CurrentVersion, DependsOnReferential: false, _ => new PupilsProjection(personal));

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        if (recorded.Event is ImportCompleted completed) _completed.Add(completed.Import);
        else if (recorded.Event is PupilEvent happened && Streams.IsPupil(recorded.Stream, out var pupil)) Apply(pupil, happened);
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        _pupils.WriteChanged((pupil, row) => PupilTable.Write(pupil, row, transaction));
        if (_completed.Count == 0) return;
        foreach (var import in _completed)
        {
            var show = transaction.Statement(PupilTable.Show);
            show.Bind(1, import.ToString());
            show.Execute();
        }

        // What is in memory is from before.
        _completed.Clear();
        _pupils = NoneInMemory();
    }

    /// <inheritdoc />
    public void Forget(PersonId person, ReadModelTransaction transaction)
    {
        _pupils = NoneInMemory();
        var row = transaction.Statement(PupilTable.Forget);
        row.Bind(1, person.ToString());
        row.Execute();
    }

    private void Apply(PupilId pupil, PupilEvent happened)
    {
        var known = _pupils.Find(pupil);
        if (After(known, happened) is { } row && row != known) _pupils.Set(pupil, row);
    }

    private PupilRow? After(PupilRow? known, PupilEvent happened) => happened switch
    {
        PupilImported imported => new PupilRow(
            imported.Organisation, imported.Facts.Person, known?.Seen, imported.Import, PupilSheet.Of(Opened(imported.Facts), imported.Division), null),
        PupilUpdated updated => known! with { Import = updated.Import, Pending = PupilSheet.Of(Opened(updated.Facts), updated.Division) },
        PupilDisabled disabled => known! with { Import = disabled.Import, Pending = known.Latest! with { IsEnabled = false } },
        PupilAttached attached => known! with { Learner = attached.Learner },
        PupilDetached => known! with { Learner = null },
        PupilErased => known! with { Seen = null, Import = null, Pending = null },
        _ => known,
    };

    private PupilFacts? Opened(Personal<PupilFacts> facts) => _personal.Open(facts).Value;

    private StateTable<PupilId, PupilRow> NoneInMemory() => new(
        PupilsInMemory,
        Comparer<PupilId>.Create(static (one, other) => one.Value.CompareTo(other.Value)),
        pupil => PupilTable.Find(pupil, _tables!));
}

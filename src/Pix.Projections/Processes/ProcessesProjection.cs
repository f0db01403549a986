using System.Globalization;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>Read model <c>processes</c>: what was begun and is not completed, so that a start finds it without reading the past.</summary>
public sealed class ProcessesProjection : IProjection
{
    internal const string ProjectionName = "processes";
    private const int IntentionsInMemory = 4096;

    private readonly IReadOnlyList<ProcessDefinition> _processes;
    private readonly StateTable<IntentionName, Row> _intentions;
    private ReadModelTables? _tables;

    /// <summary>The intentions of these processes.</summary>
    public ProcessesProjection(IReadOnlyList<ProcessDefinition> processes)
    {
        _processes = processes;
        _intentions = new StateTable<IntentionName, Row>(IntentionsInMemory, Comparer<IntentionName>.Create(Compare), Find);
        Handles = processes.SelectMany(process => process.Handles).ToHashSet();
        Version = VersionOf(processes);
    }

    /// <inheritdoc />
    public string Name => ProjectionName;

    /// <inheritdoc />
    public int Version { get; }

    /// <inheritdoc />
    public string Schema => """
        CREATE TABLE intentions (
            process TEXT NOT NULL,
            stream TEXT NOT NULL,
            key TEXT NOT NULL,
            id TEXT NOT NULL,
            opened_at TEXT NOT NULL,
            PRIMARY KEY (process, stream, key)) WITHOUT ROWID;
        """;

    /// <inheritdoc />
    public string Indexes => "";

    /// <inheritdoc />
    public IReadOnlySet<Type> Handles { get; }

    /// <inheritdoc />
    public bool MustFlush => _intentions.MustFlush;

    /// <summary>Its definition over these processes: one more, or a change of one, is another version.</summary>
    public static ProjectionDefinition Definition(IReadOnlyList<ProcessDefinition> processes) =>
        new(ProjectionName, VersionOf(processes), DependsOnReferential: false, _ => new ProcessesProjection(processes));

    /// <inheritdoc />
    public void Open(ReadModelTables tables) => _tables = tables;

    /// <inheritdoc />
    public void Apply(RecordedEvent recorded)
    {
        foreach (var process in _processes)
        {
            if (process.SignalOf(recorded.Event) is not { } signal) continue;
            var name = new IntentionName(process.Name, recorded.Stream, signal.Key);
            if (signal.Turn == ProcessTurn.Opened) _intentions.Set(name, new Row(recorded.Id, recorded.Event.At, IsOpen: true));
            else if (signal.Turn == ProcessTurn.Closed && _intentions.Find(name) is { } open) _intentions.Set(name, open with { IsOpen = false });
        }
    }

    /// <inheritdoc />
    public void Flush(ReadModelTransaction transaction)
    {
        var open = transaction.Statement(
            "INSERT INTO intentions (process, stream, key, id, opened_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (process, stream, key) DO NOTHING");
        var close = transaction.Statement("DELETE FROM intentions WHERE process = ?1 AND stream = ?2 AND key = ?3");
        _intentions.WriteChanged((name, row) =>
        {
            var statement = row.IsOpen ? open : close;
            statement.Bind(1, name.Process);
            statement.Bind(2, name.Stream.Value);
            statement.Bind(3, name.Key);
            if (row.IsOpen)
            {
                statement.Bind(4, row.Id.ToString());
                statement.Bind(5, row.OpenedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            }

            statement.Execute();
        });
    }

    private static int VersionOf(IReadOnlyList<ProcessDefinition> processes) => 1 + processes.Sum(process => process.Version);

    private static int Compare(IntentionName one, IntentionName other)
    {
        var process = string.CompareOrdinal(one.Process, other.Process);
        if (process != 0) return process;
        var stream = string.CompareOrdinal(one.Stream.Value, other.Stream.Value);
        return stream != 0 ? stream : string.CompareOrdinal(one.Key, other.Key);
    }

    private Row? Find(IntentionName name)
    {
        var row = _tables!.Statement("SELECT id, opened_at FROM intentions WHERE process = ?1 AND stream = ?2 AND key = ?3");
        row.Bind(1, name.Process);
        row.Bind(2, name.Stream.Value);
        row.Bind(3, name.Key);
        var found = row.Step()
            ? new Row(Guid.Parse(row.Text(0), CultureInfo.InvariantCulture), DateTimeOffset.Parse(row.Text(1), CultureInfo.InvariantCulture), IsOpen: true)
            : null;
        row.Reset();
        return found;
    }

    private sealed record Row(Guid Id, DateTimeOffset OpenedAt, bool IsOpen);
}

using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>A small projection: how often each learner saw the rules of the game. It can be told to throw.</summary>
internal sealed class Tally(string name, int version, Func<RecordedEvent, bool> throws) : IProjection
{
    private readonly Dictionary<string, long> _changed = [];
    private ReadModelTables? _tables;

    public string Name => name;

    public int Version => version;

    public string Schema => "CREATE TABLE tally (stream TEXT NOT NULL PRIMARY KEY, seen INTEGER NOT NULL);";

    public string Indexes => "";

    public IReadOnlySet<Type> Handles { get; } = new HashSet<Type> { typeof(RulesOfTheGameSeen) };

    public bool MustFlush => false;

    public static ProjectionDefinition Definition(string name = "tally", int version = 1, Func<RecordedEvent, bool>? throws = null) =>
        new(name, version, DependsOnReferential: false, _ => new Tally(name, version, throws ?? (_ => false)));

    public static long Total(ReadModels readModels, string name = "tally") => readModels.Read(name, Total);

    public static long Total(ReadModelReader reader) => Dapper.SqlMapper.QuerySingle<long>(reader.Connection, "SELECT coalesce(sum(seen), 0) FROM tally");

    public void Open(ReadModelTables tables) => _tables = tables;

    public void Apply(RecordedEvent recorded)
    {
        if (throws(recorded)) throw new InvalidOperationException("The test made it throw.");
        var stream = recorded.Stream.Value;
        _changed[stream] = (_changed.TryGetValue(stream, out var seen) ? seen : Load(stream)) + 1;
    }

    public void Flush(ReadModelTransaction transaction)
    {
        var row = transaction.Statement("INSERT OR REPLACE INTO tally (stream, seen) VALUES (?1, ?2)");
        foreach (var (stream, seen) in _changed.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            row.Bind(1, stream);
            row.Bind(2, seen);
            row.Execute();
        }

        _changed.Clear();
    }

    private long Load(string stream)
    {
        var row = _tables!.Statement("SELECT seen FROM tally WHERE stream = ?1");
        row.Bind(1, stream);
        var seen = row.Step() ? row.Integer(0) : 0;
        row.Reset();
        return seen;
    }
}

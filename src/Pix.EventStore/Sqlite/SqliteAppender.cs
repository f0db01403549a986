using SQLitePCL;

namespace Pix.EventStore;

/// <summary>
/// Decides and writes appends inside a transaction. It remembers the heads of the streams it wrote to, so that a hot append reads nothing;
/// what it remembers is true of the open transaction, therefore a rollback makes it forget.
/// </summary>
internal sealed class SqliteAppender : IDisposable
{
    private const int RememberedStreams = 200_000;

    private readonly SqliteConnectionHandle _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _findStream;
    private readonly SqliteStatement _addStream;
    private readonly SqliteStatement _addType;
    private readonly SqliteStatement _addEvent;
    private readonly SqliteStatement _idsAfter;
    private readonly BoundedCache<StreamName, StreamHead> _heads = new(RememberedStreams);
    private readonly Dictionary<string, long> _types = [];
    private long _position;
    private long _stream;
    private bool _forgotten;

    public SqliteAppender(SqliteConnectionHandle connection)
    {
        _connection = connection;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _findStream = connection.Prepare(
            "SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) FROM streams WHERE name = ?1");
        _addStream = connection.Prepare("INSERT INTO streams (id, name) VALUES (?1, ?2)");
        _addType = connection.Prepare("INSERT INTO types (id, name) VALUES (?1, ?2)");
        _addEvent = connection.Prepare(
            "INSERT INTO events (position, stream, revision, id, type, metadata, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _idsAfter = connection.Prepare("SELECT id, position FROM events WHERE stream = ?1 AND revision > ?2 ORDER BY revision");
        Remember();
    }

    /// <summary>The last position written, durable once the transaction is committed.</summary>
    public Position Head => new(_position);

    public void Begin()
    {
        _begin.Execute();
        if (_forgotten) Remember();
    }

    public void Commit() => _commit.Execute();

    /// <summary>Never throws: what could not be rolled back makes the next transaction fail, and be rolled back again.</summary>
    public void Rollback()
    {
        _forgotten = true;
        if (_connection.InTransaction) _ = raw.sqlite3_exec(_connection.Database, "ROLLBACK");
    }

    public AppendResult Append(PendingAppend append)
    {
        var head = Find(append.Stream);
        var actual = head?.Revision ?? Revision.None;
        if (append.Expected == actual) return Write(head ?? Create(append.Stream), append.Records);
        if (head is not null && append.Expected.Value < actual.Value && FindRetried(head, append) is { } position)
            return new AppendResult.Appended(append.Expected + append.Records.Count, position);
        return new AppendResult.Conflict(actual);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _findStream, _addStream, _addType, _addEvent, _idsAfter }) statement.Dispose();
    }

    private void Remember()
    {
        _heads.Clear();
        _types.Clear();
        _position = _connection.QueryInteger("SELECT max(position) FROM events");
        _stream = _connection.QueryInteger("SELECT max(id) FROM streams");
        using var types = _connection.Prepare("SELECT id, name FROM types");
        while (types.Step()) _types.Add(types.Text(1), types.Integer(0));
        _forgotten = false;
    }

    private StreamHead? Find(StreamName stream)
    {
        if (_heads.TryGet(stream, out var head)) return head;
        _findStream.Bind(1, stream.Value);
        if (_findStream.Step())
        {
            head = new StreamHead(_findStream.Integer(0)) { Revision = new Revision(_findStream.Integer(1)) };
            _heads.Add(stream, head);
        }

        _findStream.Reset();
        return head;
    }

    private StreamHead Create(StreamName stream)
    {
        _addStream.Bind(1, ++_stream);
        _addStream.Bind(2, stream.Value);
        _addStream.Execute();
        var head = new StreamHead(_stream);
        _heads.Add(stream, head);
        return head;
    }

    private AppendResult.Appended Write(StreamHead head, IReadOnlyList<NewRecord> records)
    {
        Span<byte> id = stackalloc byte[16];
        _addEvent.Bind(2, head.Id);
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            head.Revision += 1;
            record.Id.TryWriteBytes(id, bigEndian: true, out _);
            _addEvent.Bind(1, ++_position);
            _addEvent.Bind(3, head.Revision.Value);
            _addEvent.Bind(4, id);
            _addEvent.Bind(5, TypeId(record.Type));
            _addEvent.Bind(6, record.Metadata.Span);
            _addEvent.Bind(7, record.Data.Span);
            _addEvent.Execute();
        }

        return new AppendResult.Appended(head.Revision, new Position(_position));
    }

    private long TypeId(string type)
    {
        if (_types.TryGetValue(type, out var id)) return id;
        id = _types.Count + 1;
        _addType.Bind(1, id);
        _addType.Bind(2, type);
        _addType.Execute();
        _types.Add(type, id);
        return id;
    }

    // The position of its last record, when every record stands where this append would have put it.
    private Position? FindRetried(StreamHead head, PendingAppend append)
    {
        _idsAfter.Bind(1, head.Id);
        _idsAfter.Bind(2, append.Expected.Value);
        Position? last = null;
        var matching = 0;
        while (matching < append.Records.Count && _idsAfter.Step() && new Guid(_idsAfter.Blob(0), bigEndian: true) == append.Records[matching].Id)
        {
            last = new Position(_idsAfter.Integer(1));
            matching++;
        }

        _idsAfter.Reset();
        return matching == append.Records.Count ? last : null;
    }

    private sealed class StreamHead(long id)
    {
        public long Id { get; } = id;

        public Revision Revision { get; set; } = Revision.None;
    }
}

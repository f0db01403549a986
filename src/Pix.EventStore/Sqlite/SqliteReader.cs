namespace Pix.EventStore;

/// <summary>One read connection. Every call reads one page and lets go of its snapshot, so that checkpoints can proceed.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const int RememberedStreams = 65_536;
    private const int PageRecords = 4096;
    private const int PageBytes = 4 * 1024 * 1024;
    private const int StreamPageRecords = 512;
    private const string Columns = "position, stream, revision, id, type, metadata, data";

    private readonly SqliteConnectionHandle _connection;
    private readonly SqliteStatement _log;
    private readonly SqliteStatement _stream;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _streamId;
    private readonly SqliteStatement _streamName;
    private readonly SqliteStatement _typeName;
    private readonly BoundedCache<long, StreamName> _streams = new(RememberedStreams);
    private readonly Dictionary<long, string> _types = [];

    public SqliteReader(SqliteConnectionHandle connection)
    {
        _connection = connection;
        _log = connection.Prepare($"SELECT {Columns} FROM events WHERE position > ?1 ORDER BY position");
        _stream = connection.Prepare($"SELECT {Columns} FROM events WHERE stream = ?1 AND revision >= ?2 ORDER BY revision");
        _head = connection.Prepare("SELECT max(position) FROM events");
        _streamId = connection.Prepare("SELECT id FROM streams WHERE name = ?1");
        _streamName = connection.Prepare("SELECT name FROM streams WHERE id = ?1");
        _typeName = connection.Prepare("SELECT name FROM types WHERE id = ?1");
    }

    public RecordPage ReadLog(Position after)
    {
        _log.Bind(1, after.Value);
        var records = new List<Record>();
        var complete = Read(_log, records, PageRecords);
        return new RecordPage(records, records.Count == 0 ? after : records[^1].Position, complete);
    }

    /// <summary>The next records of a stream, and whether they are its last.</summary>
    public (List<Record> Records, bool Complete) ReadStream(StreamName stream, Revision from)
    {
        var records = new List<Record>();
        _streamId.Bind(1, stream.Value);
        var exists = _streamId.Step();
        var id = exists ? _streamId.Integer(0) : 0;
        _streamId.Reset();
        if (!exists) return (records, true);
        _stream.Bind(1, id);
        _stream.Bind(2, from.Value);
        return (records, Read(_stream, records, StreamPageRecords));
    }

    public Position ReadHead()
    {
        _head.Step();
        var head = new Position(_head.Integer(0));
        _head.Reset();
        return head;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _log, _stream, _head, _streamId, _streamName, _typeName }) statement.Dispose();
        _connection.Dispose();
    }

    private bool Read(SqliteStatement rows, List<Record> records, int maximum)
    {
        var bytes = 0;
        var more = rows.Step();
        while (more && records.Count < maximum && bytes < PageBytes)
        {
            var record = Current(rows);
            bytes += record.Data.Length + record.Metadata.Length;
            records.Add(record);
            more = rows.Step();
        }

        rows.Reset();
        return !more;
    }

    private Record Current(SqliteStatement row)
    {
        var metadata = row.Blob(5);
        var data = row.Blob(6);

        // One allocation for both: the collector is what a long scan waits for.
        var bytes = GC.AllocateUninitializedArray<byte>(metadata.Length + data.Length);
        metadata.CopyTo(bytes);
        data.CopyTo(bytes.AsSpan(metadata.Length));
        return new Record(
            new Position(row.Integer(0)),
            Stream(row.Integer(1)),
            new Revision(row.Integer(2)),
            new Guid(row.Blob(3), bigEndian: true),
            Type(row.Integer(4)),
            bytes.AsMemory(metadata.Length),
            bytes.AsMemory(0, metadata.Length));
    }

    private StreamName Stream(long id)
    {
        if (_streams.TryGet(id, out var stream)) return stream;
        stream = new StreamName(NameOf(_streamName, id));
        _streams.Add(id, stream);
        return stream;
    }

    private string Type(long id)
    {
        if (_types.TryGetValue(id, out var type)) return type;
        type = NameOf(_typeName, id);
        _types.Add(id, type);
        return type;
    }

    private static string NameOf(SqliteStatement names, long id)
    {
        names.Bind(1, id);
        if (!names.Step()) throw new LogUnavailableException("log_corrupt", $"the log names no stream or type {id}: restore a backup");
        var name = names.Text(0);
        names.Reset();
        return name;
    }
}

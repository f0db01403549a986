using System.Globalization;
using Microsoft.Data.Sqlite;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// The file of one generation: the projection's tables, the identity that they were folded under, and the checkpoint. A file that is
/// missing, damaged or not what the catalogue says it is cannot be opened (<see cref="TryOpen"/> gives null): it is built again.
/// </summary>
internal sealed class GenerationFile : IDisposable
{
    // "PixR", in the file's header.
    private const long ApplicationId = 0x50697852;
    private const long Format = 1;

    private const string OwnSchema = """
        CREATE TABLE generation (log TEXT NOT NULL, epoch INTEGER NOT NULL, projection TEXT NOT NULL, version INTEGER NOT NULL, referential INTEGER);
        CREATE TABLE checkpoint (position INTEGER NOT NULL, events INTEGER NOT NULL);
        INSERT INTO checkpoint (position, events) VALUES (0, 0);
        """;

    private readonly SqliteConnectionHandle _connection;

    private GenerationFile(SqliteConnectionHandle connection)
    {
        _connection = connection;
        Tables = new ReadModelTables(connection);
    }

    public ReadModelTables Tables { get; }

    /// <summary>Makes an empty file; what was left there under this name goes.</summary>
    public static GenerationFile Create(string path, GenerationIdentity identity, IProjection projection)
    {
        SqliteFormats.Delete(path);
        return Open(path, projection, file =>
        {
            file._connection.Execute("BEGIN IMMEDIATE");
            file._connection.Execute(OwnSchema);
            file._connection.Execute(projection.Schema);
            file.WriteIdentity(identity);
            SqliteFormats.Stamp(file._connection, ApplicationId, Format);
            file._connection.Execute("COMMIT");
        });
    }

    /// <summary>Opens a file of this identity, or gives null.</summary>
    public static GenerationFile? TryOpen(string path, GenerationIdentity identity, IProjection projection)
    {
        if (!File.Exists(path)) return null;
        GenerationFile? file = null;
        try
        {
            file = Open(path, projection, static _ => { });
            if (file.IsOurs() && file.ReadIdentity() == identity) return file;
        }
        catch (SqliteException failure) when (failure.IsDamage())
        {
        }

        file?.Dispose();
        return null;
    }

    public Checkpoint ReadCheckpoint()
    {
        var row = Tables.Statement("SELECT position, events FROM checkpoint");
        row.Step();
        var checkpoint = new Checkpoint(new Position(row.Integer(0)), row.Integer(1));
        row.Reset();
        return checkpoint;
    }

    /// <summary>Writes in one transaction; the checkpoint goes with it.</summary>
    public void Write(Checkpoint checkpoint, Action<ReadModelTransaction> write)
    {
        Tables.Statement("BEGIN IMMEDIATE").Execute();
        try
        {
            write(new ReadModelTransaction(Tables));
            var row = Tables.Statement("UPDATE checkpoint SET position = ?1, events = ?2");
            row.Bind(1, checkpoint.Position.Value);
            row.Bind(2, checkpoint.Events);
            row.Execute();
            Tables.Statement("COMMIT").Execute();
        }
        catch
        {
            if (_connection.InTransaction) _connection.Execute("ROLLBACK");
            throw;
        }
    }

    public void Run(string sql) => _connection.Execute(sql);

    /// <summary>Folds the write-ahead log into the file and empties it, so that bytes that were overwritten are gone; false when a reader is in the way.</summary>
    public bool TryTruncateLog() => _connection.QueryInteger("PRAGMA wal_checkpoint(TRUNCATE)") == 0;

    public void Dispose()
    {
        Tables.Dispose();
        _connection.Dispose();
    }

    private static GenerationFile Open(string path, IProjection projection, Action<GenerationFile> prepare)
    {
        var file = new GenerationFile(SqliteConnectionHandle.Open(path, SqliteFormats.BusyTimeout));
        try
        {
            file.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;");
            if (projection.HoldsPersonalData) file.Run("PRAGMA secure_delete = ON;");
            prepare(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private bool IsOurs() =>
        _connection.QueryInteger("PRAGMA application_id") == ApplicationId && _connection.QueryInteger("PRAGMA user_version") == Format;

    private void WriteIdentity(GenerationIdentity identity)
    {
        using var row = _connection.Prepare("INSERT INTO generation (log, epoch, projection, version, referential) VALUES (?1, ?2, ?3, ?4, ?5)");
        row.Bind(1, identity.Log.Log.ToString());
        row.Bind(2, identity.Log.Epoch);
        row.Bind(3, identity.Projection);
        row.Bind(4, identity.Version);
        row.BindOrNull(5, identity.Referential?.Value);
        row.Execute();
    }

    private GenerationIdentity? ReadIdentity()
    {
        using var row = _connection.Prepare("SELECT log, epoch, projection, version, referential FROM generation");
        if (!row.Step()) return null;
        return new GenerationIdentity(
            new LogIdentity(Guid.Parse(row.Text(0), CultureInfo.InvariantCulture), (int)row.Integer(1)),
            row.Text(2),
            (int)row.Integer(3),
            row.IntegerOrNull(4) is { } version ? new ReferentialVersion((int)version) : null);
    }
}

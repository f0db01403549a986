using System.Globalization;
using Microsoft.Data.Sqlite;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>What a generation is there for.</summary>
internal enum GenerationRole
{
    Served,
    Building,
    Kept,
}

/// <summary>A generation as the catalogue knows it. A pinned one was rolled back to: it is not replaced until somebody asks.</summary>
internal sealed record CatalogueEntry(string Projection, int Generation, GenerationRole Role, int Version, ReferentialVersion? Referential, bool IsPinned);

/// <summary>
/// Which generation of each projection is served, which is being built, which is kept. What the catalogue does not name is not there. Not for
/// several threads at once.
/// </summary>
internal sealed class Catalogue : IDisposable
{
    // "PixC", in the file's header.
    private const long ApplicationId = 0x50697843;
    private const long Format = 1;

    private const string Schema = """
        CREATE TABLE catalogue (log TEXT NOT NULL, epoch INTEGER NOT NULL);
        CREATE TABLE numbers (projection TEXT PRIMARY KEY, last INTEGER NOT NULL);
        CREATE TABLE generations (
            projection TEXT NOT NULL,
            generation INTEGER NOT NULL,
            role TEXT NOT NULL,
            version INTEGER NOT NULL,
            referential INTEGER,
            pinned INTEGER NOT NULL,
            PRIMARY KEY (projection, generation));
        """;

    private readonly SqliteConnectionHandle _connection;

    private Catalogue(SqliteConnectionHandle connection) => _connection = connection;

    /// <summary>
    /// Opens the catalogue of this log; makes an empty one when there is none, or when what is there is damaged (everything is then built
    /// again). Throws <see cref="ReadModelsException"/> <c>catalogue_foreign</c> or <c>catalogue_newer</c>.
    /// </summary>
    public static Catalogue Open(string file, LogIdentity log)
    {
        try
        {
            return OpenExisting(file, log);
        }
        catch (SqliteException failure) when (failure.IsDamage())
        {
            SqliteFormats.Delete(file);
            return OpenExisting(file, log);
        }
    }

    public IReadOnlyList<string> Projections()
    {
        using var rows = _connection.Prepare("SELECT DISTINCT projection FROM generations ORDER BY projection");
        var names = new List<string>();
        while (rows.Step()) names.Add(rows.Text(0));
        return names;
    }

    public IReadOnlyList<CatalogueEntry> Entries(string projection)
    {
        using var rows = _connection.Prepare(
            "SELECT generation, role, version, referential, pinned FROM generations WHERE projection = ?1 ORDER BY generation");
        rows.Bind(1, projection);
        var entries = new List<CatalogueEntry>();
        while (rows.Step())
        {
            entries.Add(new CatalogueEntry(
                projection,
                (int)rows.Integer(0),
                Enum.Parse<GenerationRole>(rows.Text(1)),
                (int)rows.Integer(2),
                rows.IntegerOrNull(3) is { } version ? new ReferentialVersion((int)version) : null,
                rows.Integer(4) != 0));
        }

        return entries;
    }

    /// <summary>The files' names of every generation that is there.</summary>
    public IReadOnlySet<string> FileNames()
    {
        using var rows = _connection.Prepare("SELECT projection, generation FROM generations");
        var names = new HashSet<string>();
        while (rows.Step()) names.Add(FileName(rows.Text(0), (int)rows.Integer(1)));
        return names;
    }

    /// <summary>A number that no generation of this projection ever had: a dropped one's file may still be read.</summary>
    public int NextNumber(string projection)
    {
        using var row = _connection.Prepare(
            "INSERT INTO numbers (projection, last) VALUES (?1, 1) ON CONFLICT (projection) DO UPDATE SET last = last + 1 RETURNING last");
        row.Bind(1, projection);
        row.Step();
        var number = (int)row.Integer(0);
        while (row.Step())
        {
        }

        return number;
    }

    /// <summary>Puts and removes entries, all or none.</summary>
    public void Change(IEnumerable<CatalogueEntry> removed, IEnumerable<CatalogueEntry> put)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        try
        {
            foreach (var entry in removed) Remove(entry);
            foreach (var entry in put) Put(entry);
            _connection.Execute("COMMIT");
        }
        catch
        {
            if (_connection.InTransaction) _connection.Execute("ROLLBACK");
            throw;
        }
    }

    public static string FileName(string projection, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{projection}.{generation}.db");

    public void Dispose() => _connection.Dispose();

    private static Catalogue OpenExisting(string file, LogIdentity log)
    {
        var connection = SqliteConnectionHandle.Open(file, SqliteFormats.BusyTimeout);
        try
        {
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            if (SqliteFormats.IsBlank(connection)) Create(connection, log);
            Recognise(connection, file, log);
            return new Catalogue(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Create(SqliteConnectionHandle connection, LogIdentity log)
    {
        connection.Execute("BEGIN IMMEDIATE");
        connection.Execute(Schema);
        using var row = connection.Prepare("INSERT INTO catalogue (log, epoch) VALUES (?1, ?2)");
        row.Bind(1, log.Log.ToString());
        row.Bind(2, log.Epoch);
        row.Execute();
        SqliteFormats.Stamp(connection, ApplicationId, Format);
        connection.Execute("COMMIT");
    }

    private static void Recognise(SqliteConnectionHandle connection, string file, LogIdentity log)
    {
        if (connection.QueryInteger("PRAGMA application_id") != ApplicationId)
            throw new ReadModelsException("catalogue_foreign", $"This SQLite file is not a catalogue of read models ({file}).");
        if (connection.QueryInteger("PRAGMA user_version") is > Format and var format)
        {
            throw new ReadModelsException(
                "catalogue_newer", $"The read models have format {format}, this release reads up to {Format}: use a newer release, or delete the folder ({file}).");
        }

        using var row = connection.Prepare("SELECT log, epoch FROM catalogue");
        var known = row.Step() ? new LogIdentity(Guid.Parse(row.Text(0), CultureInfo.InvariantCulture), (int)row.Integer(1)) : null;
        if (known != log)
        {
            throw new ReadModelsException(
                "catalogue_foreign",
                $"These read models belong to log {known?.Log} (epoch {known?.Epoch}), not to {log.Log} (epoch {log.Epoch}): delete the folder or use another ({file}).");
        }
    }

    private void Remove(CatalogueEntry entry)
    {
        using var row = _connection.Prepare("DELETE FROM generations WHERE projection = ?1 AND generation = ?2");
        row.Bind(1, entry.Projection);
        row.Bind(2, entry.Generation);
        row.Execute();
    }

    private void Put(CatalogueEntry entry)
    {
        using var row = _connection.Prepare(
            "INSERT OR REPLACE INTO generations (projection, generation, role, version, referential, pinned) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        row.Bind(1, entry.Projection);
        row.Bind(2, entry.Generation);
        row.Bind(3, entry.Role.ToString());
        row.Bind(4, entry.Version);
        row.BindOrNull(5, entry.Referential?.Value);
        row.Bind(6, entry.IsPinned ? 1 : 0);
        row.Execute();
    }
}

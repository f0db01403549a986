using Microsoft.Data.Sqlite;
using Pix.Domain;

namespace Pix.Projections;

/// <summary>
/// A way into one generation, for the time of one read: an open read-only connection, to be queried with Dapper, and the referential that its
/// rows were folded under (null: none). Not to be kept after the read.
/// </summary>
public sealed class ReadModelReader : IDisposable
{
    internal ReadModelReader(string file, int generation, Referential? referential)
    {
        Generation = generation;
        Referential = referential;
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = (int)SqliteFormats.BusyTimeout.TotalSeconds,
        }.ConnectionString);
        Connection.Open();
    }

    /// <summary>Open, read-only.</summary>
    public SqliteConnection Connection { get; }

    /// <summary>Which generation is read.</summary>
    public int Generation { get; }

    /// <summary>The release that the rows were folded under; null when they depend on none.</summary>
    public Referential? Referential { get; }

    /// <inheritdoc />
    public void Dispose() => Connection.Dispose();
}

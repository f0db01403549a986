using Microsoft.Data.Sqlite;

namespace Pix.EventStore;

/// <summary>The file of the persons' keys: how it is recognised, created and opened.</summary>
internal static class SqliteKeyFile
{
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    // The mark is "PixK". Rows are added at the end and overwritten in place, never moved: a page that is split can leave a copy behind,
    // which no later erasure would find.
    private static readonly SqliteFormat Format = new(0x5069784B, 1, """
        CREATE TABLE keys (id INTEGER PRIMARY KEY, person BLOB NOT NULL UNIQUE, wrapped BLOB NOT NULL);
        CREATE TABLE master (proof BLOB NOT NULL);
        CREATE TABLE erasures (log BLOB NOT NULL, epoch INTEGER NOT NULL, followed INTEGER NOT NULL, PRIMARY KEY (log, epoch));
        """);

    /// <summary>The owner's connection; creates the file, and its folder, when there is none. Refuses a master key that it was not made with.</summary>
    public static SqliteConnectionHandle Open(string file, MasterKey master)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return Prepared(SqliteConnectionHandle.Open(file, BusyTimeout), connection =>
        {
            if (Format.Recognise(connection) == SqliteFileKind.Blank)
                Format.Create(connection, $"INSERT INTO master (proof) VALUES (X'{Convert.ToHexString(master.Seal("Pix"u8, Place))}');");
            Require(connection, file);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            using var proof = connection.Prepare("SELECT proof FROM master");
            _ = proof.Step();
            master.Open(proof.Blob(0), Place);
        });
    }

    /// <summary>A connection that reads beside the owner's.</summary>
    public static SqliteConnectionHandle OpenReadOnly(string file) =>
        Prepared(SqliteConnectionHandle.OpenReadOnly(file, BusyTimeout), connection => Require(connection, file));

    public static PersonKeyException Unavailable(SqliteException failure, string file) =>
        new("keys_unavailable", $"The persons' keys cannot be read or written ({file}: {failure.Message}).", failure);

    private static ReadOnlySpan<byte> Place => "master key"u8;

    private static SqliteConnectionHandle Prepared(SqliteConnectionHandle connection, Action<SqliteConnectionHandle> prepare)
    {
        try
        {
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Require(SqliteConnectionHandle connection, string file)
    {
        switch (Format.Recognise(connection))
        {
            case SqliteFileKind.Known:
                return;
            case SqliteFileKind.Newer:
                throw new PersonKeyException("keys_newer", $"A newer release wrote these keys: use that one ({file}).");
            default:
                throw new PersonKeyException("keys_foreign", $"This SQLite file holds no persons' keys ({file}).");
        }
    }
}

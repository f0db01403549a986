namespace Pix.EventStore;

/// <summary>What a SQLite file is to the release that opens it.</summary>
internal enum SqliteFileKind
{
    /// <summary>Just made, or left so by a machine that stopped while it was being created.</summary>
    Blank,

    /// <summary>Of this format, in a version that this release reads.</summary>
    Known,

    /// <summary>Of this format, written by a newer release.</summary>
    Newer,

    /// <summary>Something else.</summary>
    Foreign,
}

/// <summary>A file format over SQLite: a mark in the header, so that no other SQLite file is taken for it, a version, and its tables.</summary>
internal sealed record SqliteFormat(long ApplicationId, long Version, string Tables)
{
    public SqliteFileKind Recognise(SqliteConnectionHandle connection) => connection.QueryInteger("PRAGMA application_id") switch
    {
        0 when connection.QueryInteger("SELECT count(*) FROM sqlite_master") == 0 => SqliteFileKind.Blank,
        var id when id != ApplicationId => SqliteFileKind.Foreign,
        _ when connection.QueryInteger("PRAGMA user_version") > Version => SqliteFileKind.Newer,
        _ => SqliteFileKind.Known,
    };

    /// <summary>Makes a blank file one of this format, with what it holds from the beginning.</summary>
    public void Create(SqliteConnectionHandle connection, string content)
    {
        connection.Execute("PRAGMA journal_mode = WAL;");
        connection.Execute($"""
            BEGIN IMMEDIATE;
            {Tables}
            {content}
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Version};
            COMMIT;
            """);
    }
}

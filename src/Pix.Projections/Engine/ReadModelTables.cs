using Pix.EventStore;

namespace Pix.Projections;

/// <summary>A projection's own tables: statements are prepared once and kept. Each is reset by who runs it.</summary>
public sealed class ReadModelTables : IDisposable
{
    private readonly SqliteConnectionHandle _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = [];

    internal ReadModelTables(SqliteConnectionHandle connection) => _connection = connection;

    /// <summary>The statement of this text, prepared on first use.</summary>
    public SqliteStatement Statement(string sql)
    {
        if (_statements.TryGetValue(sql, out var statement)) return statement;
        statement = _connection.Prepare(sql);
        _statements.Add(sql, statement);
        return statement;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
    }
}

/// <summary>The transaction that a flush writes in, together with the checkpoint.</summary>
public sealed class ReadModelTransaction
{
    private readonly ReadModelTables _tables;

    internal ReadModelTransaction(ReadModelTables tables) => _tables = tables;

    /// <summary>The statement of this text, prepared on first use.</summary>
    public SqliteStatement Statement(string sql) => _tables.Statement(sql);
}

using System.Security.Cryptography;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>The rows of the key file, through one connection, for one thread at a time. A destroyed key is a row of zeroes.</summary>
internal sealed class KeyRows : IDisposable
{
    private const int KeySize = 32;
    private const int PageRows = 1024;
    private static readonly byte[] Destroyed = new byte[KeySize + AuthenticatedBox.Overhead];

    private readonly SqliteConnectionHandle _connection;
    private readonly MasterKey _master;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _overwrite;

    public KeyRows(SqliteConnectionHandle connection, MasterKey master)
    {
        _connection = connection;
        _master = master;
        _find = connection.Prepare("SELECT wrapped FROM keys WHERE person = ?1");
        _add = connection.Prepare("INSERT INTO keys (person, wrapped) VALUES (?1, ?2)");
        _overwrite = connection.Prepare("UPDATE keys SET wrapped = ?2 WHERE person = ?1");
    }

    public static string CountPresent { get; } = $"SELECT count(*) FROM keys WHERE wrapped <> zeroblob({KeySize + AuthenticatedBox.Overhead})";

    /// <summary>The next rows, in the order of the file, whose key was not destroyed; none at its end.</summary>
    public static List<(long Row, PersonId Person)> PresentAfter(SqliteConnectionHandle connection, long row)
    {
        using var rows = connection.Prepare(
            $"SELECT id, person FROM keys WHERE id > ?1 AND wrapped <> zeroblob({KeySize + AuthenticatedBox.Overhead}) ORDER BY id LIMIT {PageRows}");
        rows.Bind(1, row);
        var page = new List<(long, PersonId)>();
        while (rows.Step()) page.Add((rows.Integer(0), new PersonId(new Guid(rows.Blob(1), bigEndian: true))));
        return page;
    }

    public KeyLookup Find(PersonId person)
    {
        var id = Bytes(person);
        _find.Bind(1, id);
        var wrapped = _find.Step() ? _find.Blob(0).ToArray() : null;
        _find.Reset();
        if (wrapped is null) return new KeyLookup(KeyState.Missing, null);
        return wrapped.AsSpan().SequenceEqual(Destroyed)
            ? new KeyLookup(KeyState.Destroyed, null)
            : new KeyLookup(KeyState.Present, new PersonKey(_master.Open(wrapped, id)));
    }

    /// <summary>The key that is there, or was; else this one, or a new one when none is given.</summary>
    public KeyLookup FindOrAdd(PersonId person, PersonKey? given)
    {
        if (Find(person) is { State: not KeyState.Missing } known) return known;
        var key = given ?? new PersonKey(RandomNumberGenerator.GetBytes(KeySize));
        Write(_add, person, _master.Seal(key.Bytes, Bytes(person)));
        return new KeyLookup(KeyState.Present, key);
    }

    public void Destroy(PersonId person) => Write(Find(person).State == KeyState.Missing ? _add : _overwrite, person, Destroyed);

    public Position Followed(LogIdentity log)
    {
        using var find = _connection.Prepare("SELECT followed FROM erasures WHERE log = ?1 AND epoch = ?2");
        Bind(find, log);
        return find.Step() ? new Position(find.Integer(0)) : Position.Start;
    }

    public void SetFollowed(LogIdentity log, Position position)
    {
        using var set = _connection.Prepare("INSERT OR REPLACE INTO erasures (log, epoch, followed) VALUES (?1, ?2, ?3)");
        Bind(set, log);
        set.Bind(3, position.Value);
        set.Execute();
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
        _overwrite.Dispose();
        _connection.Dispose();
    }

    private static void Write(SqliteStatement statement, PersonId person, byte[] wrapped)
    {
        statement.Bind(1, Bytes(person));
        statement.Bind(2, wrapped);
        statement.Execute();
    }

    private static void Bind(SqliteStatement statement, LogIdentity log)
    {
        statement.Bind(1, log.Log.ToByteArray(bigEndian: true));
        statement.Bind(2, log.Epoch);
    }

    private static byte[] Bytes(PersonId person) => person.Value.ToByteArray(bigEndian: true);
}

using Microsoft.Data.Sqlite;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>The one writer of the key file. Keys asked for while it waits for the disk are written together.</summary>
internal sealed class KeyWriter(string file, SqliteConnectionHandle connection, MasterKey master, Action<PersonId, KeyLookup> committed) : IDisposable
{
    private readonly KeyRows _rows = new(connection, master);
    private readonly Lock _file = new();
    private readonly Lock _gate = new();
    private List<Wish> _wishes = [];
    private bool _writing;

    /// <summary>The person's key, made unless there is one or there was one (from the given bytes, if any), once it is durable.</summary>
    public Task<KeyLookup> FindOrAdd(PersonId person, PersonKey? given)
    {
        var wish = new Wish(person, given);
        lock (_gate)
        {
            _wishes.Add(wish);
            if (_writing) return wish.Task;
            _writing = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static writer => writer.WriteWishes(), this, preferLocal: false);
        return wish.Task;
    }

    /// <summary>Overwrites the key in the file, then empties the write-ahead log, which may hold it too.</summary>
    public void Destroy(PersonId person)
    {
        lock (_file)
        {
            InTransaction(() => _rows.Destroy(person));
            committed(person, new KeyLookup(KeyState.Destroyed, null));
            if (connection.QueryInteger("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                throw new PersonKeyException("keys_unavailable", $"Another process reads the keys, so that one cannot be overwritten everywhere yet ({file}).");
        }
    }

    public Position Followed(LogIdentity log)
    {
        lock (_file) return _rows.Followed(log);
    }

    public void SetFollowed(LogIdentity log, Position position)
    {
        lock (_file) InTransaction(() => _rows.SetFollowed(log, position));
    }

    public void Dispose()
    {
        lock (_file) _rows.Dispose();
    }

    private void WriteWishes()
    {
        while (TakeAll() is { Count: > 0 } group)
        {
            try
            {
                lock (_file)
                {
                    InTransaction(() => group.ForEach(wish => wish.Answer = _rows.FindOrAdd(wish.Person, wish.Given)));
                    group.ForEach(wish => committed(wish.Person, wish.Answer));
                }

                group.ForEach(wish => wish.SetResult(wish.Answer));
            }
            catch (Exception failure)
            {
                // Whatever it was, the writer lives on: only this group is told.
                var told = failure is SqliteException sqlite ? SqliteKeyFile.Unavailable(sqlite, file) : failure;
                group.ForEach(wish => wish.TrySetException(told));
            }
        }
    }

    private List<Wish> TakeAll()
    {
        lock (_gate)
        {
            var taken = _wishes;
            _wishes = [];
            _writing = taken.Count > 0;
            return taken;
        }
    }

    private void InTransaction(Action write)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            write();
            connection.Execute("COMMIT");
        }
        catch
        {
            if (connection.InTransaction) connection.Execute("ROLLBACK");
            throw;
        }
    }

    private sealed class Wish(PersonId person, PersonKey? given) : TaskCompletionSource<KeyLookup>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public PersonId Person { get; } = person;

        public PersonKey? Given { get; } = given;

        public KeyLookup Answer { get; set; }
    }
}

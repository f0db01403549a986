using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// The persons' keys in one SQLite file beside the log, each wrapped by the master key. A destroyed key leaves a row of zeroes, and no other
/// trace in the file or its write-ahead log. Backups that were made before still hold it: they are to be kept no longer than promised.
/// </summary>
/// <remarks>
/// Opening throws <see cref="PersonKeyException"/>: <c>master_key_wrong</c>, <c>keys_newer</c> (written by a newer release),
/// <c>keys_foreign</c> (another file), <c>keys_unavailable</c>.
/// </remarks>
public sealed class SqlitePersonKeys : IPersonKeyStore, IErasureCheckpoint, IDisposable
{
    private const int RememberedKeys = 50_000;

    private readonly string _file;
    private readonly KeyWriter _writer;
    private readonly KeyRows _reader;
    private readonly Lock _reading = new();
    private readonly BoundedCache<PersonId, KeyLookup> _known = new(RememberedKeys);
    private readonly SemaphoreSlim _snapshots = new(1, 1);

    private SqlitePersonKeys(string file, MasterKey master)
    {
        _file = file;
        _writer = new KeyWriter(file, SqliteKeyFile.Open(file, master), master, Remember);
        _reader = new KeyRows(SqliteKeyFile.OpenReadOnly(file), master);
    }

    /// <summary>Opens the file for its owner; creates it, and its folder, when there is none.</summary>
    public static SqlitePersonKeys Open(string file, MasterKey master)
    {
        try
        {
            return new SqlitePersonKeys(file, master);
        }
        catch (SqliteException failure)
        {
            throw failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_NOTADB
                ? new PersonKeyException("keys_foreign", $"This file holds no persons' keys ({file}).", failure)
                : SqliteKeyFile.Unavailable(failure, file);
        }
    }

    /// <inheritdoc />
    public async ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel)
    {
        var known = Find(person);
        if (known.State == KeyState.Missing) known = await _writer.FindOrAdd(person, given: null).WaitAsync(cancel).ConfigureAwait(false);
        return known.Key;
    }

    /// <inheritdoc />
    public KeyLookup Find(PersonId person)
    {
        // Read and remembered under one lock: what is destroyed meanwhile is forgotten after, never before.
        lock (_reading)
        {
            if (_known.TryGet(person, out var known)) return known;
            known = OrUnavailable(() => _reader.Find(person));
            if (known.State != KeyState.Missing) _known.Add(person, known);
            return known;
        }
    }

    /// <inheritdoc />
    public async Task Destroy(PersonId person, CancellationToken cancel)
    {
        await _snapshots.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await Task.Run(() => OrUnavailable(() => _writer.Destroy(person)), cancel).ConfigureAwait(false);
        }
        finally
        {
            _snapshots.Release();
        }
    }

    /// <inheritdoc />
    public Task<long> Count(CancellationToken cancel) => Task.Run(
        () => OrUnavailable(() =>
        {
            using var connection = SqliteKeyFile.OpenReadOnly(_file);
            return connection.QueryInteger(KeyRows.CountPresent);
        }),
        cancel);

    /// <inheritdoc />
    public async IAsyncEnumerable<PersonId> Present([EnumeratorCancellation] CancellationToken cancel)
    {
        var after = 0L;
        while (true)
        {
            var page = await Task.Run(() => OrUnavailable(() => PresentAfter(after)), cancel).ConfigureAwait(false);
            if (page.Count == 0) yield break;
            foreach (var (_, person) in page) yield return person;
            after = page[^1].Row;
        }
    }

    /// <inheritdoc />
    public async Task<bool> Import(PersonId person, PersonKey key, CancellationToken cancel) =>
        (await _writer.FindOrAdd(person, key).WaitAsync(cancel).ConfigureAwait(false)).State == KeyState.Present;

    /// <summary>
    /// Copies the keys as they are now into a new file, and answers their number. Throws <see cref="IOException"/> when the file exists
    /// already. Copy the log before the keys: a key that is in no event yet does no harm, an event without its key cannot be read.
    /// </summary>
    public async Task<long> BackupTo(string file, CancellationToken cancel)
    {
        // A copy under way keeps the write-ahead log from being emptied, which a destruction needs.
        await _snapshots.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Copy(file, cancel), cancel).ConfigureAwait(false);
        }
        finally
        {
            _snapshots.Release();
        }
    }

    /// <inheritdoc />
    public Position Followed(LogIdentity log) => OrUnavailable(() => _writer.Followed(log));

    /// <inheritdoc />
    public Task SetFollowed(LogIdentity log, Position position) =>
        Task.Run(() => OrUnavailable(() => _writer.SetFollowed(log, position)));

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // The writer closes last: it folds the write-ahead log into the file.
        lock (_reading) _reader.Dispose();
        _writer.Dispose();
        _snapshots.Dispose();
    }

    private List<(long Row, PersonId Person)> PresentAfter(long row)
    {
        using var connection = SqliteKeyFile.OpenReadOnly(_file);
        return KeyRows.PresentAfter(connection, row);
    }

    private long Copy(string file, CancellationToken cancel) => OrUnavailable(
        () => SqliteBackup.Copy(() => SqliteKeyFile.OpenReadOnly(_file), KeyRows.CountPresent, file, SqliteKeyFile.BusyTimeout, cancel));

    private void Remember(PersonId person, KeyLookup lookup)
    {
        lock (_reading)
        {
            _known.Remove(person);
            _known.Add(person, lookup);
        }
    }

    private void OrUnavailable(Action work) => OrUnavailable(() =>
    {
        work();
        return true;
    });

    private T OrUnavailable<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw SqliteKeyFile.Unavailable(failure, _file);
        }
    }
}

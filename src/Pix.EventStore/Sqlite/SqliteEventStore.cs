using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Pix.EventStore;

/// <summary>
/// The embedded engine: one SQLite file with a write-ahead log. Acknowledged means on disk. Positions start at 1 and have no gap. The file
/// has one owner, who opens it for writing; others may open it for reading.
/// </summary>
/// <remarks>
/// Opening throws <see cref="LogUnavailableException"/>: <c>log_missing</c>, <c>log_foreign</c> (not a log), <c>log_newer</c> (written by a
/// newer release), <c>log_corrupt</c>, <c>log_busy</c>, <c>log_io_error</c>.
/// </remarks>
public sealed class SqliteEventStore : IEventStore
{
    private readonly string _file;
    private readonly SqliteEventStoreOptions _options;
    private readonly SqliteReaderPool _readers;
    private readonly SqliteWriter? _writer;

    private SqliteEventStore(string file, SqliteEventStoreOptions options, SqliteWriter? writer)
    {
        _file = file;
        _options = options;
        _writer = writer;
        _readers = new SqliteReaderPool(file, options);
    }

    /// <inheritdoc />
    public bool IsShared => false;

    /// <inheritdoc />
    public long PositionsPerEvent => 1;

    /// <summary>Opens the log for its owner; creates it, and its folder, when there is none.</summary>
    public static SqliteEventStore Open(string file, SqliteEventStoreOptions options) => new(file, options, new SqliteWriter(file, options));

    /// <summary>Opens an existing log for reading, also beside its running owner. It neither appends nor subscribes.</summary>
    public static SqliteEventStore OpenReadOnly(string file, SqliteEventStoreOptions options)
    {
        var store = new SqliteEventStore(file, options, writer: null);
        store._readers.Read(reader => reader.ReadHead());
        return store;
    }

    /// <inheritdoc />
    public Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel)
    {
        var writer = Owned();
        var bytes = AppendRequest.SizeOf(stream, expected, records);
        if (bytes > IEventStore.MaximumAppendBytes) return Task.FromResult<AppendResult>(new AppendResult.TooLarge(bytes));
        return writer.Append(new PendingAppend(stream, expected, records, bytes, cancel));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        for (var complete = false; !complete;)
        {
            cancel.ThrowIfCancellationRequested();
            (var records, complete) = _readers.Read(reader => reader.ReadStream(stream, from));
            foreach (var record in records) yield return record;
            from += records.Count;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordPage> ReadAll(Position after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var next = ReadAhead(after, cancel);
        try
        {
            for (var complete = false; !complete;)
            {
                var page = await next.ConfigureAwait(false);
                complete = page.CaughtUp;
                if (!complete) next = ReadAhead(page.Last, cancel);
                yield return page;
            }
        }
        finally
        {
            // A reader who stops early leaves a page under way, which must not outlive the log.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordPage> Subscribe(Position after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var signal = Owned().Signal;
        await foreach (var page in ReadAll(after, cancel).ConfigureAwait(false))
        {
            after = page.Last;
            yield return page;
        }

        while (true)
        {
            await signal.WaitBeyond(after, cancel).ConfigureAwait(false);
            var page = _readers.Read(reader => reader.ReadLog(after));
            after = page.Last;
            yield return page;
        }
    }

    /// <inheritdoc />
    public Task<Position> Head(CancellationToken cancel) =>
        _writer is null ? Task.Run(() => _readers.Read(reader => reader.ReadHead()), cancel) : Task.FromResult(_writer.Signal.Head);

    /// <summary>
    /// Copies the log as it is now into a new file, while it goes on serving; answers the number of events in the copy. Throws
    /// <see cref="IOException"/> when the file exists already, or its folder does not; a copy that fails leaves nothing behind.
    /// </summary>
    public Task<long> BackupTo(string file, CancellationToken cancel) => Task.Run(() => Copy(file, cancel), cancel);

    /// <summary>Writes what is queued, then closes. Subscriptions end with <see cref="ObjectDisposedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        // The writer closes last: the last connection that may write folds the write-ahead log into the file.
        _readers.Dispose();
        if (_writer is not null) await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private SqliteWriter Owned() => _writer ?? throw new InvalidOperationException($"The log is open for reading only ({_file}).");

    private long Copy(string file, CancellationToken cancel)
    {
        try
        {
            return SqliteBackup.Copy(
                () => SqliteLogFile.OpenReadOnly(_file, _options), "SELECT max(position) FROM events", file, _options.BusyTimeout, cancel);
        }
        catch (SqliteException failure)
        {
            throw SqliteFailures.Translate(failure, file);
        }
    }

    private Task<RecordPage> ReadAhead(Position after, CancellationToken cancel) =>
        Task.Run(() => _readers.Read(reader => reader.ReadLog(after)), cancel);
}

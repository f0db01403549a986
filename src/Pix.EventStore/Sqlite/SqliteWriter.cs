using Microsoft.Data.Sqlite;

namespace Pix.EventStore;

/// <summary>
/// The one writer: a thread that takes what is queued, writes it in one transaction, and answers all of it once it is durable. While it
/// waits for the disk the next group gathers.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MaximumGroup = 256;
    private const int MaximumGroupBytes = 4 * IEventStore.MaximumAppendBytes;

    private readonly string _file;
    private readonly SqliteConnectionHandle _connection;
    private readonly SqliteAppender _appender;
    private readonly object _gate = new();
    private readonly Queue<PendingAppend> _queue = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _closed;

    public SqliteWriter(string file, SqliteEventStoreOptions options)
    {
        _file = file;
        _connection = SqliteLogFile.Open(file, options);
        try
        {
            _appender = new SqliteAppender(_connection);
        }
        catch (SqliteException failure)
        {
            _connection.Dispose();
            throw SqliteFailures.Translate(failure, file);
        }

        Signal = new HeadSignal(_appender.Head);
        new Thread(Run) { Name = "log writer", IsBackground = true }.Start();
    }

    public HeadSignal Signal { get; }

    public Task<AppendResult> Append(PendingAppend append)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEventStore));
            _queue.Enqueue(append);
            if (_queue.Count == 1) Monitor.Pulse(_gate);
        }

        return append.Task;
    }

    /// <summary>Writes what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        await _finished.Task.ConfigureAwait(false);
        Signal.Close();
        _appender.Dispose();
        _connection.Dispose();
    }

    private void Run()
    {
        while (Take() is { Count: > 0 } group)
        {
            if (Write(group) is { } failure) Answer(group, append => append.SetException(failure));
            else Answer(group, append => append.SetResult(append.Outcome!));
        }

        _finished.SetResult();
    }

    // Empty once the log is closed and all is written.
    private List<PendingAppend> Take()
    {
        var group = new List<PendingAppend>(MaximumGroup);
        lock (_gate)
        {
            while (group.Count == 0)
            {
                while (_queue.Count == 0 && !_closed) Monitor.Wait(_gate);
                if (_queue.Count == 0) break;
                for (var bytes = 0; group.Count < MaximumGroup && bytes < MaximumGroupBytes && _queue.TryDequeue(out var append);)
                {
                    if (!append.TryTake()) continue;
                    bytes += append.Bytes;
                    group.Add(append);
                }
            }
        }

        return group;
    }

    private Exception? Write(List<PendingAppend> group)
    {
        try
        {
            _appender.Begin();
            foreach (var append in group) append.Outcome = _appender.Append(append);
            _appender.Commit();
            Signal.Publish(_appender.Head);
            return null;
        }
        catch (Exception failure)
        {
            // Whatever it was, the writer lives on: only this group is told.
            _appender.Rollback();
            return failure is SqliteException sqlite ? SqliteFailures.Translate(sqlite, _file) : failure;
        }
    }

    private static void Answer(List<PendingAppend> group, Action<PendingAppend> answer) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => work.group.ForEach(work.answer), (group, answer), preferLocal: false);
}

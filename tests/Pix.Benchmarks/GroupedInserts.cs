using System.Threading.Channels;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>The least that a durable write per request can do: one writer that inserts whatever waits, in one transaction, FULL.</summary>
internal sealed class GroupedInserts : IAsyncDisposable
{
    private readonly Channel<(byte[] Body, TaskCompletionSource Done)> _queue = Channel.CreateUnbounded<(byte[] Body, TaskCompletionSource Done)>();
    private readonly SqliteConnectionHandle _connection;
    private readonly Task _writer;

    public GroupedInserts(string file)
    {
        _connection = SqliteConnectionHandle.Open(file, TimeSpan.FromSeconds(5));
        _connection.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB NOT NULL)");
        _writer = Task.Run(Write);
    }

    public Task Insert(byte[] body)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Writer.TryWrite((body, done));
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _writer;
        _connection.Dispose();
    }

    private async Task Write()
    {
        using var begin = _connection.Prepare("BEGIN IMMEDIATE");
        using var insert = _connection.Prepare("INSERT INTO bodies (body) VALUES (?1)");
        using var commit = _connection.Prepare("COMMIT");
        var group = new List<TaskCompletionSource>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            begin.Execute();
            while (_queue.Reader.TryRead(out var waiting))
            {
                insert.Bind(1, waiting.Body);
                insert.Execute();
                group.Add(waiting.Done);
            }

            commit.Execute();
            foreach (var done in group) done.SetResult();
            group.Clear();
        }
    }
}

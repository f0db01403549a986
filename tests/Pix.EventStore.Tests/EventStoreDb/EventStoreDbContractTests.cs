using Pix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

/// <summary>The log over the wire, on a server in this process.</summary>
public sealed class EventStoreDbContractTests(ITestOutputHelper output) : EventStoreContract("EventStoreDB's protocol, in process", output), IAsyncLifetime
{
    private EventStoreDbTestServer? _server;

    public async Task InitializeAsync() => _server = await EventStoreDbTestServer.Start();

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    protected override Task<IEventStore> Open() => Task.FromResult<IEventStore>(
        EventStoreDbEventStore.Open(EventStoreDbConnection.Parse(_server!.ConnectionString), TimeProvider.System));
}

/// <summary>The log on the server that <c>PIX_TEST_EVENTSTOREDB</c> names, which may hold anything, and to which nobody else writes events of ours meanwhile.</summary>
[OnServer]
[Collection(nameof(OnServerAttribute))]
public sealed class EventStoreDbServerContractTests(ITestOutputHelper output) : EventStoreContract("an EventStoreDB server", output)
{
    protected override Task<IEventStore> Open() => Task.FromResult<IEventStore>(
        EventStoreDbEventStore.Open(EventStoreDbConnection.Parse(OnServerAttribute.ConnectionString), TimeProvider.System));
}

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
        EventStoreDbEventStore.OpenFor(EventStoreDbConnection.Parse(_server!.ConnectionString), TimeProvider.System, Streams.IsOurs));
}

/// <summary>
/// The log on the server that <c>PIX_TEST_EVENTSTOREDB</c> names, which may hold anything, and to which nobody else writes events of ours
/// meanwhile. What is left there begins as our streams do, but is not called as they are: who serves from that server never sees it.
/// </summary>
[OnServer]
[Collection(nameof(OnServerAttribute))]
public sealed class EventStoreDbServerContractTests(ITestOutputHelper output) : EventStoreContract("an EventStoreDB server", output)
{
    protected override Task<IEventStore> Open() => Task.FromResult<IEventStore>(
        EventStoreDbEventStore.OpenFor(EventStoreDbConnection.Parse(OnServerAttribute.ConnectionString), TimeProvider.System, Streams.IsOurs));
}

using Pix.Testing;

namespace Pix.EventStore.Tests;

/// <summary>From an embedded log into EventStoreDB.</summary>
public sealed class SqliteToEventStoreDbCopyTests : LogCopyContract
{
    private EventStoreDbTestServer _server = null!;

    public override async Task InitializeAsync()
    {
        _server = await EventStoreDbTestServer.Start();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    protected override Task<(IEventStore Store, IPersonKeyStore Keys)> OpenSource() => OpenFiles("source", SourceMaster);

    protected override Task<(IEventStore Store, IPersonKeyStore Keys)> OpenTarget() => OpenServer(_server, TargetMaster);
}

/// <summary>From EventStoreDB into an embedded log.</summary>
public sealed class EventStoreDbToSqliteCopyTests : LogCopyContract
{
    private EventStoreDbTestServer _server = null!;

    public override async Task InitializeAsync()
    {
        _server = await EventStoreDbTestServer.Start();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }

    protected override Task<(IEventStore Store, IPersonKeyStore Keys)> OpenSource() => OpenServer(_server, SourceMaster);

    protected override Task<(IEventStore Store, IPersonKeyStore Keys)> OpenTarget() => OpenFiles("target", TargetMaster);
}

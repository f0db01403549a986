using Pix.Testing;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

public sealed class SqliteEventStoreContractTests(ITestOutputHelper output) : EventStoreContract("SQLite", output), IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<IEventStore> Open() =>
        Task.FromResult<IEventStore>(SqliteEventStore.Open(_folder.File("events.db"), SqliteEventStoreOptions.Default));
}

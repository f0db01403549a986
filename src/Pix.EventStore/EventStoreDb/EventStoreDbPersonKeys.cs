using Pix.Domain;

namespace Pix.EventStore;

/// <summary>The persons' keys on an EventStoreDB: one stream <c>personkey-{id}</c> each, wrapped by the master key.</summary>
public sealed class EventStoreDbPersonKeys : IPersonKeyStore
{
    private EventStoreDbPersonKeys()
    {
    }

    /// <summary>Opens the keys. Nothing is sent before they are used.</summary>
    public static EventStoreDbPersonKeys Open(EventStoreDbConnection connection, MasterKey master, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(master);
        ArgumentNullException.ThrowIfNull(clock);
        return new EventStoreDbPersonKeys();
    }

    /// <inheritdoc />
    public ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public KeyLookup Find(PersonId person) => throw new NotSupportedException();

    /// <inheritdoc />
    public Task Destroy(PersonId person, CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public Task<long> Count(CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public IAsyncEnumerable<PersonId> Present(CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public Task<bool> Import(PersonId person, PersonKey key, CancellationToken cancel) => throw new NotSupportedException();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

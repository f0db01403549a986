using System.Runtime.CompilerServices;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// The persons' keys on an EventStoreDB: one stream <c>personkey-{id}</c> each, wrapped by the master key. A destroyed key's stream is ended
/// for good at once; its bytes leave the server's disk with the next scavenge. Another node's destruction is known here once
/// <see cref="Destroy"/> is called here too, which following the log's erasures does.
/// </summary>
/// <remarks>
/// Throws <see cref="PersonKeyException"/>: <c>keys_unavailable</c>, and <c>master_key_wrong</c> when they are first used with another master
/// key than the one they were made with.
/// </remarks>
public sealed class EventStoreDbPersonKeys : IPersonKeyStore
{
    private const int RememberedKeys = 50_000;
    private readonly EventStoreDbClient _client;
    private readonly KeyStreams _streams;
    private readonly string _server;
    private readonly SemaphoreSlim _proving = new(1, 1);
    private readonly Lock _gate = new();
    private readonly BoundedCache<PersonId, KeyLookup> _known = new(RememberedKeys);
    private volatile bool _isProven;

    private EventStoreDbPersonKeys(EventStoreDbConnection connection, MasterKey master, TimeProvider clock, string family)
    {
        _client = new EventStoreDbClient(connection, clock);
        _streams = new KeyStreams(_client, master, family);
        _server = connection.ToString();
    }

    /// <summary>Opens the keys. Nothing is sent before they are used.</summary>
    public static EventStoreDbPersonKeys Open(EventStoreDbConnection connection, MasterKey master, TimeProvider clock) =>
        OpenFamily(connection, master, clock, KeyStreams.OfPersons);

    /// <summary>Opens keys of another family, with a master key of its own, beside those of persons.</summary>
    internal static EventStoreDbPersonKeys OpenFamily(EventStoreDbConnection connection, MasterKey master, TimeProvider clock, string family) =>
        new(connection, master, clock, family);

    /// <inheritdoc />
    public async ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel) =>
        Known(person) is { } known
            ? known.Key
            : Remember(person, await OrUnavailable(() => _streams.FindOrAdd(person, null, cancel), cancel).ConfigureAwait(false)).Key;

    /// <summary>The key as it stands. Answered from memory for whom was seen of late; else it waits for the server.</summary>
    public KeyLookup Find(PersonId person) =>
        Known(person) ?? Remember(person, Task.Run(() => OrUnavailable(() => _streams.Find(person, CancellationToken.None), CancellationToken.None)).GetAwaiter().GetResult());

    /// <inheritdoc />
    public async Task Destroy(PersonId person, CancellationToken cancel)
    {
        await OrUnavailable(
            async () =>
            {
                await _streams.Destroy(person, cancel).ConfigureAwait(false);
                return true;
            },
            cancel).ConfigureAwait(false);
        Remember(person, new KeyLookup(KeyState.Destroyed, null));
    }

    /// <summary>How many persons have a key that was not destroyed. Reads all of them.</summary>
    public async Task<long> Count(CancellationToken cancel) =>
        (await OrUnavailable(() => _streams.Present(cancel), cancel).ConfigureAwait(false)).Count;

    /// <summary>Everyone whose key was not destroyed, in no order; those that come or go meanwhile may be among them.</summary>
    public async IAsyncEnumerable<PersonId> Present([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var person in await OrUnavailable(() => _streams.Present(cancel), cancel).ConfigureAwait(false)) yield return person;
    }

    /// <summary>
    /// Takes over a key from another store, durably: the one that is there already stays. False when it was destroyed here, and therefore
    /// not taken.
    /// </summary>
    public async Task<bool> Import(PersonId person, PersonKey key, CancellationToken cancel)
    {
        var lookup = await OrUnavailable(() => _streams.FindOrAdd(person, key, cancel), cancel).ConfigureAwait(false);
        return Remember(person, lookup).State == KeyState.Present;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync().ConfigureAwait(false);
        _proving.Dispose();
    }

    private KeyLookup? Known(PersonId person)
    {
        lock (_gate) return _known.TryGet(person, out var known) ? known : null;
    }

    // What is destroyed stays so: an answer that was under way while it was destroyed is older than that.
    private KeyLookup Remember(PersonId person, KeyLookup lookup)
    {
        lock (_gate)
        {
            if (_known.TryGet(person, out var known) && known.State == KeyState.Destroyed) return known;
            if (lookup.State != KeyState.Missing) _known.Add(person, lookup);
            return lookup;
        }
    }

    private async Task<T> OrUnavailable<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        try
        {
            await ProveMaster(cancel).ConfigureAwait(false);
            return await work().ConfigureAwait(false);
        }
        catch (GrpcFailure failure)
        {
            throw new PersonKeyException("keys_unavailable", $"The persons' keys cannot be read or written ({_server}: {failure.Message}).", failure);
        }
    }

    private async Task ProveMaster(CancellationToken cancel)
    {
        if (_isProven) return;
        await _proving.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!_isProven) await _streams.ProveMaster(cancel).ConfigureAwait(false);
            _isProven = true;
        }
        finally
        {
            _proving.Release();
        }
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections.Tests;

/// <summary>Keys in memory, that a test may also lose.</summary>
internal sealed class MemoryKeys : IPersonKeys
{
    private readonly ConcurrentDictionary<PersonId, PersonKey?> _keys = new();

    public ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel) =>
        new(_keys.GetOrAdd(person, _ => new PersonKey(RandomNumberGenerator.GetBytes(32))));

    public KeyLookup Find(PersonId person)
    {
        if (!_keys.TryGetValue(person, out var key)) return new KeyLookup(KeyState.Missing, null);
        return new KeyLookup(key is null ? KeyState.Destroyed : KeyState.Present, key);
    }

    public Task Destroy(PersonId person, CancellationToken cancel)
    {
        _keys[person] = null;
        return Task.CompletedTask;
    }

    public PersonKey Lose(PersonId person) => _keys.TryRemove(person, out var key) ? key! : throw new InvalidOperationException("No such key.");

    public void FindAgain(PersonId person, PersonKey key) => _keys[person] = key;
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Testing;

/// <summary>Keys derived from the person's id, so that golden files stay the same. Not for keeping anything secret.</summary>
public sealed class PersonKeysInMemory : IPersonKeys
{
    private readonly ConcurrentDictionary<PersonId, KeyLookup> _keys = new();

    public ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel) =>
        ValueTask.FromResult(_keys.GetOrAdd(person, Make).Key);

    public KeyLookup Find(PersonId person) => _keys.GetValueOrDefault(person, new KeyLookup(KeyState.Missing, null));

    public Task Destroy(PersonId person, CancellationToken cancel)
    {
        _keys[person] = new KeyLookup(KeyState.Destroyed, null);
        return Task.CompletedTask;
    }

    /// <summary>As if the keys' file had been lost.</summary>
    public void LoseAll() => _keys.Clear();

    private static KeyLookup Make(PersonId person) =>
        new(KeyState.Present, new PersonKey(SHA256.HashData(Encoding.ASCII.GetBytes($"golden {person}"))));
}

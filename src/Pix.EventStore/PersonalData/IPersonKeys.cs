using Pix.Domain;

namespace Pix.EventStore;

/// <summary>A person's key: 32 bytes for AES-256-GCM.</summary>
public sealed record PersonKey(byte[] Bytes);

/// <summary>What is known of a person's key.</summary>
public enum KeyState
{
    /// <summary>There.</summary>
    Present,

    /// <summary>Destroyed on purpose, after the person was erased.</summary>
    Destroyed,

    /// <summary>Neither there nor destroyed: never made, or lost.</summary>
    Missing,
}

/// <summary>A key and its state; the key is null unless present.</summary>
public readonly record struct KeyLookup(KeyState State, PersonKey? Key);

/// <summary>
/// The keys that make personal data readable. Throws <see cref="PersonKeyException"/> when the store cannot answer, or when its master key
/// is not the one that wrapped a key.
/// </summary>
public interface IPersonKeys
{
    /// <summary>The person's key, made on first use (the first maker wins) and durable before this returns; null when it was destroyed.</summary>
    ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel);

    /// <summary>The key as it stands. Answered from memory for whom was seen of late.</summary>
    KeyLookup Find(PersonId person);

    /// <summary>Destroys the key for good; nothing to do when it is destroyed already. Durable, and overwritten on disk, before this returns.</summary>
    Task Destroy(PersonId person, CancellationToken cancel);
}

/// <summary>Persons' keys as who keeps them needs them: to be counted, moved to another engine, and closed.</summary>
public interface IPersonKeyStore : IPersonKeys, IAsyncDisposable
{
    /// <summary>How many persons have a key that was not destroyed. May read all of them.</summary>
    Task<long> Count(CancellationToken cancel);

    /// <summary>Everyone whose key was not destroyed, in no order; those that come or go meanwhile may be among them.</summary>
    IAsyncEnumerable<PersonId> Present(CancellationToken cancel);

    /// <summary>
    /// Takes over a key from another store, durably: the one that is there already stays. False when it was destroyed here, and therefore
    /// not taken.
    /// </summary>
    Task<bool> Import(PersonId person, PersonKey key, CancellationToken cancel);
}

/// <summary>
/// A key cannot be read: a stable <paramref name="code"/> (<c>person_key_missing</c>, <c>person_key_wrong</c>, <c>person_erased</c>,
/// <c>master_key_wrong</c>, <c>master_key_invalid</c>, <c>keys_unavailable</c>, <c>keys_newer</c>, <c>keys_foreign</c>) and a sentence.
/// </summary>
public sealed class PersonKeyException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable, snake_case.</summary>
    public string Code { get; } = code;
}

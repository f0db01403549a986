using System.Security.Cryptography;
using System.Text.Json;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// The wrapped keys as they lie on the server: one event in <c>{family}-{id}</c>, and a tombstone once it is destroyed. One more stream
/// proves which master key wrapped them. These streams are outside the log: they have no chain, and no projection sees them.
/// </summary>
internal sealed class KeyStreams(EventStoreDbClient client, MasterKey master, string family)
{
    /// <summary>The family that persons' keys are in.</summary>
    public const string OfPersons = "personkey";

    private const string EventType = "PersonKeyWrapped.v1";
    private const int KeySize = 32;
    private static readonly byte[] ProofPlace = "master key"u8.ToArray();
    private readonly StreamName _proof = new($"{family}master");
    private readonly string _prefix = $"{family}-";

    /// <summary>Throws <see cref="PersonKeyException"/> <c>master_key_wrong</c> unless this master key wrapped what is there; the first one is remembered.</summary>
    public async Task ProveMaster(CancellationToken cancel)
    {
        var proof = await ReadWrapped(_proof, cancel).ConfigureAwait(false);
        if (proof is null)
        {
            await Append(_proof, master.Seal("Pix"u8, ProofPlace), cancel).ConfigureAwait(false);
            proof = await ReadWrapped(_proof, cancel).ConfigureAwait(false) ?? throw new GrpcFailure(GrpcStatus.Unavailable, "What was just written cannot be read yet.");
        }

        master.Open(proof, ProofPlace);
    }

    public async Task<KeyLookup> Find(PersonId person, CancellationToken cancel)
    {
        try
        {
            return await ReadWrapped(StreamOf(person), cancel).ConfigureAwait(false) is { } wrapped ? Opened(person, wrapped) : new(KeyState.Missing, null);
        }
        catch (GrpcFailure failure) when (failure.IsStreamDeleted)
        {
            return new(KeyState.Destroyed, null);
        }
    }

    /// <summary>The key that is there, or was; else this one, or a new one when none is given. The first maker wins.</summary>
    public async Task<KeyLookup> FindOrAdd(PersonId person, PersonKey? given, CancellationToken cancel)
    {
        if (await Find(person, cancel).ConfigureAwait(false) is { State: not KeyState.Missing } known) return known;
        var key = given ?? new PersonKey(RandomNumberGenerator.GetBytes(KeySize));
        try
        {
            var result = await Append(StreamOf(person), master.Seal(key.Bytes, PlaceOf(person)), cancel).ConfigureAwait(false);
            return result is AppendResult.Appended ? new(KeyState.Present, key) : await Find(person, cancel).ConfigureAwait(false);
        }
        catch (GrpcFailure failure) when (failure.IsStreamDeleted)
        {
            return new(KeyState.Destroyed, null);
        }
    }

    public async Task Destroy(PersonId person, CancellationToken cancel)
    {
        try
        {
            await client.Tombstone(StreamOf(person), cancel).ConfigureAwait(false);
        }
        catch (GrpcFailure failure) when (failure.IsStreamDeleted)
        {
            // Destroyed before.
        }
    }

    /// <summary>Everyone whose key is there.</summary>
    public async Task<HashSet<PersonId>> Present(CancellationToken cancel)
    {
        var present = new HashSet<PersonId>();
        using var call = await client.ReadAll(Position.Start, [_prefix], cancel).ConfigureAwait(false);
        while (await call.MoveNext(cancel).ConfigureAwait(false))
        {
            if (call.Current is not { } record || !Guid.TryParseExact(record.Stream.Value.AsSpan(_prefix.Length), "D", out var id)) continue;
            if (record.Type == EventType) present.Add(new PersonId(id));
            else present.Remove(new PersonId(id));
        }

        return present;
    }

    private StreamName StreamOf(PersonId person) => new($"{_prefix}{person.Value:D}");

    private static byte[] PlaceOf(PersonId person) => person.Value.ToByteArray(bigEndian: true);

    private KeyLookup Opened(PersonId person, byte[] wrapped) => new(KeyState.Present, new PersonKey(master.Open(wrapped, PlaceOf(person))));

    private Task<AppendResult> Append(StreamName stream, byte[] wrapped, CancellationToken cancel)
    {
        var record = new NewRecord(Guid.NewGuid(), EventType, JsonSerializer.SerializeToUtf8Bytes(wrapped), default);
        return client.Appends.Append(stream, Revision.None, [record], record.Size, cancel);
    }

    private async Task<byte[]?> ReadWrapped(StreamName stream, CancellationToken cancel)
    {
        using var call = await client.ReadStream(stream, Revision.First, cancel).ConfigureAwait(false);
        while (await call.MoveNext(cancel).ConfigureAwait(false))
        {
            if (call.Current is { } record) return JsonSerializer.Deserialize<byte[]>(record.Data.Span);
        }

        return null;
    }
}

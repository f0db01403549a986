using System.Security.Cryptography;
using System.Text;

namespace Pix.EventStore;

/// <summary>Fills a nonce: random bytes, or a fixed sequence for golden files.</summary>
public delegate void NonceSource(Span<byte> nonce);

/// <summary>A sealed value as stored, with where it stands: it opens nowhere else.</summary>
public sealed record SealedValue(byte[] Bytes, StreamName Stream, Guid EventId);

/// <summary>
/// Seals personal values: AES-256-GCM under the person's key, a nonce of 12 bytes, then the cipher text, then a tag of 16. The stream and
/// the event's id are associated data, so that a value moved to another event does not open.
/// </summary>
public static class PersonalSealing
{
    /// <summary>Random nonces.</summary>
    public static NonceSource RandomNonces { get; } = RandomNumberGenerator.Fill;

    /// <summary>Seals the bytes of a value.</summary>
    public static SealedValue Seal(ReadOnlySpan<byte> clear, PersonKey key, StreamName stream, Guid eventId, NonceSource nonces) =>
        new(AuthenticatedBox.Seal(clear, key.Bytes, Place(stream, eventId), nonces), stream, eventId);

    /// <summary>Opens what <see cref="Seal"/> made; throws <see cref="PersonKeyException"/> <c>person_key_wrong</c> when it does not open.</summary>
    public static byte[] Open(SealedValue value, PersonKey key) =>
        AuthenticatedBox.TryOpen(value.Bytes, key.Bytes, Place(value.Stream, value.EventId))
        ?? throw new PersonKeyException("person_key_wrong", $"A personal value of event {value.EventId} does not open with the person's key.");

    private static byte[] Place(StreamName stream, Guid eventId) => Encoding.UTF8.GetBytes($"{stream.Value}\n{eventId:D}");
}

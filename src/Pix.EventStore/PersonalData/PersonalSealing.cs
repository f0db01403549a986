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
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Random nonces.</summary>
    public static NonceSource RandomNonces { get; } = RandomNumberGenerator.Fill;

    /// <summary>Seals the bytes of a value.</summary>
    public static SealedValue Seal(ReadOnlySpan<byte> clear, PersonKey key, StreamName stream, Guid eventId, NonceSource nonces)
    {
        var bytes = new byte[NonceSize + clear.Length + TagSize];
        var nonce = bytes.AsSpan(0, NonceSize);
        nonces(nonce);
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Encrypt(nonce, clear, bytes.AsSpan(NonceSize, clear.Length), bytes.AsSpan(NonceSize + clear.Length), AssociatedData(stream, eventId));
        return new SealedValue(bytes, stream, eventId);
    }

    /// <summary>Opens what <see cref="Seal"/> made; throws <see cref="PersonKeyException"/> <c>person_key_wrong</c> when it does not open.</summary>
    public static byte[] Open(SealedValue value, PersonKey key)
    {
        var clear = new byte[Math.Max(0, value.Bytes.Length - NonceSize - TagSize)];
        try
        {
            using var aes = new AesGcm(key.Bytes, TagSize);
            aes.Decrypt(
                value.Bytes.AsSpan(0, NonceSize),
                value.Bytes.AsSpan(NonceSize, clear.Length),
                value.Bytes.AsSpan(NonceSize + clear.Length),
                clear,
                AssociatedData(value.Stream, value.EventId));
            return clear;
        }
        catch (Exception failed) when (failed is CryptographicException or ArgumentException)
        {
            throw new PersonKeyException("person_key_wrong", $"A personal value of event {value.EventId} does not open with the person's key.", failed);
        }
    }

    private static byte[] AssociatedData(StreamName stream, Guid eventId) => Encoding.UTF8.GetBytes($"{stream.Value}\n{eventId:D}");
}

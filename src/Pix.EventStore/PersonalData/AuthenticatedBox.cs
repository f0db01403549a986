using System.Security.Cryptography;

namespace Pix.EventStore;

/// <summary>
/// Bytes that only their key opens, and only in the place that they were made for: AES-256-GCM, a nonce of 12 bytes, the cipher text, a tag
/// of 16. The place is associated data.
/// </summary>
internal static class AuthenticatedBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>What a box weighs beyond its content.</summary>
    public const int Overhead = NonceSize + TagSize;

    public static byte[] Seal(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> key, ReadOnlySpan<byte> place, NonceSource nonces)
    {
        var box = new byte[clear.Length + Overhead];
        var nonce = box.AsSpan(0, NonceSize);
        nonces(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, clear, box.AsSpan(NonceSize, clear.Length), box.AsSpan(NonceSize + clear.Length), place);
        return box;
    }

    /// <summary>The content, or null when the box does not open with this key in this place.</summary>
    public static byte[]? TryOpen(ReadOnlySpan<byte> box, ReadOnlySpan<byte> key, ReadOnlySpan<byte> place)
    {
        if (box.Length < Overhead) return null;
        var clear = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], clear, place);
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

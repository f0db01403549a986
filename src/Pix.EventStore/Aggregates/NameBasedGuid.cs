using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pix.EventStore;

/// <summary>Version 5 UUIDs (RFC 9562): the same names give the same id, on every node and at every retry.</summary>
public static class NameBasedGuid
{
    private static readonly Guid Namespace = new("6f5d1f4e-6c0b-5a43-9b0e-7069782d6c6f");

    /// <summary>The id that these names make; each is length-prefixed, so that no two lists of names run together.</summary>
    public static Guid Of(params ReadOnlySpan<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        Span<byte> id = stackalloc byte[16];
        Namespace.TryWriteBytes(id, bigEndian: true, out _);
        hash.AppendData(id);
        Span<byte> length = stackalloc byte[4];
        foreach (var name in names)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x50);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pix.EventStore;

/// <summary>
/// The link between an event and the one before it in its stream: SHA-256 of the previous link, then, each preceded by its length as a
/// big-endian 32-bit number: stream, revision (decimal), event id (lower case, hyphens), type, metadata without the link, data. The first
/// event's previous link is 32 zero bytes. It covers what is stored, so that erasing a person leaves it valid.
/// </summary>
public readonly record struct ChainHash
{
    private const int Size = SHA256.HashSizeInBytes;

    // An event id in characters, or a revision, and the length before it.
    private const int LongestNumber = 40;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);
    private readonly string? _hex;

    private ChainHash(string hex) => _hex = hex;

    /// <summary>Before the first event.</summary>
    public static ChainHash Zero { get; } = new(new string('0', Size * 2));

    /// <summary>The link written as 64 lower-case hexadecimal digits; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> hex, out ChainHash hash)
    {
        hash = Zero;
        if (hex.Length != Size * 2 || hex.ContainsAnyExcept(HexDigits)) return false;
        hash = new ChainHash(Encoding.ASCII.GetString(hex));
        return true;
    }

    /// <summary>The link of an event that follows this one.</summary>
    public ChainHash Next(StreamName stream, Revision revision, Guid id, string type, ReadOnlySpan<byte> metadata, ReadOnlySpan<byte> data)
    {
        // Laid out first and hashed in one call, without a native state to make and free for every link.
        var size = Size + TextSize(stream.Value) + TextSize(type) + BytesSize(metadata) + BytesSize(data) + (2 * LongestNumber);
        var rented = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            Span<char> text = stackalloc char[LongestNumber];
            Convert.FromHexString(ToString(), rented, out _, out var used);
            used += WriteText(stream.Value, rented.AsSpan(used));
            revision.Value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
            used += WriteText(text[..length], rented.AsSpan(used));
            id.TryFormat(text, out length, "D");
            used += WriteText(text[..length], rented.AsSpan(used));
            used += WriteText(type, rented.AsSpan(used));
            used += WriteBytes(metadata, rented.AsSpan(used));
            used += WriteBytes(data, rented.AsSpan(used));
            Span<byte> link = stackalloc byte[Size];
            SHA256.HashData(rented.AsSpan(0, used), link);
            return new ChainHash(Convert.ToHexStringLower(link));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => _hex ?? Zero._hex!;

    private static int TextSize(ReadOnlySpan<char> text) => sizeof(uint) + Encoding.UTF8.GetMaxByteCount(text.Length);

    private static int BytesSize(ReadOnlySpan<byte> bytes) => sizeof(uint) + bytes.Length;

    private static int WriteText(ReadOnlySpan<char> text, Span<byte> target)
    {
        var length = Encoding.UTF8.GetBytes(text, target[sizeof(uint)..]);
        BinaryPrimitives.WriteInt32BigEndian(target, length);
        return sizeof(uint) + length;
    }

    private static int WriteBytes(ReadOnlySpan<byte> bytes, Span<byte> target)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, bytes.Length);
        bytes.CopyTo(target[sizeof(uint)..]);
        return sizeof(uint) + bytes.Length;
    }
}

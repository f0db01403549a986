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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> link = stackalloc byte[Size];
        Convert.FromHexString(ToString(), link, out _, out _);
        hash.AppendData(link);
        Span<char> text = stackalloc char[36];
        AddText(hash, stream.Value);
        revision.Value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        AddText(hash, text[..length]);
        id.TryFormat(text, out length, "D");
        AddText(hash, text[..length]);
        AddText(hash, type);
        AddBytes(hash, metadata);
        AddBytes(hash, data);
        hash.GetHashAndReset(link);
        return new ChainHash(Convert.ToHexStringLower(link));
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => _hex ?? Zero._hex!;

    private static void AddText(IncrementalHash hash, ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.TryGetBytes(text, bytes, out var length)) AddBytes(hash, bytes[..length]);
        else AddBytes(hash, Encoding.UTF8.GetBytes(text.ToArray()));
    }

    private static void AddBytes(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

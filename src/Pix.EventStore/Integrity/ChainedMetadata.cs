using System.Text;

namespace Pix.EventStore;

/// <summary>
/// Metadata with its link: a JSON object whose last member is <c>"chain":"…64 digits…"</c>. Cutting that member off and closing the object
/// gives back the bytes that the link covers; they are never serialised again.
/// </summary>
public static class ChainedMetadata
{
    private const int HexLength = 64;
    private static ReadOnlySpan<byte> Opening => ",\"chain\":\""u8;
    private static ReadOnlySpan<byte> Closing => "\"}"u8;
    private static int SuffixLength => Opening.Length + HexLength + Closing.Length;

    /// <summary>Adds the link to a JSON object of at least one member.</summary>
    public static byte[] Join(ReadOnlySpan<byte> metadata, ChainHash chain)
    {
        var joined = new byte[metadata.Length - 1 + SuffixLength];
        metadata[..^1].CopyTo(joined);
        var rest = joined.AsSpan(metadata.Length - 1);
        Opening.CopyTo(rest);
        Encoding.ASCII.GetBytes(chain.ToString(), rest[Opening.Length..]);
        Closing.CopyTo(rest[(Opening.Length + HexLength)..]);
        return joined;
    }

    /// <summary>Takes the link off; false when there is none.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> joined, out byte[] metadata, out ChainHash chain)
    {
        metadata = [];
        if (!TryReadChain(joined, out chain)) return false;
        metadata = [.. joined[..^SuffixLength], (byte)'}'];
        return true;
    }

    /// <summary>Reads the link only; false when there is none.</summary>
    public static bool TryReadChain(ReadOnlySpan<byte> joined, out ChainHash chain)
    {
        chain = ChainHash.Zero;
        if (joined.Length <= SuffixLength) return false;
        var suffix = joined[^SuffixLength..];
        return suffix.StartsWith(Opening)
            && suffix.EndsWith(Closing)
            && ChainHash.TryRead(suffix[Opening.Length..^Closing.Length], out chain);
    }
}

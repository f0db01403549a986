using System.Buffers.Binary;
using Microsoft.AspNetCore.WebUtilities;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A log position as clients carry it (<c>Pix-Position</c>, <c>Pix-Min-Position</c>): opaque, and bound to its log and epoch.</summary>
public static class PositionToken
{
    private const int Size = 16 + 4 + 8;

    /// <summary>Writes a position.</summary>
    public static string Write(LogIdentity log, Position position)
    {
        Span<byte> bytes = stackalloc byte[Size];
        log.Log.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], log.Epoch);
        BinaryPrimitives.WriteInt64BigEndian(bytes[20..], position.Value);
        return WebEncoders.Base64UrlEncode(bytes);
    }

    /// <summary>Reads a position; false when it is not a token, and <paramref name="log"/> tells whose it is otherwise.</summary>
    public static bool TryRead(string token, out LogIdentity? log, out Position position)
    {
        (log, position) = (null, Position.Start);
        byte[] bytes;
        try
        {
            bytes = WebEncoders.Base64UrlDecode(token);
        }
        catch (FormatException)
        {
            return false;
        }

        if (bytes.Length != Size) return false;
        log = new LogIdentity(new Guid(bytes.AsSpan(0, 16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        position = new Position(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(20)));
        return true;
    }
}

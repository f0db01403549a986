using System.Buffers.Binary;
using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>Ids as the protocol writes them: two numbers, the first half and the second.</summary>
internal static class Uuids
{
    private const int Half = sizeof(long);

    public static UUID Write(Guid id)
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return new UUID
        {
            Structured = new UUID.Types.Structured
            {
                MostSignificantBits = BinaryPrimitives.ReadInt64BigEndian(bytes),
                LeastSignificantBits = BinaryPrimitives.ReadInt64BigEndian(bytes[Half..]),
            },
        };
    }

    public static Guid Read(UUID id)
    {
        if (id.ValueCase == UUID.ValueOneofCase.String) return Guid.Parse(id.String);
        Span<byte> bytes = stackalloc byte[2 * Half];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id.Structured.MostSignificantBits);
        BinaryPrimitives.WriteInt64BigEndian(bytes[Half..], id.Structured.LeastSignificantBits);
        return new Guid(bytes, bigEndian: true);
    }
}

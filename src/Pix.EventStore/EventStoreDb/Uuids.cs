using System.Buffers.Binary;
using System.Buffers.Text;
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

    /// <summary>The same, of the message's bytes.</summary>
    public static Guid Read(ReadOnlySpan<byte> id)
    {
        Span<byte> bytes = stackalloc byte[2 * Half];
        for (var fields = new WireReader(id); fields.Next();)
        {
            if (fields.Field == 2)
                return Utf8Parser.TryParse(fields.Bytes, out Guid text, out _) ? text : throw GrpcFailure.Unreadable("an id that is none.");
            if (fields.Field != 1) continue;
            for (var halves = new WireReader(fields.Bytes); halves.Next();)
            {
                if (halves.Field is 1 or 2) BinaryPrimitives.WriteUInt64BigEndian(bytes[((halves.Field - 1) * Half)..], halves.Number);
            }
        }

        return new Guid(bytes, bigEndian: true);
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

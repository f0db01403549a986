using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Pix.EventStore;

/// <summary>Gathers messages as they go on the wire: a flag byte, four bytes of length, the message.</summary>
internal sealed class FrameWriter
{
    private const int HeaderSize = 5;
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public static byte[] Frame(IMessage message)
    {
        var writer = new FrameWriter();
        writer.Add(message);
        return writer.Written.ToArray();
    }

    public void Add(IMessage message)
    {
        var header = _buffer.GetSpan(HeaderSize);
        header[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(header[1..], (uint)message.CalculateSize());
        _buffer.Advance(HeaderSize);
        message.WriteTo(_buffer);
    }

    public void Clear() => _buffer.ResetWrittenCount();
}

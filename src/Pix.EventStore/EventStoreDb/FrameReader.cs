using System.Buffers.Binary;

namespace Pix.EventStore;

/// <summary>
/// Takes messages out of a response: a flag byte, four bytes of length, the message. A message lies in the buffer until the next is taken.
/// Waiting longer than <paramref name="patience"/> for bytes is a failure.
/// </summary>
internal sealed class FrameReader(Stream body, TimeSpan patience, TimeProvider clock)
{
    private const int HeaderSize = 5;
    private const int MaximumMessage = 64 * 1024 * 1024;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Whether a whole message is here already.</summary>
    public bool HasNext => _end - _start >= HeaderSize && _end - _start >= NextSize();

    /// <summary>Takes the next message; false at the end of the response.</summary>
    public ValueTask<bool> MoveNext(CancellationToken cancel) => HasNext ? new ValueTask<bool>(Take()) : Wait(cancel);

    private async ValueTask<bool> Wait(CancellationToken cancel)
    {
        while (!HasNext)
        {
            MakeRoom();
            var bytes = await Read(cancel).ConfigureAwait(false);
            if (bytes == 0) return _start == _end ? false : throw new IOException("The response ends in the middle of a message.");
            _end += bytes;
        }

        return Take();
    }

    private async ValueTask<int> Read(CancellationToken cancel)
    {
        var read = body.ReadAsync(_buffer.AsMemory(_end), cancel);
        if (read.IsCompleted) return await read.ConfigureAwait(false);
        try
        {
            return await read.AsTask().WaitAsync(patience, clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw GrpcFailure.TooSlow(patience);
        }
    }

    private bool Take()
    {
        var size = NextSize();
        if (_buffer[_start] != 0) throw GrpcFailure.Unreadable("a message is compressed, which nobody asked for.");
        Current = _buffer.AsMemory(_start + HeaderSize, size - HeaderSize);
        _start += size;
        return true;
    }

    private int NextSize()
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start + 1));
        return length <= MaximumMessage ? HeaderSize + (int)length : throw GrpcFailure.Unreadable($"a message of {length} bytes is none of this protocol.");
    }

    // What was taken before is let go of: the next message is to lie in one piece.
    private void MakeRoom()
    {
        var pending = _end - _start;
        var wanted = pending >= HeaderSize ? NextSize() : HeaderSize;
        var buffer = wanted > _buffer.Length ? new byte[wanted] : _buffer;
        if (buffer == _buffer && _end < _buffer.Length && _start + wanted <= _buffer.Length) return;
        Buffer.BlockCopy(_buffer, _start, buffer, 0, pending);
        (_buffer, _start, _end) = (buffer, 0, pending);
    }
}

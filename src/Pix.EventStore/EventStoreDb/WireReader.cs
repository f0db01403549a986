namespace Pix.EventStore;

/// <summary>The fields of a message of Protocol Buffers, in the order sent, where generated classes would cost more than all the rest.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int EightBytes = 1;
    private const int Delimited = 2;
    private const int FourBytes = 5;
    private const int LongestVarint = 10;
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Which field it is.</summary>
    public int Field { get; private set; }

    /// <summary>Its value, when it is a number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Its value, when it is a text, bytes or a message.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Takes the next field; false at the end. Throws <see cref="GrpcFailure"/> for what is no such message.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty) return false;
        var tag = TakeNumber();
        Field = (int)(tag >> 3);
        Number = 0;
        Bytes = default;
        switch ((int)(tag & 7))
        {
            case Varint:
                Number = TakeNumber();
                break;
            case EightBytes:
                Take(sizeof(ulong));
                break;
            case Delimited:
                Bytes = Take(TakeNumber());
                break;
            case FourBytes:
                Take(sizeof(uint));
                break;
            default:
                throw GrpcFailure.Unreadable("a field of a kind that is not known.");
        }

        return true;
    }

    private ulong TakeNumber()
    {
        ulong number = 0;
        for (var index = 0; index < _rest.Length && index < LongestVarint; index++)
        {
            number |= (ulong)(_rest[index] & 0x7F) << (7 * index);
            if (_rest[index] >= 0x80) continue;
            _rest = _rest[(index + 1)..];
            return number;
        }

        throw GrpcFailure.Unreadable("a number does not end.");
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length) throw GrpcFailure.Unreadable("a field is longer than its message.");
        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}

using System.Buffers;
using System.Text;

namespace Pix.Projections;

/// <summary>
/// Writes the state that a projection keeps beside a row: whole numbers as zigzag varints, and each text once, then by its number. The same
/// calls give the same bytes.
/// </summary>
public sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>What was written since the last <see cref="Clear"/>; valid until the next.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Starts over.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _texts.Clear();
    }

    /// <summary>Writes a whole number: one byte from -64 to 63.</summary>
    public void Write(long value)
    {
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var span = _bytes.GetSpan(10);
        var length = 0;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    /// <summary>Writes a text.</summary>
    public void Write(string text)
    {
        if (_texts.TryGetValue(text, out var number))
        {
            Write(number);
            return;
        }

        _texts.Add(text, _texts.Count + 1);
        Write(0L);
        var length = Encoding.UTF8.GetByteCount(text);
        Write(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length)));
    }
}

/// <summary>Reads what <see cref="StateWriter"/> wrote, in the same order.</summary>
public ref struct StateReader(ReadOnlySpan<byte> bytes)
{
    private readonly List<string> _texts = [];
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>A whole number that was an <see cref="int"/>.</summary>
    public int Integer() => checked((int)Long());

    /// <summary>A whole number.</summary>
    public long Long()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) break;
        }

        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        if (Integer() is > 0 and var number) return _texts[number - 1];
        var length = Integer();
        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        _texts.Add(text);
        return text;
    }
}

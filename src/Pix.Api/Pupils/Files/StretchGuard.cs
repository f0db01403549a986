using Pix.Domain;

namespace Pix.Api;

/// <summary>
/// Hands text on, and refuses a long stretch without a mark (a tag, an end of line): who reads it keeps a whole attribute, comment or line in
/// memory, whatever its length.
/// </summary>
internal sealed class StretchGuard(TextReader inner, char mark) : TextReader
{
    private const int LongestStretch = 256 * 1024;
    private int _stretch;

    public override int Peek() => inner.Peek();

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = inner.Read(buffer);
        var last = buffer[..read].LastIndexOf(mark);
        _stretch = last < 0 ? _stretch + read : read - last;
        return _stretch > LongestStretch ? throw new RefusedException(Refusal.PupilFileInvalid(null)) : read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

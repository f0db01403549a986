using System.Text;
using System.Text.RegularExpressions;
using Pix.Domain;

namespace Pix.Api;

/// <summary>The encoding that a file declares in its XML prolog (Rule 10.1).</summary>
internal static partial class FileEncoding
{
    private const int PrologBytes = 128;

    static FileEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text of a file, from its first byte; throws what is refused when its encoding is not known here.</summary>
    public static StreamReader Open(Stream file)
    {
        var start = new byte[PrologBytes];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return new StreamReader(new PrefixedStream(start.AsMemory(0, length), file), Of(start.AsSpan(0, length)), detectEncodingFromByteOrderMarks: true, 64 * 1024);
    }

    /// <summary>The encoding of a file that starts so: what its prolog says, in whichever width the prolog itself is written; else UTF-8.</summary>
    public static Encoding Of(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0x3C, 0x00]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x00, 0x3C]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode;
        var declared = Declared().Match(Encoding.Latin1.GetString(start));
        return declared.Success ? Named(declared.Groups["name"].Value) : Encoding.UTF8;
    }

    // What the encoding cannot read becomes U+FFFD, which the names' check finds, with the pupil's line.
    private static Encoding Named(string name)
    {
        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.IsSingleByte || encoding is UTF8Encoding
                ? encoding
                : throw new RefusedException(Refusal.PupilFileEncoding(name));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw new RefusedException(Refusal.PupilFileEncoding(name));
        }
    }

    [GeneratedRegex("""^(?:ï»¿)?\s*<\?xml[^>]*\sencoding\s*=\s*["'](?<name>[^"']+)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    /// <summary>The bytes that were looked at, then the rest.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _left = prefix;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_left.IsEmpty) return rest.Read(buffer);
            var length = Math.Min(buffer.Length, _left.Length);
            _left.Span[..length].CopyTo(buffer);
            _left = _left[length..];
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) rest.Dispose();
            base.Dispose(disposing);
        }
    }
}

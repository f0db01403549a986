using System.Text;

namespace Pix.EventStore;

/// <summary>What every engine asks of an append before it looks at the stream.</summary>
internal static class AppendRequest
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Its size in bytes. Throws <see cref="ArgumentException"/> for what no stream can hold.</summary>
    public static int SizeOf(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records)
    {
        RequireText(stream.Value, nameof(stream));
        if (!Streams.IsOurs(stream)) throw new ArgumentException($"No stream of ours is called '{stream}': {nameof(Streams)} names their beginnings.", nameof(stream));
        ArgumentOutOfRangeException.ThrowIfLessThan(expected.Value, Revision.None.Value, nameof(expected));
        if (records.Count == 0) throw new ArgumentException("An append holds at least one record.", nameof(records));
        long bytes = 0;
        for (var index = 0; index < records.Count; index++)
        {
            RequireText(records[index].Type, nameof(records));
            if (records[index].Id == Guid.Empty) throw new ArgumentException("A record has an id.", nameof(records));
            bytes += records[index].Size;
        }

        return (int)Math.Min(bytes, int.MaxValue);
    }

    // Half a surrogate pair would come back as another name.
    private static void RequireText(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        _ = Utf8.GetByteCount(text);
    }
}

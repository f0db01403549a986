using System.Text;

namespace Pix.EventStore;

/// <summary>
/// Events as <c>ReadResp</c> tells them, as records: by hand, since a log is read event by event and the generated classes make a dozen
/// objects of each. One reader reads one answer: it remembers the names it met.
/// </summary>
internal sealed class RecordReader
{
    private readonly NameCache _streams = new();
    private readonly NameCache _types = new();

    /// <summary>The record, or null when the message tells something else. Its bytes are its own.</summary>
    public Record? Read(ReadOnlySpan<byte> message)
    {
        // ReadResp.event.event; a link alone has none.
        var told = Only(1, Only(1, message));
        if (told.IsEmpty) return null;
        ReadOnlySpan<byte> id = default, stream = default, type = default, metadata = default, data = default;
        ulong revision = 0, prepare = 0, commit = 0;
        for (var fields = new WireReader(told); fields.Next();)
        {
            switch (fields.Field)
            {
                case 1:
                    id = fields.Bytes;
                    break;
                case 2:
                    stream = Only(3, fields.Bytes);
                    break;
                case 3:
                    revision = fields.Number;
                    break;
                case 4:
                    prepare = fields.Number;
                    break;
                case 5:
                    commit = fields.Number;
                    break;
                case 6 when Only(1, fields.Bytes).SequenceEqual("type"u8):
                    type = Only(2, fields.Bytes);
                    break;
                case 7:
                    metadata = fields.Bytes;
                    break;
                case 8:
                    data = fields.Bytes;
                    break;
            }
        }

        var name = new StreamName(_streams.Get(stream));
        if (PositionOf(commit, prepare, name) is not { } position) return null;
        var bytes = new byte[data.Length + metadata.Length];
        data.CopyTo(bytes);
        metadata.CopyTo(bytes.AsSpan(data.Length));
        return new Record(
            position,
            name,
            new Revision((long)revision),
            Uuids.Read(id),
            _types.Get(type),
            bytes.AsMemory(0, data.Length),
            bytes.AsMemory(data.Length));
    }

    // One number is enough to go on from only where an event is committed by itself, which is how everything but the old TCP protocol's
    // transactions writes. Servers before 23 do not tell it when a stream is read. What others wrote otherwise is theirs, and no reason to stop.
    private static Position? PositionOf(ulong commit, ulong prepare, StreamName stream)
    {
        if (commit == prepare && commit <= long.MaxValue) return new Position((long)commit);
        if (!Streams.IsExactlyOurs(stream) && !stream.Value.StartsWith(KeyStreams.OfPersons, StringComparison.Ordinal)) return null;
        throw new GrpcFailure(GrpcStatus.Unknown, $"The server tells no single position for an event of {stream}.");
    }

    private static ReadOnlySpan<byte> Only(int field, ReadOnlySpan<byte> message)
    {
        ReadOnlySpan<byte> found = default;
        for (var fields = new WireReader(message); fields.Next();)
        {
            if (fields.Field == field) found = fields.Bytes;
        }

        return found;
    }

    /// <summary>Names that come again and again, of which the text is made once.</summary>
    private sealed class NameCache
    {
        private const int Slots = 256;
        private readonly (byte[] Bytes, string Text)[] _names = new (byte[], string)[Slots];

        public string Get(ReadOnlySpan<byte> name)
        {
            if (name.IsEmpty) throw GrpcFailure.Unreadable("an event without a stream or a type.");
            var hash = default(HashCode);
            hash.AddBytes(name);
            ref var known = ref _names[(uint)hash.ToHashCode() % Slots];
            if (!name.SequenceEqual(known.Bytes)) known = (name.ToArray(), Encoding.UTF8.GetString(name));
            return known.Text;
        }
    }
}

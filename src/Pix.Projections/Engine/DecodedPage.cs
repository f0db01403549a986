using Pix.EventStore;

namespace Pix.Projections;

/// <summary>A page of the log, each event of which is decoded at most once, whoever asks for it, and not at all when nobody does.</summary>
internal sealed class DecodedPage(RecordPage page, EventCodec codec)
{
    private readonly RecordedEvent?[] _decoded = new RecordedEvent?[page.Records.Count];

    public IReadOnlyList<Record> Records => page.Records;

    public Position Last => page.Last;

    public bool IsCaughtUp => page.CaughtUp;

    /// <summary>The event at an index, or null when it is of none of these types; throws <see cref="EventTypesException"/> for an unknown one.</summary>
    public RecordedEvent? Find(int index, IReadOnlySet<Type> types)
    {
        if (_decoded[index] is { } decoded) return types.Contains(decoded.Event.GetType()) ? decoded : null;
        var record = page.Records[index];

        // A name that is not known cannot be told from one that matters: decoding it throws.
        if (codec.Types.TypeBehind(record.Type) is { } type && !types.Contains(type)) return null;
        return _decoded[index] = codec.Decode(record);
    }

    /// <summary>Decodes what these types will ask for, ahead of the fold; a failure is left to who asks.</summary>
    public void DecodeAhead(IReadOnlySet<Type> types)
    {
        try
        {
            for (var index = 0; index < _decoded.Length; index++) _ = Find(index, types);
        }
        catch (Exception failure) when (failure is EventTypesException or System.Text.Json.JsonException)
        {
        }
    }
}

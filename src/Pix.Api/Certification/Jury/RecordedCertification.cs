using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>A certification read from its stream, with the author of each event: what a dossier is made of.</summary>
public sealed record RecordedCertification(
    LoadedStream<Certification, CertificationEvent> Loaded,
    IReadOnlyList<(CertificationEvent Event, Actor Author)> Events)
{
    /// <summary>Reads the whole stream.</summary>
    public static async Task<RecordedCertification> Read(IEventStore store, EventCodec codec, CertificationId id, CancellationToken cancel)
    {
        var loaded = LoadedStream<Certification, CertificationEvent>.Empty;
        var events = new List<(CertificationEvent, Actor)>();
        await foreach (var record in store.ReadStream(Streams.Certification(id), Revision.First, cancel))
        {
            var happened = (CertificationEvent)codec.Decode(record).Event;
            var metadata = EventMetadata.Read(record.Metadata);
            events.Add((happened, metadata.Actor));
            loaded = loaded.After(happened, StreamHead.At(record), record.Position, metadata.CommandId, metadata.Digest);
        }

        return new RecordedCertification(loaded, events);
    }

    /// <summary>The events of one kind, with their authors.</summary>
    public IEnumerable<(T Event, Actor Author)> Of<T>()
        where T : CertificationEvent =>
        Events.Where(one => one.Event is T).Select(one => ((T)one.Event, one.Author));
}

using Pix.Domain;
using Pix.EventStore;

namespace Pix.Api;

/// <summary>Where what a decision or a publication rests on stands in the log: by stream, revision and chain.</summary>
public sealed class CertificationEvidence(IEventStore store, EventCodec codec)
{
    /// <summary>How far a loaded stream goes.</summary>
    public static StreamEvidence Of(StreamName stream, StreamHead head) => new(stream.Value, head.Revision.Value, head.Chain.ToString());

    /// <summary>
    /// What a decision about a certification rests on: the learner's stream up to the start, the certification as loaded, and the last event of
    /// the session about its candidate (what others do there does not count).
    /// </summary>
    public async Task<DossierPieces> Behind(LoadedStream<Certification, CertificationEvent> loaded, CancellationToken cancel)
    {
        var started = loaded.State.Started!;
        var session = Streams.Session(started.Session);
        return new DossierPieces(
            started.Positioning,
            Of(Streams.Certification(started.Certification), loaded.Head),
            await Last(session, happened => SessionFacts.AreAbout(happened, started.Candidate), cancel)
                ?? throw new InvalidOperationException($"{session} says nothing about the candidate of {started.Certification}."));
    }

    /// <summary>Where the latest scoring of a certification stands, or null when it has none.</summary>
    public Task<StreamEvidence?> LatestScoring(CertificationId certification, CancellationToken cancel) =>
        Last(Streams.Certification(certification), happened => happened is CertificationScored, cancel);

    private async Task<StreamEvidence?> Last(StreamName stream, Func<IDomainEvent, bool> counts, CancellationToken cancel)
    {
        StreamEvidence? last = null;
        await foreach (var record in store.ReadStream(stream, Revision.First, cancel))
        {
            if (counts(codec.Decode(record).Event)) last = Of(stream, StreamHead.At(record));
        }

        return last;
    }
}

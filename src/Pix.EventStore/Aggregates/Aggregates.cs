using System.Runtime.CompilerServices;
using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// Loads, decides and appends, on the expected head. A command that is already in the stream is answered from its own events; an append
/// with an unknown outcome is sent again unchanged; only after a known conflict is it decided again. On a log that other processes write
/// to as well, nothing is refused, found done already, or read, from memory alone: the rest of the stream is read first.
/// </summary>
public sealed class Aggregates<TState, TEvent>(IEventStore store, EventCodec codec, TimeProvider clock, int cachedStreams = 20_000)
    where TState : IAggregate<TState, TEvent>
    where TEvent : class, IDomainEvent
{
    private const int Attempts = 50;
    private const int ResendsOfUnknownOutcome = 2;
    private readonly StreamGates _gates = new();
    private readonly StreamCache<TState, TEvent> _cache = new(cachedStreams);

    /// <summary>The state of a stream as of now: from memory where only this process writes, and with what others wrote since elsewhere.</summary>
    public async ValueTask<LoadedStream<TState, TEvent>> Load(StreamName stream, CancellationToken cancel)
    {
        var (loaded, isRead) = await Remembered(stream, cancel);
        return isRead ? loaded : await Refresh(stream, loaded, cancel);
    }

    /// <summary>Decides a command on the stream's state. The instant handed in is never before the stream's last event.</summary>
    public async Task<Decided<TState, TEvent>> Decide(
        StreamName stream,
        Command command,
        Func<TState, DateTimeOffset, Decision<TEvent>> decide,
        CancellationToken cancel)
    {
        using var passage = await _gates.Enter(stream, cancel);
        var (loaded, isRead) = await Remembered(stream, cancel);
        for (var attempt = 1; ; attempt++)
        {
            if (loaded.Commands.TryGetValue(command.Id, out var known)) return await Replay(stream, command, known, loaded, cancel);

            var now = Max(clock.GetUtcNow(), loaded.LastAt);
            var decision = decide(loaded.State, now);
            if (decision.Refusal is not null || decision.Events.Count == 0)
            {
                // No append will tell that what is remembered is outdated: who was refused, or told that it was done, must not learn otherwise later.
                var decidedOn = loaded.Head;
                if (!isRead) (loaded, isRead) = (await Refresh(stream, loaded, cancel), true);
                if (loaded.Head != decidedOn) continue;
                return new(decision.Refusal, [], loaded.State, loaded.State, loaded.Head.Revision, loaded.Position);
            }

            var (records, after) = await Link(stream, command, decision.Events, loaded, cancel);
            switch (await Append(stream, loaded.Head.Revision, records, cancel))
            {
                case AppendResult.Appended appended:
                    after = after with { Position = appended.Position };
                    _cache.Set(stream, after);
                    return new(null, decision.Events, loaded.State, after.State, appended.Revision, appended.Position);
                case AppendResult.TooLarge tooLarge:
                    return new(TooLarge(tooLarge.Bytes), [], loaded.State, loaded.State, loaded.Head.Revision, loaded.Position);
                case AppendResult.Conflict when attempt < Attempts:
                    (loaded, isRead) = (await Refresh(stream, loaded, cancel), true);
                    break;
                default:
                    throw new LogUnavailableException("log_busy", $"{stream} changed {Attempts} times while a command was decided.");
            }
        }
    }

    /// <summary>
    /// The state of a stream with all that the log holds of it: for who was told of an event by the log, which may be before its writer remembers
    /// it, here or elsewhere.
    /// </summary>
    public async ValueTask<LoadedStream<TState, TEvent>> LoadLatest(StreamName stream, CancellationToken cancel) =>
        await Refresh(stream, _cache.TryGet(stream, out var loaded) ? loaded : LoadedStream<TState, TEvent>.Empty, cancel);

    /// <summary>Every event of a stream with its revision, from the log.</summary>
    public async IAsyncEnumerable<(Revision Revision, TEvent Event)> History(
        StreamName stream,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var record in store.ReadStream(stream, Revision.First, cancel))
        {
            if (codec.Decode(record).Event is TEvent happened) yield return (record.Revision, happened);
        }
    }

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Refusal TooLarge(int bytes) =>
        new Refusal(RefusalKind.Invalid, "too_large", "Cette demande est trop volumineuse pour être enregistrée.").With("bytes", bytes);

    // Read: nothing in the log is behind it as of now.
    private async ValueTask<(LoadedStream<TState, TEvent> Loaded, bool IsRead)> Remembered(StreamName stream, CancellationToken cancel) =>
        _cache.TryGet(stream, out var loaded)
            ? (loaded, !store.IsShared)
            : (await Refresh(stream, LoadedStream<TState, TEvent>.Empty, cancel), true);

    private async Task<LoadedStream<TState, TEvent>> Refresh(
        StreamName stream,
        LoadedStream<TState, TEvent> loaded,
        CancellationToken cancel)
    {
        await foreach (var record in store.ReadStream(stream, loaded.Head.Revision + 1, cancel)) loaded = After(loaded, record);
        if (loaded.Head.Revision != Revision.None) _cache.Set(stream, loaded);
        return loaded;
    }

    private LoadedStream<TState, TEvent> After(LoadedStream<TState, TEvent> loaded, Record record)
    {
        var metadata = EventMetadata.Read(record.Metadata);
        return loaded.After((TEvent)codec.Decode(record).Event, StreamHead.At(record), record.Position, metadata.CommandId, metadata.Digest);
    }

    private async Task<(IReadOnlyList<NewRecord> Records, LoadedStream<TState, TEvent> After)> Link(
        StreamName stream,
        Command command,
        IReadOnlyList<TEvent> events,
        LoadedStream<TState, TEvent> loaded,
        CancellationToken cancel)
    {
        var records = new NewRecord[events.Count];
        for (var index = 0; index < records.Length; index++)
        {
            var happened = events[index];

            // New at every decision: engines take the same ids for a resend of the same bytes. Were they derived from the command, a copy of
            // it that is decided on an outdated state would be told "appended", and remember links that are not in the log.
            // Random, not by time: EventStoreDB's own clients take no id of a version above 5.
            var id = Guid.NewGuid();
            var (type, data) = await codec.Encode(happened, stream, id, cancel);
            var metadata = new EventMetadata(happened.At, command.Actor, command.CorrelationId, command.Id, command.Digest).ToJson();
            (records[index], var head) = loaded.Head.Link(stream, id, type, metadata, data);
            loaded = loaded.After(happened, head, loaded.Position, command.Id, command.Digest);
        }

        return (records, loaded);
    }

    private async Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel)
    {
        for (var resends = 0; ; resends++)
        {
            try
            {
                return await store.Append(stream, expected, records, cancel);
            }
            catch (LogUnavailableException unavailable) when (unavailable.Code != "log_full" && resends < ResendsOfUnknownOutcome)
            {
                // The same ids, bytes and expected revision: if it was written after all, this is its retry.
            }
            catch (LogUnavailableException)
            {
                // It may have been written: what is remembered would go on refusing what the log allows.
                _cache.Remove(stream);
                throw;
            }
        }
    }

    private async Task<Decided<TState, TEvent>> Replay(
        StreamName stream,
        Command command,
        KnownCommand known,
        LoadedStream<TState, TEvent> loaded,
        CancellationToken cancel)
    {
        if (known.Digest != command.Digest)
            return new(KeyReused(), [], loaded.State, loaded.State, loaded.Head.Revision, loaded.Position);

        var before = TState.Initial;
        var after = before;
        var position = Position.Start;
        var events = new List<TEvent>(known.Count);
        await foreach (var record in store.ReadStream(stream, Revision.First, cancel))
        {
            var happened = (TEvent)codec.Decode(record).Event;
            after = after.Evolve(happened);
            if (record.Revision.Value < known.First.Value) before = after;
            else events.Add(happened);
            position = record.Position;
            if (events.Count == known.Count) break;
        }

        return new(null, events, before, after, known.First + (known.Count - 1), position);
    }

    private static Refusal KeyReused() => new(
        RefusalKind.Invalid,
        "idempotency_key_reused",
        "Cette clé d’idempotence a déjà servi pour une autre demande : utilisez-en une nouvelle.");
}

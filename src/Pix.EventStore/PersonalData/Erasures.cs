using Pix.Domain;

namespace Pix.EventStore;

/// <summary>
/// Finishes what an <see cref="IErasure"/> begins: follows the log, destroys the key of everyone who was erased, then has
/// <paramref name="forget"/> remove what was written of them in clear. <see cref="CatchUp"/> runs at start-up, before anything is served,
/// then <see cref="Follow"/> until the end.
/// </summary>
public sealed class Erasures(
    IEventStore store,
    EventCodec codec,
    IPersonKeys keys,
    IErasureCheckpoint checkpoint,
    LogIdentity log,
    Func<PersonId, CancellationToken, Task> forget)
{
    private const int EventsBetweenCheckpoints = 100_000;
    private readonly HeadSignal _followed = new(Position.Start);
    private int _eventsSinceCheckpoint;

    /// <summary>
    /// Forgets all who were erased since the checkpoint, and answers how many they are. This finishes an erasure that a crash interrupted,
    /// and applies again those that restored keys do not know. Throws <see cref="EventTypesException"/> for an unknown event.
    /// </summary>
    public async Task<int> CatchUp(CancellationToken cancel)
    {
        var erased = 0;
        await foreach (var page in store.ReadAll(await Checkpoint(cancel), cancel)) erased += await Apply(page, page.CaughtUp, cancel);
        return erased;
    }

    /// <summary>
    /// Forgets people as erasures happen, until cancelled, and hands on every page once that is done. It fails, and must be started again,
    /// when one cannot be forgotten.
    /// </summary>
    public async Task Follow(Func<RecordPage, Task> followed, CancellationToken cancel)
    {
        await foreach (var page in store.Subscribe(await Checkpoint(cancel), cancel))
        {
            await Apply(page, false, cancel);
            await followed(page);
        }
    }

    /// <summary>Ends once everyone erased up to this position is forgotten, which <see cref="Follow"/> sees to.</summary>
    public async Task WaitUntil(Position position, CancellationToken cancel)
    {
        for (var followed = _followed.Head; followed < position; followed = _followed.Head) await _followed.WaitBeyond(followed, cancel);
    }

    // The checkpoint travels with the keys: an older key file brings an older checkpoint, and every erasure since is applied again. An older
    // log is another matter: what is behind its head will be written anew, so it is followed from the start.
    private async Task<Position> Checkpoint(CancellationToken cancel)
    {
        var stored = checkpoint.Followed(log);
        return stored <= await store.Head(cancel) ? stored : Position.Start;
    }

    private async Task<int> Apply(RecordPage page, bool isLast, CancellationToken cancel)
    {
        var erased = 0;
        foreach (var record in page.Records)
        {
            // What is not known goes on to the codec, which stops us: it may be how a newer release says the same.
            if (codec.Types.TypeBehind(record.Type) is { } type && !type.IsAssignableTo(typeof(IErasure))) continue;
            var person = ((IErasure)codec.Decode(record).Event).Person;

            // The key first: what is folded from here on finds no name any more. The checkpoint last: a crash in between does both again.
            await keys.Destroy(person, cancel);
            await forget(person, cancel);
            erased++;
        }

        _eventsSinceCheckpoint += page.Records.Count;
        if (erased > 0 || _eventsSinceCheckpoint >= EventsBetweenCheckpoints || (isLast && _eventsSinceCheckpoint > 0))
        {
            await checkpoint.SetFollowed(log, page.Last);
            _eventsSinceCheckpoint = 0;
        }

        _followed.Publish(page.Last);
        return erased;
    }
}

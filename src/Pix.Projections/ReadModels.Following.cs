using Pix.EventStore;

namespace Pix.Projections;

public sealed partial class ReadModels
{
    // Further behind than this, a generation reads the past by itself first, so that the others are not held up.
    private const long NearEnough = 10_000;

    // Serves what the catalogue names, and follows the log with it; false when it is to be replaced.
    private bool Recover(ProjectionSlot slot, Position head)
    {
        slot.Served = _folder.Find(slot.Definition, GenerationRole.Served);
        if (slot.Served is not { } served) return false;
        if (_folder.CanFold(slot.Definition, served))
        {
            slot.Live = _folder.TryOpen(slot.Definition, served);
            if (slot.Live is null) return DropDamaged(slot, served);
            if (slot.Live.Read.Position > head) return DropAhead(slot, served);
        }
        else if (!_folder.HasFile(served))
        {
            return DropDamaged(slot, served);
        }

        slot.Readers = _folder.ReadersOf(served);
        slot.Publish();
        if (IsWanted(slot) || (served.IsPinned && slot.Live is not null)) return true;
        slot.RebuiltBecause = ReasonFor(slot, served);
        return false;
    }

    private string ReasonFor(ProjectionSlot slot, CatalogueEntry served) =>
        served.Version != slot.Definition.Version
            ? $"generation {served.Generation} was built by version {served.Version}, this is {slot.Definition.Version}"
            : $"generation {served.Generation} was folded under referential {served.Referential}, {_active?.Version} is active";

    private bool DropDamaged(ProjectionSlot slot, CatalogueEntry served)
    {
        slot.RebuiltBecause = $"the file of generation {served.Generation} was missing or damaged";
        Unserve(slot);
        _folder.Drop(served);
        return false;
    }

    // The log was restored from a backup: what was read of it since is not in it any more, here and in what is kept.
    private bool DropAhead(ProjectionSlot slot, CatalogueEntry served)
    {
        slot.RebuiltBecause = $"generation {served.Generation} had read further than the log goes: the log was restored from a backup";
        Unserve(slot);
        foreach (var entry in _folder.Catalogue.Entries(slot.Name)) _folder.Drop(entry);
        return false;
    }

    private void Unserve(ProjectionSlot slot)
    {
        if (slot.Live is { } live)
        {
            _feed.Remove(live);
            live.Dispose();
        }

        slot.Readers?.Retire();
        (slot.Served, slot.Readers, slot.Live) = (null, null, null);
        slot.Publish();
    }

    private void ReplaceDamaged(ProjectionSlot slot, int generation)
    {
        lock (_gate)
        {
            if (_disposed || slot.Served is not { } served || served.Generation != generation) return;
            DropDamaged(slot, served);
            if (slot.Job is null) StartJob([slot], Target.Wanted, progress: null);
        }
    }

    private void Follow(ProjectionSlot slot, Generation generation)
    {
        if (_feed.Position.Value - generation.Read.Position.Value <= NearEnough * _options.Store.PositionsPerEvent)
        {
            _feed.Add(generation);
            return;
        }

        _background.Add(Task.Run(async () =>
        {
            await _scan.Run([generation], _ => Locked(PublishAll), _stop.Token).ConfigureAwait(false);
            lock (_gate)
            {
                if (slot.Live == generation && !slot.IsPaused) _feed.Add(generation);
            }
        }));
    }

    // After every page of the feed, on its thread.
    private void AfterPage(DecodedPage page)
    {
        lock (_gate)
        {
            if (_disposed) return;
            foreach (var slot in _slots.Values)
            {
                if (slot.Live is { Error: { } error } live)
                {
                    _feed.Remove(live);
                    if (error.IsDamage) ReplaceDamaged(slot, live.Entry.Generation);
                }

                if (slot is { IsTargetReady: true, Target: { Error: not null } target }) FailTarget(slot, target);
            }

            if (page.IsCaughtUp) SwitchReady(page.Last);
            PublishAll();
        }
    }

    private void SwitchReady(Position last)
    {
        var ready = _slots.Values
            .Where(slot => slot is { IsTargetReady: true, Target: { Error: null } target } && target.Visible >= last)
            .ToList();
        if (ready.Count == 0) return;

        var kept = ready.Select(slot => _folder.Find(slot.Definition, GenerationRole.Kept)).OfType<CatalogueEntry>().ToList();
        var put = ready.Select(slot => slot.Target!.Entry with { Role = GenerationRole.Served, IsPinned = slot.Job!.Pins })
            .Concat(ready.Select(slot => slot.Served).OfType<CatalogueEntry>().Select(served => served with { Role = GenerationRole.Kept, IsPinned = false }))
            .ToList();
        _folder.Catalogue.Change(kept, put);
        foreach (var slot in ready)
        {
            if (kept.Find(old => old.Projection == slot.Name) is { } old && !put.Exists(entry => IsSame(entry, old))) DeleteFile(slot, old);
            Serve(slot, slot.Target!, put.Single(entry => IsSame(entry, slot.Target!.Entry)));
        }
    }

    // Under a reader's feet a file must not go.
    private void DeleteFile(ProjectionSlot slot, CatalogueEntry old)
    {
        if (slot.KeptReaders is { } readers) readers.WhenClosed(() => _folder.DeleteFile(old));
        else _folder.DeleteFile(old);
    }

    private void Serve(ProjectionSlot slot, Generation target, CatalogueEntry entry)
    {
        if (slot.Live is { } before)
        {
            _feed.Remove(before);
            before.Dispose();
        }

        slot.KeptReaders = slot.Readers;
        slot.Readers = _folder.ReadersOf(entry);
        slot.KeptReaders?.Retire();
        (slot.Served, slot.Live, slot.IsPaused, slot.BuildError) = (entry, target, false, null);
        Finish(slot, new RebuiltProjection(slot.Name, entry.Generation, target.Read.Events, null));
    }

    private void FailTarget(ProjectionSlot slot, Generation target)
    {
        _feed.Remove(target);
        target.Dispose();
        slot.BuildError = target.Error;
        Finish(slot, new RebuiltProjection(slot.Name, target.Entry.Generation, target.Read.Events, target.Error));
    }

    private static void Finish(ProjectionSlot slot, RebuiltProjection projection)
    {
        var job = slot.Job!;
        (slot.Target, slot.IsTargetReady, slot.Job) = (null, false, null);
        job.Finish(projection);
    }

    private void PublishAll()
    {
        foreach (var slot in _slots.Values) slot.Publish();
    }

    private void Locked(Action work)
    {
        lock (_gate) work();
    }

    private static bool IsSame(CatalogueEntry one, CatalogueEntry other) => one.Projection == other.Projection && one.Generation == other.Generation;
}

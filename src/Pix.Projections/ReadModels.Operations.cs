using Pix.Domain;

namespace Pix.Projections;

public sealed partial class ReadModels
{
    /// <summary>Stops following the log with a projection, which goes on being read.</summary>
    public void Pause(string projection)
    {
        lock (_gate)
        {
            var slot = Slot(projection);
            slot.IsPaused = true;
            if (slot.Live is not { } live) return;
            _feed.Remove(live);
            live.Flush();
        }
    }

    /// <summary>Follows the log again after a pause, or after a failure, from the last good state.</summary>
    public void Resume(string projection)
    {
        lock (_gate)
        {
            var slot = Slot(projection);
            slot.IsPaused = false;
            if (slot is not { Served: { } served, Live: { } live } || _feed.Has(live)) return;
            if (live.Error is not null)
            {
                live.Dispose();
                slot.Live = _folder.TryOpen(slot.Definition, served);
            }

            if (slot.Live is { } again) Follow(slot, again);
            else ReplaceDamaged(slot, served.Generation);
        }
    }

    /// <summary>
    /// Removes what read models hold of a person in clear, from every generation, those kept for rollback and those being built included;
    /// when it ends the bytes are gone from the files, of which it answers the number. Throws <see cref="ReadModelsException"/>
    /// <c>forget_incomplete</c> when a reader kept old bytes alive: to be asked again.
    /// </summary>
    public Task<int> Forget(PersonId person, CancellationToken cancel) => Task.Run(
        () =>
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                var holding = _slots.Values.Where(slot => slot.Definition.Create(_active).HoldsPersonalData).ToList();
                var files = holding.Sum(slot => _folder.Catalogue.Entries(slot.Name).Count);
                var incomplete = holding.Where(slot => !Forget(slot, person)).Select(slot => slot.Name).ToList();
                if (incomplete.Count == 0) return files;
                throw new ReadModelsException(
                    "forget_incomplete", $"Readers kept old bytes of a person alive in {string.Join(", ", incomplete)}: ask again.");
            }
        },
        cancel);

    private bool Forget(ProjectionSlot slot, PersonId person)
    {
        var complete = true;
        foreach (var entry in _folder.Catalogue.Entries(slot.Name))
        {
            if (new[] { slot.Live, slot.Target }.FirstOrDefault(open => open is not null && IsSame(open.Entry, entry)) is { } running)
            {
                complete &= running.Forget(person);
            }
            else if (_folder.CanFold(slot.Definition, entry) && _folder.TryOpen(slot.Definition, entry) is { } opened)
            {
                using (opened) complete &= opened.Forget(person);
            }
            else
            {
                // No code here can find the person in it, so that it goes as a whole.
                DropForErasure(slot, entry);
            }
        }

        return complete;
    }

    private void DropForErasure(ProjectionSlot slot, CatalogueEntry entry)
    {
        if (slot.Served == entry)
        {
            Unserve(slot);
            slot.RebuiltBecause = $"a person was erased, and this version cannot remove them from generation {entry.Generation}";
            if (slot.Job is null) StartJob([slot], Target.Wanted, progress: null);
        }

        _folder.Drop(entry);
    }
}

using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

public sealed partial class ReadModels
{
    /// <summary>What <see cref="Rebuild"/> of these projections would do.</summary>
    public async Task<IReadOnlyList<RebuildPlan>> Plan(IReadOnlyList<string> projections, CancellationToken cancel)
    {
        var head = await _options.Store.Head(cancel).ConfigureAwait(false);
        lock (_gate)
        {
            return [.. projections.Select(Slot).Select(slot =>
            {
                var interrupted = slot.Target is null ? Interrupted(slot) : null;
                return new RebuildPlan(
                    slot.Name,
                    slot.Served?.Generation,
                    slot.Served?.Version ?? slot.Definition.Version,
                    slot.Definition.Version,
                    slot.Served?.Referential,
                    slot.Definition.DependsOnReferential ? _active?.Version : null,
                    interrupted is not null,
                    Position.Start,
                    head);
            })];
        }
    }

    /// <summary>
    /// Builds the next generation of these projections in one scan of the log, and switches to each once it has caught up; one that stops
    /// says so in the result. A rebuild that runs already is waited for; one that was interrupted is resumed. Cancelled, it can be resumed.
    /// </summary>
    public async Task<RebuildResult> Rebuild(IReadOnlyList<string> projections, IProgress<RebuildProgress>? progress, CancellationToken cancel)
    {
        var jobs = new HashSet<RebuildJob>();
        lock (_gate)
        {
            var slots = projections.Distinct().Select(Slot).ToList();
            foreach (var slot in slots.Where(slot => slot.Job is not null)) jobs.Add(slot.Job!);
            if (slots.Where(slot => slot.Job is null).ToList() is { Count: > 0 } idle) jobs.Add(StartJob(idle, Target.New, progress));
        }

        using var registration = cancel.Register(() => Cancel(jobs));
        var results = await Task.WhenAll(jobs.Select(job => job.Task)).ConfigureAwait(false);
        return new RebuildResult(
            [.. results.SelectMany(result => result.Projections).Where(rebuilt => projections.Contains(rebuilt.Name))],
            results.Sum(result => result.EventsRead),
            results.Max(result => result.Elapsed));
    }

    /// <summary>Stops the rebuild of a projection, with those that share its scan, and drops what it built; false when there was none.</summary>
    public async Task<bool> Abort(string projection)
    {
        var slot = Slot(projection);
        await Stop(slot).ConfigureAwait(false);
        lock (_gate)
        {
            if (_folder.Find(slot.Definition, GenerationRole.Building) is not { } building) return false;
            slot.BuildError = null;
            _folder.Drop(building);
            return true;
        }
    }

    /// <summary>
    /// Goes back to the generation that was served before: it catches up from its own checkpoint, then is served, and stays until somebody
    /// asks for a rebuild or another referential is activated. Throws <see cref="ReadModelsException"/> <c>rollback_impossible</c>.
    /// </summary>
    public async Task<RebuildResult> Rollback(string projection, CancellationToken cancel)
    {
        var slot = Slot(projection);
        await Stop(slot).ConfigureAwait(false);
        RebuildJob job;
        lock (_gate)
        {
            if (_folder.Find(slot.Definition, GenerationRole.Kept) is not { } kept)
                throw new ReadModelsException("rollback_impossible", $"No earlier generation of '{projection}' is kept.");
            if (!_folder.CanFold(slot.Definition, kept))
            {
                throw new ReadModelsException(
                    "rollback_impossible",
                    $"Generation {kept.Generation} of '{projection}' was built by version {kept.Version} under referential {kept.Referential}: this release cannot go on with it.");
            }

            // Nothing can be read of what was folded before there was a release: everybody would be unknown.
            if (slot.Definition.DependsOnReferential && kept.Referential is null && _active is not null)
                throw new ReadModelsException("rollback_impossible", $"Generation {kept.Generation} of '{projection}' was built before a release was in force.");

            job = StartJob([slot], Target.Kept, progress: null);
        }

        using var registration = cancel.Register(() => Cancel([job]));
        return await job.Task.ConfigureAwait(false);
    }

    /// <summary>
    /// Another release is active: what depends on it is stale, goes on being read, and is rebuilt beside. Ends when all of it was switched;
    /// who does not wait loses nothing.
    /// </summary>
    public async Task<RebuildResult> ActivateReferential(Referential referential, CancellationToken cancel)
    {
        List<ProjectionSlot> stale, outdated;
        lock (_gate)
        {
            Activate(referential);
            stale = [.. _slots.Values.Where(slot => slot.Definition.DependsOnReferential && !IsWanted(slot))];
            outdated = [.. stale.Where(slot => slot.Target is null || !IsWanted(slot.Definition, slot.Target.Entry))];
        }

        // What shared a scan with them goes on in the new one.
        var interrupted = new List<ProjectionSlot>();
        foreach (var slot in outdated) interrupted.AddRange(await StopOutdated(slot).ConfigureAwait(false));
        var jobs = new HashSet<RebuildJob>();
        lock (_gate)
        {
            stale = [.. stale.Where(slot => !IsWanted(slot)).Union(interrupted)];
            var idle = stale.Where(slot => slot.Job is null).ToList();
            foreach (var slot in idle) slot.RebuiltBecause = slot.Served is { } served && !IsWanted(slot) ? ReasonFor(slot, served) : slot.RebuiltBecause;
            if (idle.Count > 0) StartJob(idle, Target.Wanted, progress: null);

            // Somebody else may have asked for the same at the same time: one rebuild serves both.
            foreach (var slot in stale.Where(slot => slot.Job is not null)) jobs.Add(slot.Job!);
        }

        var results = await Task.WhenAll(jobs.Select(job => job.Task)).WaitAsync(cancel).ConfigureAwait(false);
        return new RebuildResult(
            [.. results.SelectMany(result => result.Projections).Where(rebuilt => stale.Exists(slot => slot.Name == rebuilt.Name))],
            results.Sum(result => result.EventsRead),
            results.Select(result => result.Elapsed).DefaultIfEmpty(TimeSpan.Zero).Max());
    }
}

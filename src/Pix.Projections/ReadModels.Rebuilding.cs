using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

public sealed partial class ReadModels
{
    private enum Target
    {
        /// <summary>What this release and the active referential want; a kept generation will do.</summary>
        Wanted,

        /// <summary>A new generation, whatever is there.</summary>
        New,

        /// <summary>The kept generation.</summary>
        Kept,
    }

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
            var slots = projections.Select(Slot).ToList();
            foreach (var slot in slots.Where(slot => slot.Job is not null)) jobs.Add(slot.Job!);
            if (slots.Where(slot => slot.Job is null).ToList() is { Count: > 0 } idle) jobs.Add(StartJob(idle, Target.New, progress));
        }

        using var registration = cancel.Register(() =>
        {
            foreach (var job in jobs) job.Cancel();
        });
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

            job = StartJob([slot], Target.Kept, progress: null);
        }

        using var registration = cancel.Register(job.Cancel);
        return await job.Task.ConfigureAwait(false);
    }

    /// <summary>
    /// Another release is active: what depends on it is stale, goes on being read, and is rebuilt beside. Ends when all of it was switched;
    /// who does not wait loses nothing.
    /// </summary>
    public async Task<RebuildResult> ActivateReferential(Referential referential, CancellationToken cancel)
    {
        List<ProjectionSlot> stale;
        lock (_gate)
        {
            Activate(referential);
            stale = [.. _slots.Values.Where(slot => slot.Definition.DependsOnReferential && !IsWanted(slot))];
        }

        foreach (var slot in stale) await Stop(slot).ConfigureAwait(false);
        RebuildJob? job = null;
        lock (_gate)
        {
            stale.RemoveAll(slot => slot.Job is not null || IsWanted(slot));
            foreach (var slot in stale) slot.RebuiltBecause = slot.Served is { } served ? ReasonFor(slot, served) : slot.RebuiltBecause;
            if (stale.Count > 0) job = StartJob(stale, Target.Wanted, progress: null);
        }

        return job is null ? new RebuildResult([], 0, TimeSpan.Zero) : await job.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    // Under the gate. The job runs on, whoever waits for it.
    private RebuildJob StartJob(List<ProjectionSlot> slots, Target target, IProgress<RebuildProgress>? progress)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var job = new RebuildJob(slots, pins: target == Target.Kept, _stop.Token);
        foreach (var slot in slots)
        {
            slot.BuildError = null;
            slot.Target = Open(slot, target);
            slot.Job = job;
        }

        var targets = slots.Select(slot => slot.Target!).ToList();
        job.Task = Task.Run(() => Run(job, targets, progress), CancellationToken.None);
        return job;
    }

    private Generation Open(ProjectionSlot slot, Target target)
    {
        var kept = _folder.Find(slot.Definition, GenerationRole.Kept);
        var isKeptEnough = target == Target.Kept || (target == Target.Wanted && kept is not null && IsWanted(slot.Definition, kept));
        if (isKeptEnough && kept is not null && _folder.TryOpen(slot.Definition, kept) is { } again) return again;
        if (target == Target.Kept) throw new ReadModelsException("rollback_impossible", $"The kept generation of '{slot.Name}' is missing or damaged.");
        if (Interrupted(slot) is { } interrupted && _folder.TryOpen(slot.Definition, interrupted) is { } resumed) return resumed;
        if (_folder.Find(slot.Definition, GenerationRole.Building) is { } outdated) _folder.Drop(outdated);
        return _folder.Create(slot.Definition, _active);
    }

    // What a rebuild that was killed left, when it is still worth going on with.
    private CatalogueEntry? Interrupted(ProjectionSlot slot) =>
        _folder.Find(slot.Definition, GenerationRole.Building) is { } building && IsWanted(slot.Definition, building) ? building : null;

    private async Task<RebuildResult> Run(RebuildJob job, IReadOnlyList<Generation> targets, IProgress<RebuildProgress>? progress)
    {
        var meter = new RebuildMeter(_options.Clock, job.Slots, targets, progress);
        try
        {
            meter.Head = await _options.Store.Head(job.Cancelled).ConfigureAwait(false);
            await _scan.Run(targets, meter.AfterPage, job.Cancelled).ConfigureAwait(false);
            foreach (var target in targets) target.Complete();
            lock (_gate)
            {
                foreach (var slot in job.Slots)
                {
                    if (slot.Target!.Error is not null) FailTarget(slot, slot.Target);
                    else slot.IsTargetReady = true;
                }
            }

            // The switch comes with the feed's next caught-up mark, when old and new have read the same.
            foreach (var target in targets.Where(target => target.Error is null)) _feed.Add(target);
            await job.AllSwitched.WaitAsync(job.Cancelled).ConfigureAwait(false);
            return meter.Result(job.Done);
        }
        finally
        {
            lock (_gate) Release(job);
        }
    }

    private void Release(RebuildJob job)
    {
        foreach (var slot in job.Slots.Where(slot => slot.Job == job))
        {
            if (slot.Target is { } unfinished)
            {
                _feed.Remove(unfinished);
                unfinished.Dispose();
            }

            (slot.Target, slot.IsTargetReady, slot.Job) = (null, false, null);
        }

        job.Dispose();
    }

    private async Task Stop(ProjectionSlot slot)
    {
        Task? running;
        lock (_gate)
        {
            slot.Job?.Cancel();
            running = slot.Job?.Task;
        }

        if (running is not null) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}

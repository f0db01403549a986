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

    // Under the gate. The job runs on, whoever waits for it.
    private RebuildJob StartJob(List<ProjectionSlot> slots, Target target, IProgress<RebuildProgress>? progress)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var job = new RebuildJob(slots, pins: target == Target.Kept, _stop.Token);
        try
        {
            foreach (var slot in slots)
            {
                slot.BuildError = null;
                slot.Target = Open(slot, target);
                slot.Job = job;
            }
        }
        catch
        {
            Release(job);
            throw;
        }

        var targets = slots.Select(slot => slot.Target!).ToList();
        job.Task = Task.Run(() => Run(job, targets, progress), CancellationToken.None);
        return job;
    }

    private Generation Open(ProjectionSlot slot, Target target)
    {
        var kept = _folder.Find(slot.Definition, GenerationRole.Kept);
        if (target == Target.Kept)
        {
            return kept is not null && _folder.TryOpen(slot.Definition, kept) is { } before
                ? before
                : throw new ReadModelsException("rollback_impossible", $"The kept generation of '{slot.Name}' is missing or damaged.");
        }

        if (Interrupted(slot) is { } interrupted && _folder.TryOpen(slot.Definition, interrupted) is { } resumed) return resumed;
        if (_folder.Find(slot.Definition, GenerationRole.Building) is { } outdated) _folder.Drop(outdated);
        if (target == Target.Wanted && kept is not null && IsWanted(slot.Definition, kept) && _folder.TryOpen(slot.Definition, kept) is { } again) return again;
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
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            lock (_gate)
            {
                foreach (var slot in job.Slots.Where(slot => slot.Job == job)) slot.BuildError = ProjectionError.Of(failure, null);
            }

            throw new ReadModelsException("rebuild_failed", $"The rebuild of {string.Join(", ", job.Slots.Select(slot => slot.Name))} failed: {failure.Message}", failure);
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

    // The projections whose rebuild was stopped.
    private Task<IReadOnlyList<ProjectionSlot>> Stop(ProjectionSlot slot) => StopWhen(slot, _ => true);

    // Somebody else may have begun what is wanted since the slot was looked at: that is left alone.
    private Task<IReadOnlyList<ProjectionSlot>> StopOutdated(ProjectionSlot slot) =>
        StopWhen(slot, now => now.Target is null || !IsWanted(now.Definition, now.Target.Entry));

    private async Task<IReadOnlyList<ProjectionSlot>> StopWhen(ProjectionSlot slot, Predicate<ProjectionSlot> applies)
    {
        RebuildJob? job;
        List<ProjectionSlot> stopped;
        lock (_gate)
        {
            job = applies(slot) ? slot.Job : null;
            stopped = [.. _slots.Values.Where(other => job is not null && other.Job == job)];
            job?.Cancel();
        }

        if (job is not null) await ((Task)job.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return stopped;
    }

    private void Cancel(IReadOnlyCollection<RebuildJob> jobs)
    {
        lock (_gate)
        {
            // One that is over is closed.
            foreach (var job in jobs.Where(job => job.Slots.Any(slot => slot.Job == job))) job.Cancel();
        }
    }
}

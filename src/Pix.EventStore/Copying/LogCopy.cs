namespace Pix.EventStore;

/// <summary>How far a copy is: events of how many (about so where positions do not count them).</summary>
public readonly record struct LogCopyProgress(long Events, long Total);

/// <summary>What a copy did: the events and streams taken over, how many of them in this run, and the persons' keys.</summary>
public sealed record LogCopyResult(LogIdentity Log, long Events, long Streams, long Written, long Keys);

/// <summary>A log cannot be copied there; the message says why, and what can be done.</summary>
public sealed class LogCopyException(string message) : Exception(message);

/// <summary>
/// Copies a log from any engine to any other: ids, order, bytes and chains stay, positions do not, so that the copy begins the next epoch of
/// the same log. Nobody else may write to either meanwhile. What was interrupted goes on where it stopped, and is of no use to anybody
/// before it is complete. Memory does not grow with the log.
/// </summary>
public sealed class LogCopy(IEventStore source, IPersonKeyStore sourceKeys, IEventStore target, IPersonKeyStore targetKeys, TimeProvider clock)
{
    private const int KeysAtOnce = 64;

    // No personal value is opened or sealed on the way.
    private readonly EventCodec _codec = new(EventTypes.Pix, targetKeys, PersonalSealing.RandomNonces);

    /// <summary>
    /// Copies what is missing, verifies all of it, then declares it complete. Throws <see cref="LogCopyException"/> when the target is neither
    /// empty nor the beginning of the source, or does not hold, and <see cref="LogUnavailableException"/> when either log cannot answer.
    /// </summary>
    public async Task<LogCopyResult> Run(IProgress<LogCopyProgress>? progress, CancellationToken cancel)
    {
        var before = await LogIdentity.Find(source, _codec, cancel).ConfigureAwait(false)
            ?? throw new LogCopyException("There is nothing to copy: the source is empty.");
        var to = before with { Epoch = before.Epoch + 1 };
        await RefuseComplete(to, cancel).ConfigureAwait(false);
        var events = new CopiedEvents(source, target, Streams.Epoch(to.Epoch), progress);
        await events.Copy(afterFirst: () => MarkStarted(to, cancel), cancel).ConfigureAwait(false);
        var keys = await CopyKeys(cancel).ConfigureAwait(false);
        var erasures = new Erasures(target, _codec, targetKeys, new FromTheStart(), to, (_, _) => Task.CompletedTask);
        await erasures.CatchUp(cancel).ConfigureAwait(false);
        var streams = await VerifyTarget(events.Count, cancel).ConfigureAwait(false);
        await Mark(to, new LogCopied(to.Epoch, events.Count, clock.GetUtcNow()), cancel).ConfigureAwait(false);
        return new LogCopyResult(to, events.Count, streams, events.Written, keys);
    }

    private async Task RefuseComplete(LogIdentity to, CancellationToken cancel)
    {
        if (await LogMarks.Last(target, _codec, Streams.Epoch(to.Epoch), cancel).ConfigureAwait(false) is null or LogCopyStarted) return;
        throw new LogCopyException($"The target is complete, and in use already, as epoch {to.Epoch} of this log.");
    }

    private async Task MarkStarted(LogIdentity to, CancellationToken cancel)
    {
        if (await LogMarks.Last(target, _codec, Streams.Epoch(to.Epoch), cancel).ConfigureAwait(false) is null)
            await Mark(to, new LogCopyStarted(to.Epoch, clock.GetUtcNow()), cancel).ConfigureAwait(false);
    }

    private Task Mark(LogIdentity to, EpochEvent mark, CancellationToken cancel) => LogMarks.Append(target, _codec, Streams.Epoch(to.Epoch), mark, cancel);

    // Those destroyed are not there to be moved: their erasures, which are in the log, destroy them in the target too.
    private async Task<long> CopyKeys(CancellationToken cancel)
    {
        var copied = 0L;
        await Parallel.ForEachAsync(
            sourceKeys.Present(cancel),
            new ParallelOptions { MaxDegreeOfParallelism = KeysAtOnce, CancellationToken = cancel },
            async (person, stop) =>
            {
                if (sourceKeys.Find(person).Key is { } key && await targetKeys.Import(person, key, stop).ConfigureAwait(false))
                    Interlocked.Increment(ref copied);
            }).ConfigureAwait(false);
        return copied;
    }

    private async Task<long> VerifyTarget(long copied, CancellationToken cancel)
    {
        var report = await Verification.Verify(target, null, cancel).ConfigureAwait(false);
        if (!report.IsSound) throw new LogCopyException($"The copy does not hold:\n{string.Join('\n', report.Broken)}");

        // Beside what was copied there is the mark of its beginning.
        if (report.Events != copied + 1)
            throw new LogCopyException($"The copy holds {report.Events - 1} events instead of {copied}: somebody else wrote to it.");
        return report.Streams - 1;
    }

    private sealed class FromTheStart : IErasureCheckpoint
    {
        public Position Followed(LogIdentity log) => Position.Start;

        public Task SetFollowed(LogIdentity log, Position position) => Task.CompletedTask;
    }
}

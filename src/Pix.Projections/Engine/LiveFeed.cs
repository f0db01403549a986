using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// One subscription for every generation that follows the log. When its members change, it starts again after the one that is the least far;
/// the others pass over what they have read.
/// </summary>
internal sealed class LiveFeed(IEventStore store, EventCodec codec, TimeProvider clock, Action<DecodedPage> afterPage) : IDisposable
{
    // Under load events come faster than each is worth a write of its rows: a short pause lets a page gather, unless a reader waits for it.
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(25);

    private readonly Lock _gate = new();
    private readonly List<Generation> _members = [];
    private TaskCompletionSource _hurry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource _changed = new();

    /// <summary>How far the feed has read, or the start when nobody follows.</summary>
    public Position Position
    {
        get
        {
            lock (_gate) return _members.Select(member => member.Read.Position).DefaultIfEmpty(Position.Start).Max();
        }
    }

    /// <summary>Why it waits, or null while it follows.</summary>
    public ProjectionError? Error { get; private set; }

    public void Add(Generation generation) => Change(() =>
    {
        _members.Add(generation);
        return true;
    });

    public void Remove(Generation generation) => Change(() => _members.Remove(generation));

    public bool Has(Generation generation)
    {
        lock (_gate) return _members.Contains(generation);
    }

    /// <summary>Somebody waits for what is in the log now: the next page is read at once.</summary>
    public void Hurry() => Volatile.Read(ref _hurry).TrySetResult();

    /// <summary>Feeds until stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        var backoff = new Backoff(clock, LogScan.LongestWait);
        while (!stop.IsCancellationRequested)
        {
            var (members, changed) = Members();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, changed.Token);
            try
            {
                if (members.Count == 0) await Task.Delay(Timeout.InfiniteTimeSpan, clock, either.Token).ConfigureAwait(false);
                else await Follow(members, backoff, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (either.IsCancellationRequested)
            {
            }
            catch (Exception failure) when (failure is not ObjectDisposedException)
            {
                // The log cannot answer, or the catalogue's disk is full: to be tried again, and to be seen in the status meanwhile.
                Error = ProjectionError.Of(failure, null);
                await backoff.Wait(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (ObjectDisposedException)
            {
                // The log was closed: nothing comes any more.
                return;
            }
        }
    }

    public void Dispose() => _changed.Dispose();

    private async Task Follow(List<Generation> members, Backoff backoff, CancellationToken cancel)
    {
        var after = members.Min(member => member.Read.Position);
        await foreach (var page in store.Subscribe(after, cancel).ConfigureAwait(false))
        {
            cancel.ThrowIfCancellationRequested();
            backoff.Reset();
            Error = null;
            var decoded = new DecodedPage(page, codec);

            // One that joined meanwhile from further back waits for the next subscription: it would miss what lies between.
            foreach (var member in Members().Members.Where(member => member.Read.Position >= after)) member.Fold(decoded);
            after = page.Last;
            afterPage(decoded);
            if (page is { CaughtUp: true, Records.Count: > 0 }) await Gather(cancel).ConfigureAwait(false);
        }
    }

    // By the machine's own clock: the pause saves work, and decides nothing.
    private async Task Gather(CancellationToken cancel)
    {
        await _hurry.Task.WaitAsync(GatherFor, TimeProvider.System, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Who hurries between these lines is served too: the page is read after them.
        Volatile.Write(ref _hurry, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private (List<Generation> Members, CancellationTokenSource Changed) Members()
    {
        lock (_gate) return ([.. _members], _changed);
    }

    private void Change(Func<bool> change)
    {
        CancellationTokenSource changed;
        lock (_gate)
        {
            if (!change()) return;
            changed = _changed;
            _changed = new CancellationTokenSource();
        }

        // Neither disposed, as the feed may be linking itself to it, nor cancelled here, where the feed would go on inside the caller's lock.
        _ = changed.CancelAsync();
    }
}

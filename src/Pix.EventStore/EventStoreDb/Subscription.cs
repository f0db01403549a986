namespace Pix.EventStore;

/// <summary>
/// The past, then what comes, across broken connections: each time it goes on after the last event that was handed out, first through what
/// was missed, then live again.
/// </summary>
internal sealed class Subscription(EventStoreDbClient client, Position after, Func<StreamName, bool> isOurs, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private readonly Backoff _backoff = new(clock, LongestWait);
    private Position _after = after;
    private PastPages? _past;
    private LivePages? _live;
    private bool _hasCaughtUp;
    private bool _isLive;

    public async Task<RecordPage> Next(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                if ((_isLive ? await Live(cancel).ConfigureAwait(false) : await Past(cancel).ConfigureAwait(false)) is { } page) return page;
            }
            catch (GrpcFailure failure)
            {
                var isOver = failure.IsAccessDenied || (!_isLive && !failure.IsPassing);
                Dispose();
                _isLive = false;
                if (isOver) throw failure.ToLogUnavailable();
                await _backoff.Wait(cancel).ConfigureAwait(false);
            }
        }
    }

    public void Dispose()
    {
        _past?.Dispose();
        _live?.Dispose();
        (_past, _live) = (null, null);
    }

    private async Task<RecordPage?> Past(CancellationToken cancel)
    {
        _past ??= new PastPages(await client.ReadAll(_after, Streams.Prefixes, cancel).ConfigureAwait(false), _after, isOurs);
        var page = await _past.Next(cancel).ConfigureAwait(false);
        _after = page.Last;
        if (page.CaughtUp)
        {
            Dispose();
            _isLive = true;
        }

        // That a reconnection has caught up, and missed nothing, is no news.
        if (page.Records.Count == 0 && _hasCaughtUp) return null;
        _hasCaughtUp |= page.CaughtUp;
        return page;
    }

    private async Task<RecordPage?> Live(CancellationToken cancel)
    {
        _live ??= new LivePages(await client.Subscribe(_after, Streams.Prefixes, cancel).ConfigureAwait(false), _after, isOurs);
        var page = await _live.Next(cancel).ConfigureAwait(false) ?? throw new GrpcFailure(GrpcStatus.Unavailable, "The server ended the subscription.");
        _after = page.Last;
        _backoff.Reset();
        return page;
    }
}

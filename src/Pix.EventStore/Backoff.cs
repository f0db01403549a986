namespace Pix.EventStore;

/// <summary>How long to wait before somebody who could not answer is asked again: a tenth of a second, doubling up to the longest.</summary>
public sealed class Backoff(TimeProvider clock, TimeSpan longest)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private TimeSpan _next = First;

    /// <summary>They answered: the next wait is short again.</summary>
    public void Reset() => _next = First;

    /// <summary>Waits, longer than the time before.</summary>
    public Task Wait(CancellationToken cancel)
    {
        var delay = _next;
        _next = delay * 2 > longest ? longest : delay * 2;
        return Task.Delay(delay, clock, cancel);
    }
}

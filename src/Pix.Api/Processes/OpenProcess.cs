using System.Threading.Channels;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// An open intention as an operator reads it: of which process and stream, since when, how often it was tried, how often in a row it failed,
/// and why the last time.
/// </summary>
public sealed record OpenProcess(string Process, string Stream, string Key, DateTimeOffset OpenedAt, int Attempts, int Failures, string? LastError)
{
    private const int FailuresOfStuck = 3;

    /// <summary>Whether it does not get on by itself.</summary>
    public bool IsStuck => Failures >= FailuresOfStuck;
}

/// <summary>One intention being worked on: tried, woken, tried again after a failure, until it is closed.</summary>
internal sealed class RunningIntention(IProcess process, Intention intention, SemaphoreSlim room, TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool _isClosed;
    private int _attempts;
    private int _failures;
    private string? _lastError;

    public OpenProcess Status => new(
        intention.Name.Process, intention.Stream.Value, intention.Key, intention.OpenedAt, _attempts, Volatile.Read(ref _failures), Volatile.Read(ref _lastError));

    public void Wake() => _wakes.Writer.TryWrite(true);

    public void Close()
    {
        _isClosed = true;
        Wake();
    }

    /// <summary>Ends once it is closed, or stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!_isClosed)
        {
            await room.WaitAsync(stop);
            try
            {
                Interlocked.Increment(ref _attempts);
                await process.Advance(intention, stop);
                Volatile.Write(ref _failures, 0);
                Volatile.Write(ref _lastError, null);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                // Whatever it was, somebody waits for the end of it: the operator is shown why, and it is tried again.
                Volatile.Write(ref _lastError, failure.Message);
                Interlocked.Increment(ref _failures);
            }
            finally
            {
                room.Release();
            }

            await Wait(stop);
        }
    }

    private async Task Wait(CancellationToken stop)
    {
        var failures = Volatile.Read(ref _failures);
        if (failures == 0)
        {
            await _wakes.Reader.ReadAsync(stop);
            return;
        }

        using var patience = new CancellationTokenSource(WaitAfter(failures), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        try
        {
            await _wakes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Time is up: once more.
        }
    }

    private static TimeSpan WaitAfter(int failures)
    {
        var doubled = FirstWait * Math.Pow(2, Math.Min(failures - 1, 20));
        return doubled < LongestWait ? doubled : LongestWait;
    }
}

namespace Pix.Testing;

/// <summary>Time in the test's hand: timers go off when it is advanced past them, on the test's thread.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ManualClock()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Timers that are set: a test waits for one before it advances.</summary>
    public int SetTimers
    {
        get
        {
            lock (_gate) return _timers.Count;
        }
    }

    /// <summary>Ends once more timers are set than these: somebody else's thread has come to wait.</summary>
    public async Task SetsMoreTimersThan(int timers)
    {
        while (true)
        {
            Task set;
            lock (_gate)
            {
                if (_timers.Count > timers) return;
                set = _timerSet.Task;
            }

            await set;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due) timer.GoOff();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) throw new NotSupportedException("Timers go off once here.");
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TaskCompletionSource set;
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = clock._now + dueTime;
                clock._timers.Add(this);
                (set, clock._timerSet) = (clock._timerSet, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            set.SetResult();
            return true;
        }

        public void GoOff() => callback(state);

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

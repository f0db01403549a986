using System.Collections.Concurrent;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// Runs the processes of a node: finds at its start what is open, follows the log, and has each open intention worked on until it is closed.
/// Any node may: expected heads and command ids make what two do at once harmless.
/// </summary>
public sealed class ProcessRunner : IAsyncDisposable
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly IEventStore _store;
    private readonly EventCodec _codec;
    private readonly ReadModels _readModels;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<IProcess> _processes;
    private readonly HashSet<Type> _handles;
    private readonly ConcurrentDictionary<IntentionName, RunningIntention> _open = new();
    private readonly ConcurrentDictionary<RunningIntention, Task> _working = new();
    private readonly SemaphoreSlim _room = new(AtOnce, AtOnce);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<RunningIntention> _found = [];
    private Task _following = Task.CompletedTask;
    private bool _isLive;

    /// <summary>Over these processes; nothing runs before <see cref="Start"/>.</summary>
    public ProcessRunner(IEventStore store, EventCodec codec, ReadModels readModels, TimeProvider clock, IReadOnlyList<IProcess> processes)
    {
        (_store, _codec, _readModels, _clock, _processes) = (store, codec, readModels, clock, processes);
        _handles = processes.SelectMany(process => process.Definition.Handles).ToHashSet();
    }

    /// <summary>Why the log is not followed at the moment, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>What is begun and not completed, the oldest first.</summary>
    public IReadOnlyList<OpenProcess> Open => [.. _open.Values.Select(running => running.Status).OrderBy(open => open.OpenedAt)];

    /// <summary>Begins, in the background.</summary>
    public void Start() => _following = Task.Run(() => Follow(_stop.Token));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        await Task.WhenAll(_working.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _room.Dispose();
        _stop.Dispose();
    }

    private async Task Follow(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var position = await Recover(stop);
                Fault = null;
                await foreach (var page in _store.Subscribe(position, stop)) Take(page);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                Fault = failure.Message;
                await Task.Delay(Retry, _clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    // What is open as of a position; what comes after it, the log tells.
    private async Task<Position> Recover(CancellationToken stop)
    {
        var head = await _store.Head(stop);
        while (!await _readModels.WaitUntil(ProcessReader.ReadModel, head, Timeout.InfiniteTimeSpan, stop))
        {
        }

        var open = new ProcessReader(_readModels).Open();
        foreach (var name in _open.Keys.Except(open.Intentions.Select(intention => intention.Name)))
        {
            // Closed while the log was not followed; what was opened after the position is met again.
            if (_open.TryRemove(name, out var gone)) Close(gone);
        }

        foreach (var intention in open.Intentions) Add(intention);
        _isLive = false;
        return open.AsOf;
    }

    private void Take(RecordPage page)
    {
        foreach (var record in page.Records)
        {
            // What is not known goes on to the codec, which stops us: a newer release may have written it to us.
            if (_codec.Types.TypeBehind(record.Type) is { } type && !_handles.Contains(type)) continue;
            Take(_codec.Decode(record));
        }

        // Not before the past is read: what was found open may have been closed since.
        _isLive |= page.CaughtUp;
        if (!_isLive) return;
        foreach (var running in _found) Work(running);
        _found.Clear();
    }

    private void Take(RecordedEvent recorded)
    {
        foreach (var process in _processes)
        {
            if (process.Definition.SignalOf(recorded.Event) is not { } signal) continue;
            var name = new IntentionName(process.Definition.Name, recorded.Stream, signal.Key);
            if (signal.Turn == ProcessTurn.Opened) Add(new Intention(name, recorded.Id, recorded.Event.At));
            else if (signal.Turn == ProcessTurn.Woken && _open.TryGetValue(name, out var waiting)) waiting.Wake();
            else if (signal.Turn == ProcessTurn.AllWoken) WakeAll(process.Definition.Name);
            else if (signal.Turn == ProcessTurn.Closed && _open.TryRemove(name, out var done)) Close(done);
        }
    }

    private void WakeAll(string process)
    {
        foreach (var (_, waiting) in _open.Where(open => open.Key.Process == process)) waiting.Wake();
    }

    private void Close(RunningIntention running)
    {
        _found.Remove(running);
        running.Close();
    }

    private void Add(Intention intention)
    {
        if (_processes.FirstOrDefault(process => process.Definition.Name == intention.Name.Process) is not { } process) return;
        var running = new RunningIntention(process, intention, _room, _clock);
        if (_open.TryAdd(intention.Name, running)) _found.Add(running);
    }

    private void Work(RunningIntention running)
    {
        var work = Task.Run(() => running.Run(_stop.Token));
        _working[running] = work;
        _ = work.ContinueWith(_ => _working.TryRemove(running, out Task? _), TaskScheduler.Default);
    }
}

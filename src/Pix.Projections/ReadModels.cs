using Microsoft.Data.Sqlite;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Projections;

/// <summary>
/// Every read model of a process: follows the log, serves readers, rebuilds beside. Opening throws <see cref="ReadModelsException"/>
/// <c>catalogue_foreign</c> or <c>catalogue_newer</c>. Safe for many threads. Close it before the log.
/// </summary>
public sealed partial class ReadModels : IAsyncDisposable
{
    private readonly ReadModelsOptions _options;
    private readonly GenerationFolder _folder;
    private readonly Dictionary<string, ProjectionSlot> _slots;
    private readonly Dictionary<ReferentialVersion, Referential> _handedIn = [];
    private readonly LiveFeed _feed;
    private readonly LogScan _scan;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _background = [];

    // Over slots and folder. Taken before a generation's own lock, never after.
    private readonly Lock _gate = new();
    private Referential? _active;
    private bool _disposed;

    /// <summary>Opens the folder; nothing is read from the log yet.</summary>
    public ReadModels(ReadModelsOptions options)
    {
        _options = options;
        Activate(options.Active);
        _folder = new GenerationFolder(options.Folder, options.Log, ReleaseOf);
        _folder.DropUndefined(options.Definitions);
        _slots = options.Definitions.ToDictionary(definition => definition.Name, definition => new ProjectionSlot(definition));
        _feed = new LiveFeed(options.Store, options.Codec, options.Clock, AfterPage);
        _scan = new LogScan(options.Store, options.Codec, options.Clock);
    }

    /// <summary>
    /// Serves what is there, follows the log from its checkpoints, and starts to rebuild what is missing, damaged or stale. Does not wait for
    /// either: see <see cref="CaughtUp"/>.
    /// </summary>
    public async Task Start(CancellationToken cancel)
    {
        var head = await _options.Store.Head(cancel).ConfigureAwait(false);
        lock (_gate)
        {
            var replaced = _slots.Values.Where(slot => !Recover(slot, head)).ToList();

            // The furthest first: what is far behind it reads the past by itself.
            foreach (var slot in _slots.Values.Where(slot => slot.Live is not null).OrderByDescending(slot => slot.Live!.Read.Position))
                Follow(slot, slot.Live!);
            _background.Add(Task.Run(() => _feed.Run(_stop.Token), CancellationToken.None));
            if (replaced.Count > 0) StartJob(replaced, Target.Wanted, progress: null);
        }
    }

    /// <summary>Ends once every projection is served and has read what the log holds now; never while one has stopped, which <see cref="Status"/> tells.</summary>
    public async Task CaughtUp(CancellationToken cancel)
    {
        var head = await _options.Store.Head(cancel).ConfigureAwait(false);
        foreach (var slot in _slots.Values)
        {
            while (!await WaitUntil(slot.Name, head, Timeout.InfiniteTimeSpan, cancel).ConfigureAwait(false))
            {
            }
        }
    }

    /// <summary>True once readers of a projection see this position; false when the timeout comes first.</summary>
    public ValueTask<bool> WaitUntil(string projection, Position position, TimeSpan timeout, CancellationToken cancel)
    {
        var signal = Slot(projection).Signal;
        if (signal.IsAt(position)) return ValueTask.FromResult(true);
        _feed.Hurry();
        return signal.WaitUntil(position, timeout, _options.Clock, cancel);
    }

    /// <summary>
    /// Reads from the generation that is served. Throws <see cref="ReadModelsException"/> <c>read_model_building</c> while there is none.
    /// </summary>
    public T Read<T>(string projection, Func<ReadModelReader, T> read) =>
        Read(projection, read, static (reader, query) => query(reader));

    /// <summary>The same, for who would rather hand in an argument than allocate a closure.</summary>
    public T Read<T, TArgument>(string projection, TArgument argument, Func<ReadModelReader, TArgument, T> read)
    {
        var slot = Slot(projection);
        while (true)
        {
            var readers = slot.Readers ?? throw Unavailable(projection, null);
            if (readers.TryTake() is not { } reader) continue;
            try
            {
                var result = read(reader, argument);
                readers.GiveBack(reader);
                return result;
            }
            catch (Exception failure)
            {
                reader.Dispose();
                readers.GiveBack(null);
                if (failure is not SqliteException sqlite || !sqlite.IsDamage()) throw;
                ReplaceDamaged(slot, readers.Generation);
                throw Unavailable(projection, failure);
            }
        }
    }

    /// <summary>The release that read models are folded under, or will be once they are rebuilt; null before the first.</summary>
    public ReferentialVersion? ActiveReferential
    {
        get
        {
            lock (_gate) return _active?.Version;
        }
    }

    /// <summary>Where every projection stands.</summary>
    public async Task<IReadOnlyList<ProjectionStatus>> Status(CancellationToken cancel)
    {
        var head = await _options.Store.Head(cancel).ConfigureAwait(false);
        lock (_gate) return [.. _slots.Values.Select(slot => StatusOf(slot, head))];
    }

    /// <summary>Flushes and closes everything; what was being rebuilt can be resumed.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Task> running;
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            running = [.. _background, .. _slots.Values.Select(slot => slot.Job?.Task).OfType<Task>()];
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var slot in _slots.Values)
        {
            slot.Readers?.Retire();
            slot.Live?.Dispose();
            slot.Target?.Dispose();
        }

        _feed.Dispose();
        _folder.Dispose();
        _stop.Dispose();
    }

    private static ReadModelsException Unavailable(string projection, Exception? inner) =>
        new("read_model_building", $"Read model '{projection}' is being built: nothing can be read of it yet.", inner);

    private ProjectionStatus StatusOf(ProjectionSlot slot, Position head)
    {
        var error = slot.Live?.Error ?? slot.BuildError;
        var state = slot switch
        {
            { Served: null } => error is null ? ProjectionState.Building : ProjectionState.Failed,
            { IsPaused: true } => ProjectionState.Paused,
            _ when error is not null => ProjectionState.Failed,
            _ => IsWanted(slot) ? ProjectionState.Live : ProjectionState.Stale,
        };
        return new ProjectionStatus(
            slot.Name,
            state,
            slot.Served?.Generation,
            slot.Visible ?? Position.Start,
            head,
            slot.Served?.Referential,
            slot.Target?.Entry.Generation ?? _folder.Find(slot.Definition, GenerationRole.Building)?.Generation,
            _folder.Find(slot.Definition, GenerationRole.Kept)?.Generation,
            slot.RebuiltBecause,
            error ?? _feed.Error,
            _options.Store.PositionsPerEvent);
    }

    private ProjectionSlot Slot(string projection) =>
        _slots.TryGetValue(projection, out var slot)
            ? slot
            : throw new ReadModelsException("projection_unknown", $"There is no projection '{projection}': there are {string.Join(", ", _slots.Keys)}.");

    private void Activate(Referential? referential)
    {
        _active = referential;
        if (referential is not null) _handedIn[referential.Version] = referential;
    }

    private Referential? ReleaseOf(ReferentialVersion version) => _handedIn.GetValueOrDefault(version) ?? _options.Releases(version);

    private bool IsWanted(ProjectionSlot slot) => slot.Served is { } served && IsWanted(slot.Definition, served);

    private bool IsWanted(ProjectionDefinition definition, CatalogueEntry entry) =>
        entry.Version == definition.Version && entry.Referential == (definition.DependsOnReferential ? _active?.Version : null);
}

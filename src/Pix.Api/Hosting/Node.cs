using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Api;

/// <summary>
/// One process's share of the service, over a data folder that it owns: the log, the keys, the aggregates and the read models. The server
/// is made of it, and so is every verb that writes.
/// </summary>
public sealed class Node : IAsyncDisposable
{
    private readonly Ownership _ownership;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;

    private Node(NodeParts parts, ReadModels readModels, Erasures erasures)
    {
        _ownership = parts.Ownership;
        (Folder, Settings, Clock) = (parts.Folder, parts.Settings, parts.Clock);
        (Engine, Codec, Log) = (parts.Engine, parts.Codec, parts.Log);
        (Aggregates, Personal) = (parts.Aggregates, parts.Personal);
        (ReadModels, Erasures) = (readModels, erasures);
        (Outbox, Pseudonyms) = (parts.Outbox, parts.Pseudonyms);
        Processes = new ProcessRunner(Store, Codec, readModels, Clock, ProcessCatalogue.Of(parts, readModels, erasures, ErasureGate));
        Processes.Start();
        _following = Task.Run(() => Follow(_stop.Token));
    }

    /// <summary>Where everything lies.</summary>
    public DataFolder Folder { get; }

    /// <summary>What the operator set.</summary>
    public PixSettings Settings { get; }

    /// <summary>Time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The log and the persons' keys, as an engine keeps them.</summary>
    public LogEngine Engine { get; }

    /// <summary>The log.</summary>
    public IEventStore Store => Engine.Store;

    /// <summary>The persons' keys.</summary>
    public IPersonKeyStore Keys => Engine.Keys;

    /// <summary>Between events and records.</summary>
    public EventCodec Codec { get; }

    /// <summary>Which log it is.</summary>
    public LogIdentity Log { get; }

    /// <summary>Every aggregate.</summary>
    public NodeAggregates Aggregates { get; }

    /// <summary>The learners.</summary>
    public Aggregates<Learner, LearnerEvent> Learners => Aggregates.Learners;

    /// <summary>The content.</summary>
    public Aggregates<Releases, ReferentialEvent> Releases => Aggregates.Releases;

    /// <summary>Opens personal values.</summary>
    public PersonalReader Personal { get; }

    /// <summary>Stand in for what is personal in names of streams.</summary>
    public Pseudonyms Pseudonyms { get; }

    /// <summary>What is read.</summary>
    public ReadModels ReadModels { get; }

    /// <summary>Where mails leave.</summary>
    public IMailOutbox Outbox { get; }

    /// <summary>Goes on with what was begun over several streams.</summary>
    public ProcessRunner Processes { get; }

    /// <summary>Destroys the keys of who was erased, and has the read models forget them.</summary>
    public Erasures Erasures { get; }

    /// <summary>Why erasures are not being finished at the moment, or null: readiness tells.</summary>
    public string? ErasureFault { get; private set; }

    /// <summary>
    /// Held while a person is erased, and by a backup from its copy of the log to its copy of the keys: a key that was destroyed in between
    /// would leave a copy whose log knows nothing of the erasure, and whose person could neither be read nor be shown as erased.
    /// </summary>
    public SemaphoreSlim ErasureGate { get; } = new(1, 1);

    /// <summary>
    /// Owns the folder, opens what is in it, finishes interrupted erasures, and starts the read models. Throws
    /// <see cref="DataFolderOwnedException"/>, <see cref="LogUnavailableException"/>, <see cref="PersonKeyException"/> or
    /// <see cref="ReadModelsException"/>, each with a sentence for the operator.
    /// </summary>
    public static async Task<Node> Open(DataFolder folder, PixSettings settings, TimeProvider clock, string purpose, CancellationToken cancel)
    {
        var parts = await NodeParts.Open(folder, settings, clock, purpose, cancel);
        try
        {
            var releases = (await parts.Aggregates.Releases.Load(Streams.Referential, cancel)).State;
            var readModels = new ReadModels(new ReadModelsOptions
            {
                Folder = folder.ReadModels,
                Store = parts.Engine.Store,
                Codec = parts.Codec,
                Log = parts.Log,
                Definitions = ReadModelCatalogue.Definitions(parts.Personal, settings.Rules),
                Clock = clock,
                Active = releases.Active,
                // Those of now are enough: a release that is activated later is handed to the read models then.
                Releases = releases.At,
            });
            try
            {
                await readModels.Start(cancel);
                var erasures = new Erasures(parts.Engine.Store, parts.Codec, parts.Engine.Keys, parts.Engine.Erasures ?? new ErasureCheckpointFile(folder.Erasures), parts.Log, readModels.Forget);
                await erasures.CatchUp(cancel);
                return new Node(parts, readModels, erasures);
            }
            catch
            {
                await readModels.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await parts.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        await Processes.DisposeAsync();
        await ReadModels.DisposeAsync();
        await Engine.DisposeAsync();
        _ownership.Dispose();
        ErasureGate.Dispose();
        _stop.Dispose();
    }

    private async Task Follow(CancellationToken stop)
    {
        var retry = TimeSpan.FromSeconds(1);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await FollowReferential(stop);
                ErasureFault = null;
                await Erasures.Follow(page => FollowReferential(page, stop), stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Whatever it was, people wait to be forgotten: readiness says so, and it is tried again.
                ErasureFault = failure.Message;
                await Task.Delay(retry, Clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private Task FollowReferential(RecordPage page, CancellationToken stop) =>
        page.Records.Any(record => record.Stream == Streams.Referential) ? FollowReferential(stop) : Task.CompletedTask;

    // Only where another node may have activated a release: this one hands its own to the read models itself.
    private async Task FollowReferential(CancellationToken stop)
    {
        if (!Store.IsShared || (await Releases.Load(Streams.Referential, stop)).State.Active is not { } active) return;
        if (ReadModels.ActiveReferential != active.Version) Activate(active, stop);
    }

    // What depends on it is rebuilt beside, and nobody waits for it here; the status tells when it fails.
    private void Activate(Referential active, CancellationToken stop) => _ = Task.Run(
        async () => await ((Task)ReadModels.ActivateReferential(active, stop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing),
        stop);
}

using Pix.EventStore;

namespace Pix.Api;

/// <summary>What a node is made of before its read models: opened in order, closed in reverse when something fails.</summary>
internal sealed record NodeParts(
    DataFolder Folder,
    PixSettings Settings,
    TimeProvider Clock,
    Ownership Ownership,
    LogEngine Engine,
    EventCodec Codec,
    LogIdentity Log,
    NodeAggregates Aggregates,
    PersonalReader Personal) : IAsyncDisposable
{
    /// <summary>Stand in for what is personal in names of streams.</summary>
    public Pseudonyms Pseudonyms { get; } = new(Settings.MasterKeyOf(Folder));

    /// <summary>Where mails leave.</summary>
    public IMailOutbox Outbox { get; } = Settings.Mail.Smtp is { } server
        ? new SmtpOutbox(server, Settings.Mail.From, Folder.Outbox)
        : new FolderOutbox(Folder.Outbox, Settings.Mail.From, Clock);

    public static async Task<NodeParts> Open(DataFolder folder, PixSettings settings, TimeProvider clock, string purpose, CancellationToken cancel)
    {
        var connection = settings.LogOf(folder);
        var ownership = Ownership.Of(folder, connection, purpose);
        LogEngine? engine = null;
        try
        {
            engine = LogEngine.Open(connection, settings.MasterKeyOf(folder), clock);
            var codec = new EventCodec(EventTypes.Pix, engine.Keys, PersonalSealing.RandomNonces);
            var log = await LogIdentity.GetOrCreate(engine.Store, codec, clock, cancel);
            return new NodeParts(
                folder,
                settings,
                clock,
                ownership,
                engine,
                codec,
                log,
                new NodeAggregates(engine.Store, codec, clock),
                new PersonalReader(engine.Keys));
        }
        catch
        {
            if (engine is not null) await engine.DisposeAsync();
            ownership.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        Ownership.Dispose();
    }
}

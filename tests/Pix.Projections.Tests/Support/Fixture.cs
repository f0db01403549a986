using Pix.Domain;
using Pix.EventStore;
using Pix.Testing;

namespace Pix.Projections.Tests;

/// <summary>A log and read models in a folder of their own, and words for them.</summary>
internal sealed class Fixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TemporaryFolder _folder = new();
    private SqliteEventStore _log;
    private readonly Dictionary<StreamName, StreamHead> _heads = [];

    private Fixture(SqliteEventStore log, TemporaryFolder folder)
    {
        _log = log;
        _folder = folder;
        Codec = new EventCodec(EventTypes.Pix, Keys, PersonalSealing.RandomNonces);
        Store = new CountingStore(() => _log);
        Personal = new PersonalReader(Keys);
    }

    public PersonKeysInMemory Keys { get; } = new();

    public EventCodec Codec { get; }

    public PersonalReader Personal { get; }

    public CountingStore Store { get; }

    public LogIdentity Identity { get; private set; } = null!;

    public string ReadFolder => _folder.File("read");

    public static async Task<Fixture> Create()
    {
        var folder = new TemporaryFolder();
        var fixture = new Fixture(SqliteEventStore.Open(folder.File("events.db"), SqliteEventStoreOptions.Default), folder);
        fixture.Identity = await LogIdentity.GetOrCreate(fixture._log, fixture.Codec, TimeProvider.System, CancellationToken.None);
        return fixture;
    }

    public ReadModels Open(Referential? active, params ProjectionDefinition[] definitions) => Open(TimeProvider.System, active, definitions);

    public ReadModels Open(TimeProvider clock, Referential? active, params ProjectionDefinition[] definitions) =>
        Open(Identity, clock, active, definitions);

    public ReadModels Open(LogIdentity log, params ProjectionDefinition[] definitions) => Open(log, TimeProvider.System, null, definitions);

    private ReadModels Open(LogIdentity log, TimeProvider clock, Referential? active, ProjectionDefinition[] definitions) => new(new ReadModelsOptions
    {
        Folder = ReadFolder,
        Store = Store,
        Codec = Codec,
        Log = log,
        Definitions = definitions,
        Clock = clock,
        Active = active,
        Releases = TinyReferential.Find,
    });

    public async Task<ReadModels> Start(Referential? active, params ProjectionDefinition[] definitions)
    {
        var readModels = Open(active, definitions);
        await readModels.Start(CancellationToken.None);
        await CaughtUp(readModels);
        return readModels;
    }

    public static Task CaughtUp(ReadModels readModels) => readModels.CaughtUp(CancellationToken.None).WaitAsync(Patience);

    /// <summary>Asks again until a condition holds; fails after half a minute.</summary>
    public static async Task<ProjectionStatus> Until(ReadModels readModels, string name, Func<ProjectionStatus, bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = (await readModels.Status(patience.Token)).Single(status => status.Name == name);
            if (holds(status)) return status;
            await Task.Yield();
        }
    }

    public Task<Position> Append(LearnerId learner, params IReadOnlyList<LearnerEvent> events) => Append(Streams.Learner(learner), events);

    public async Task<Position> Append(StreamName stream, params IReadOnlyList<IDomainEvent> events)
    {
        var head = _heads.GetValueOrDefault(stream, StreamHead.Empty);
        var expected = head.Revision;
        var records = new List<NewRecord>();
        foreach (var happened in events)
        {
            var id = Guid.NewGuid();
            var (type, data) = await Codec.Encode(happened, stream, id, CancellationToken.None);
            var metadata = new EventMetadata(happened.At, Actor.System, id, id, "").ToJson();
            (var record, head) = head.Link(stream, id, type, metadata, data);
            records.Add(record);
        }

        _heads[stream] = head;
        var result = await _log.Append(stream, expected, records, CancellationToken.None);
        return Xunit.Assert.IsType<AppendResult.Appended>(result).Position;
    }

    /// <summary>So many events that <see cref="Tally"/> counts, spread over four learners.</summary>
    public async Task<Position> See(int times)
    {
        var last = Position.Start;
        for (var index = 0; index < times; index++) last = await Append(Histories.Id(index % 4), [new RulesOfTheGameSeen(DateTimeOffset.UnixEpoch)]);
        return last;
    }

    public async Task<Position> AppendUnknown()
    {
        var result = await _log.Append(
            new StreamName($"learner-{Guid.NewGuid()}"), Revision.None, [new NewRecord(Guid.NewGuid(), "Novelty.v1", "{}"u8.ToArray(), "{}"u8.ToArray())], CancellationToken.None);
        return Xunit.Assert.IsType<AppendResult.Appended>(result).Position;
    }

    /// <summary>The log as a backup has it.</summary>
    public async Task Restore(string backup)
    {
        await _log.DisposeAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(_folder.File("events.db") + suffix);
        File.Move(backup, _folder.File("events.db"));
        _log = SqliteEventStore.Open(_folder.File("events.db"), SqliteEventStoreOptions.Default);
    }

    public async Task<string> Backup()
    {
        await _log.BackupTo(_folder.File("backup.db"), CancellationToken.None);
        return _folder.File("backup.db");
    }

    public Task<Position> Head() => _log.Head(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        _folder.Dispose();
    }
}

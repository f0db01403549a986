using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>What a copy promises between any two engines; each pair has a subclass.</summary>
public abstract class LogCopyContract : IAsyncLifetime, IDisposable
{
    private const int Learners = 12;
    private readonly ManualClock _clock = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<PersonId> _people = [];

    protected MasterKey SourceMaster { get; } = MasterKey.FromBase64(Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]));

    protected MasterKey TargetMaster { get; } = MasterKey.FromBase64(Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]));

    private IEventStore Source { get; set; } = null!;

    private IPersonKeyStore SourceKeys { get; set; } = null!;

    private IEventStore Target { get; set; } = null!;

    private IPersonKeyStore TargetKeys { get; set; } = null!;

    protected Task<(IEventStore Store, IPersonKeyStore Keys)> OpenFiles(string name, MasterKey master) => Task.FromResult<(IEventStore, IPersonKeyStore)>((
        SqliteEventStore.Open(_folder.File($"{name}.db"), SqliteEventStoreOptions.Default),
        SqlitePersonKeys.Open(_folder.File($"{name}-keys.db"), master)));

    protected static Task<(IEventStore Store, IPersonKeyStore Keys)> OpenServer(EventStoreDbTestServer server, MasterKey master)
    {
        var connection = EventStoreDbConnection.Parse(server.ConnectionString);
        return Task.FromResult<(IEventStore, IPersonKeyStore)>((
            EventStoreDbEventStore.Open(connection, TimeProvider.System),
            EventStoreDbPersonKeys.Open(connection, master, TimeProvider.System)));
    }

    protected abstract Task<(IEventStore Store, IPersonKeyStore Keys)> OpenSource();

    protected abstract Task<(IEventStore Store, IPersonKeyStore Keys)> OpenTarget();

    public virtual async Task InitializeAsync()
    {
        (Source, SourceKeys) = await OpenSource();
        (Target, TargetKeys) = await OpenTarget();
    }

    public virtual async Task DisposeAsync()
    {
        await Source.DisposeAsync();
        await SourceKeys.DisposeAsync();
        await Target.DisposeAsync();
        await TargetKeys.DisposeAsync();
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_copy_keeps_ids_order_bytes_and_chains_in_the_next_epoch_of_the_same_log()
    {
        var identity = await Fill();
        var result = await Copy();
        var (before, after) = (await All(Source), await All(Target));
        Assert.Equal(before.Count, result.Events);
        Assert.Equal(before.Count, result.Written);
        Assert.Equal(before.Select(record => record.Stream).Distinct().Count(), result.Streams);
        Assert.Equal(before.Select(Told), after.Where(record => record.Stream != Streams.Epoch(2)).Select(Told));
        Assert.Equal(["LogCopyStarted.v1", "LogCopied.v1"], after.Where(record => record.Stream == Streams.Epoch(2)).Select(record => record.Type));
        Assert.True((await Verification.Verify(Target, null, CancellationToken.None)).IsSound);
        Assert.Equal(identity with { Epoch = 2 }, await Identity(Target));
        Assert.Equal(identity, await Identity(Source));
    }

    [Fact]
    public async Task Keys_that_live_open_what_was_copied_and_destroyed_ones_stay_destroyed()
    {
        await Fill();
        var result = await Copy();
        Assert.Equal(Learners - 1, result.Keys);
        Assert.Equal(Learners - 1, await TargetKeys.Count(CancellationToken.None));
        Assert.Equal(KeyState.Destroyed, TargetKeys.Find(_people[0]).State);
        Assert.Null(await TargetKeys.GetOrCreate(_people[0], CancellationToken.None));
        var reader = new PersonalReader(TargetKeys);
        var names = (await All(Target)).Select(record => Codec(TargetKeys).Decode(record).Event).OfType<LearnerRegistered>().Select(registered => reader.Open(registered.Name!)).ToList();
        Assert.Equal(Learners, names.Count);
        Assert.True(names[0].IsErased);
        Assert.All(names.Skip(1), name => Assert.Equal("Lefèvre", name.Value!.Last));
    }

    [Fact]
    public async Task Interrupted_anywhere_it_is_of_no_use_and_goes_on_where_it_stopped()
    {
        await Fill();
        var expected = (await All(Source)).Select(Told).ToList();
        var interruptions = 0;
        while (true)
        {
            // Two more appends each time, of which the last is written although its answer is lost.
            var left = 2;
            var failing = new WatchedStore(Target)
            {
                OnAppend = async append =>
                {
                    var answer = await append();
                    return --left == 0 ? throw new LogUnavailableException("log_unreachable", "The test cut it off.") : answer;
                },
            };
            try
            {
                await Copy(failing);
                break;
            }
            catch (LogCopyException complete) when (complete.Message.Contains("in use already", StringComparison.Ordinal))
            {
                break; // The answer that was lost was the last one's.
            }
            catch (LogUnavailableException cut) when (cut.Code == "log_unreachable")
            {
                interruptions++;
                var there = (await All(Target)).Where(record => record.Stream != Streams.Epoch(2)).Select(Told).ToList();
                Assert.Equal(expected.Take(there.Count), there);
                if (await LogMarks.Last(Target, Codec(TargetKeys), Streams.Epoch(2), CancellationToken.None) is LogCopyStarted)
                    Assert.Equal("log_incomplete", (await Assert.ThrowsAsync<LogUnavailableException>(() => Identity(Target))).Code);
            }
        }

        Assert.InRange(interruptions, 5, expected.Count);
        Assert.Equal(expected, (await All(Target)).Where(record => record.Stream != Streams.Epoch(2)).Select(Told));
        Assert.Equal(2, (await Identity(Target))!.Epoch);
    }

    [Fact]
    public async Task What_the_source_gained_since_an_interrupted_copy_is_copied_too()
    {
        await Fill();
        var cut = new WatchedStore(Target);
        var appends = 0;
        cut.OnAppend = append => ++appends == 5 ? throw new LogUnavailableException("log_unreachable", "The test cut it off.") : append();
        await Assert.ThrowsAsync<LogUnavailableException>(() => Copy(cut));
        await Register(Source, SourceKeys);
        var result = await Copy();
        Assert.Equal((await All(Source)).Count, result.Events);
        Assert.True(result.Written < result.Events);
    }

    [Fact]
    public async Task A_target_with_other_events_is_refused_and_left_alone()
    {
        await Fill();
        await LogIdentity.GetOrCreate(Target, Codec(TargetKeys), _clock, CancellationToken.None);
        var before = await All(Target);
        var refused = await Assert.ThrowsAsync<LogCopyException>(() => Copy());
        Assert.Contains("neither empty nor the beginning of this log", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Select(Told), (await All(Target)).Select(Told));
    }

    [Fact]
    public async Task A_copy_that_is_complete_is_not_copied_into_again()
    {
        await Fill();
        await Copy();
        Assert.Contains("in use already, as epoch 2 of this log", (await Assert.ThrowsAsync<LogCopyException>(() => Copy())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_log_is_not_copied() =>
        Assert.Contains("empty", (await Assert.ThrowsAsync<LogCopyException>(() => Copy())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Progress_ends_at_the_total()
    {
        await Fill();
        var told = new List<LogCopyProgress>();
        var result = await new LogCopy(Source, SourceKeys, Target, TargetKeys, _clock).Run(new Heard<LogCopyProgress>(told), CancellationToken.None);
        Assert.NotEmpty(told);
        Assert.Equal(new LogCopyProgress(result.Events, result.Events), told[^1]);
    }

    private Task<LogCopyResult> Copy(IEventStore? target = null) =>
        new LogCopy(Source, SourceKeys, target ?? Target, TargetKeys, _clock).Run(null, CancellationToken.None);

    // A log of some people with some history, of whom the first was erased.
    private async Task<LogIdentity> Fill()
    {
        var identity = await LogIdentity.GetOrCreate(Source, Codec(SourceKeys), _clock, CancellationToken.None);
        for (var index = 0; index < Learners; index++) await Register(Source, SourceKeys);
        var erased = StreamOf(_people[0]);
        await Aggregates(Source, SourceKeys).Decide(erased, NewCommand(), (learner, now) => learner.Erase(now), CancellationToken.None);
        await SourceKeys.Destroy(_people[0], CancellationToken.None);
        return identity;
    }

    private async Task Register(IEventStore store, IPersonKeyStore keys)
    {
        var person = new PersonId(Guid.NewGuid());
        _people.Add(person);
        var learners = Aggregates(store, keys);
        await learners.Decide(StreamOf(person), NewCommand(), (learner, now) => learner.Register(person, new PersonName("Zoé", "Lefèvre"), now), CancellationToken.None);
        await learners.Decide(
            StreamOf(person),
            NewCommand(),
            (_, now) => Decision.Of<LearnerEvent>([.. Enumerable.Range(0, 3).Select(index => new TutorialSaved(new TutorialId($"tuto{index}"), now))]),
            CancellationToken.None);
    }

    private Aggregates<Learner, LearnerEvent> Aggregates(IEventStore store, IPersonKeyStore keys) => new(store, Codec(keys), _clock);

    private static EventCodec Codec(IPersonKeyStore keys) => new(EventTypes.Pix, keys, PersonalSealing.RandomNonces);

    private static StreamName StreamOf(PersonId person) => Streams.Learner(new LearnerId(person.Value));

    private static Command NewCommand()
    {
        var id = Guid.NewGuid();
        return new Command(id, string.Empty, Actor.System, id);
    }

    private Task<LogIdentity?> Identity(IEventStore store) => LogIdentity.Find(store, Codec(TargetKeys), CancellationToken.None);

    private static string Told(Record record) =>
        $"{record.Stream} {record.Revision} {record.Id} {record.Type} {Convert.ToHexString(record.Metadata.Span)} {Convert.ToHexString(record.Data.Span)}";

    private static async Task<List<Record>> All(IEventStore log)
    {
        var records = new List<Record>();
        await foreach (var page in log.ReadAll(Position.Start, CancellationToken.None)) records.AddRange(page.Records);
        return records;
    }

    private sealed class Heard<T>(List<T> list) : IProgress<T>
    {
        public void Report(T value) => list.Add(value);
    }
}

/// <summary>From one embedded log into another.</summary>
public sealed class SqliteToSqliteCopyTests : LogCopyContract
{
    protected override Task<(IEventStore Store, IPersonKeyStore Keys)> OpenSource() => OpenFiles("source", SourceMaster);

    protected override Task<(IEventStore Store, IPersonKeyStore Keys)> OpenTarget() => OpenFiles("target", TargetMaster);
}

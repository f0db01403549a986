using System.Diagnostics;
using Pix.Domain;
using Pix.EventStore;

namespace Pix.Benchmarks;

/// <summary>
/// Durable appends of one event by 64 concurrent writers through codec, chain and engine, against prepared inserts of as many bytes into
/// the same schema, 100 per transaction.
/// </summary>
internal static class AppendBenchmark
{
    private const int Writers = 64;
    private const int Rounds = 3;
    private const int EventsPerRound = 60_000;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        using var keys = SqlitePersonKeys.Open(Path.Combine(folder, "keys.db"), MasterKey.LoadOrCreate(Path.Combine(folder, "master.key")));
        var codec = new EventCodec(EventTypes.Pix, keys, PersonalSealing.RandomNonces);
        await using var store = SqliteEventStore.Open(Path.Combine(folder, "events.db"), SqliteEventStoreOptions.Default);
        var writers = Enumerable.Range(0, Writers).Select(_ => new Writer(store, codec)).ToList();
        await Task.WhenAll(writers.Select(writer => writer.Append(200)));
        var (dataBytes, metadataBytes) = writers[0].LastSize;

        var floors = new List<double>();
        var ours = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var floorFolder = Directory.CreateDirectory(Path.Combine(folder, $"floor-{round}")).FullName;
            floors.Add(AppendFloor.EventsPerSecond(floorFolder, EventsPerRound, Writers, dataBytes, metadataBytes));
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(writers.Select(writer => Task.Run(() => writer.Append(EventsPerRound / Writers))));
            ours.Add(EventsPerRound / Writers * Writers / watch.Elapsed.TotalSeconds);
        }

        var (floor, own) = (BenchmarkResult.Median(floors), BenchmarkResult.Median(ours));
        return new BenchmarkResult(
            [
                ("bytes of data per event", dataBytes),
                ("bytes of metadata per event", metadataBytes),
                ("floor: prepared inserts, 100 per transaction, events/s", floor),
                ($"ours: {Writers} writers, one event per append, events/s", own),
            ],
            own / floor);
    }

    private sealed class Writer(SqliteEventStore store, EventCodec codec)
    {
        private readonly StreamName _stream = Streams.Learner(new LearnerId(Guid.CreateVersion7()));
        private readonly PersonId _person = new(Guid.CreateVersion7());
        private StreamHead _head = StreamHead.Empty;

        public (int Data, int Metadata) LastSize { get; private set; }

        public async Task Append(int events)
        {
            for (var index = 0; index < events; index++)
            {
                var now = TimeProvider.System.GetUtcNow();
                var happened = new AnswerRecorded(
                    1,
                    index + 1,
                    new ChallengeId("adresseWeb2-a"),
                    new SkillId("adresseWeb2"),
                    new TubeId("adresseWeb"),
                    2,
                    new CompetenceCode("1.1"),
                    new Personal<string>(_person, "1,3"),
                    AnswerStatus.Ok,
                    12,
                    13,
                    false,
                    new ReferentialVersion(1),
                    new PendingChallenge(new ChallengeId("sourceImage3-b"), new ReferentialVersion(1), null),
                    now);
                var command = new Command(Guid.CreateVersion7(), string.Empty, new Actor(_stream.Value, "learner"), Guid.CreateVersion7());
                var id = Guid.CreateVersion7();
                var (type, data) = await codec.Encode(happened, _stream, id, CancellationToken.None);
                var metadata = new EventMetadata(now, command.Actor, command.CorrelationId, command.Id, command.Digest).ToJson();
                var (record, head) = _head.Link(_stream, id, type, metadata, data);
                if (await store.Append(_stream, _head.Revision, [record], CancellationToken.None) is not AppendResult.Appended)
                    throw new InvalidOperationException("An append did not land.");
                (_head, LastSize) = (head, (record.Data.Length, record.Metadata.Length));
            }
        }
    }
}

using System.Diagnostics;
using Pix.Domain;
using Pix.EventStore;
using Pix.Projections;

namespace Pix.Benchmarks;

/// <summary>
/// Read models over a synthetic log: answers of many learners, interleaved, under a referential of sixteen competences; how fast profiles are
/// rebuilt from it, against a bare sequential read of the same log, and how many profiles one thread reads a second.
/// </summary>
internal static class ReadModelBenchmark
{
    private const int Answers = 400_000;
    private const int Learners = 4_000;
    private const int Interleaved = 200;
    private const int AnswersPerAppend = 100;
    private static readonly TimeProvider Clock = TimeProvider.System;
    private static readonly Referential Content = MakeContent();

    /// <summary>Writes the log, reads it bare, rebuilds, reads profiles.</summary>
    public static async Task<BenchmarkResult> Run(string folder)
    {
        var codec = new EventCodec(EventTypes.Pix, new NoKeys(), PersonalSealing.RandomNonces);
        await using var store = SqliteEventStore.Open(Path.Combine(folder, "events.db"), SqliteEventStoreOptions.Default);
        var log = await LogIdentity.GetOrCreate(store, codec, Clock, CancellationToken.None);
        await Fill(store, codec);
        await using var readModels = new ReadModels(new ReadModelsOptions
        {
            Folder = Path.Combine(folder, "read"),
            Store = store,
            Codec = codec,
            Log = log,
            Definitions = [ProfileProjection.Definition],
            Clock = Clock,
            Active = Content,
            Releases = _ => null,
        });
        await readModels.Start(CancellationToken.None);
        await readModels.CaughtUp(CancellationToken.None);
        var floor = await BareRead(store);
        var rebuilt = await readModels.Rebuild(["profiles"], null, CancellationToken.None);
        var own = rebuilt.Events / rebuilt.Elapsed.TotalSeconds;
        return new BenchmarkResult(
            [
                ("floor: the log read and nothing done with it, events/s", floor),
                ("ours: profiles rebuilt, events/s", own),
                ("profiles read by one thread, per second", ProfilesRead(new ProfileReader(readModels))),
                ("memory at the peak, MiB", Process.GetCurrentProcess().PeakWorkingSet64 >> 20),
            ],
            own / floor);
    }

    private static async Task<double> BareRead(SqliteEventStore store)
    {
        var events = 0L;
        var watch = Stopwatch.StartNew();
        await foreach (var page in store.ReadAll(Position.Start, CancellationToken.None)) events += page.Records.Count;
        return events / watch.Elapsed.TotalSeconds;
    }

    private static double ProfilesRead(ProfileReader profiles)
    {
        const int Reads = 200_000;
        for (var warmUp = 0; warmUp < Reads / 10; warmUp++) _ = profiles.Find(Id(warmUp % Learners));
        var watch = Stopwatch.StartNew();
        for (var read = 0; read < Reads; read++) _ = profiles.Find(Id(read * 7919L % Learners)) ?? throw new InvalidOperationException("No profile.");
        return Reads / watch.Elapsed.TotalSeconds;
    }

    private static LearnerId Id(long learner) => new(new Guid((int)learner, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    // So many learners answer at a time, each in their turn.
    private static async Task Fill(SqliteEventStore store, EventCodec codec)
    {
        var skills = Content.Competences.SelectMany(competence => Content.SkillsOf(competence.Code)).ToList();
        var perLearner = Answers / Learners;
        var pending = new List<Task<AppendResult>>();
        for (var first = 0; first < Learners; first += Interleaved)
        {
            for (var number = 0; number < perLearner; number += AnswersPerAppend / 10)
            {
                for (var learner = first; learner < Math.Min(Learners, first + Interleaved); learner++)
                {
                    var expected = number == 0 ? Revision.None : new Revision(number + Content.Competences.Count - 1);
                    pending.Add(store.Append(Streams.Learner(Id(learner)), expected, await Records(codec, skills, learner, number, Math.Min(perLearner, number + (AnswersPerAppend / 10))), CancellationToken.None));
                }

                await Task.WhenAll(pending);
                if (pending.Find(append => append.Result is not AppendResult.Appended) is { } refused) throw new InvalidOperationException($"{refused.Result}");
                pending.Clear();
            }
        }
    }

    private static async Task<List<NewRecord>> Records(EventCodec codec, List<PlacedSkill> skills, int learner, int from, int to)
    {
        var at = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var events = new List<LearnerEvent>();
        if (from == 0)
        {
            events.AddRange(Content.Competences.Select((competence, index) => new AssessmentStarted(
                index + 1, AssessmentPurpose.Competence, new Target(competence.Code), index, null, at)));
        }

        for (var number = from; number < to; number++)
        {
            var skill = skills[((number * 31) + learner) % skills.Count];
            var assessment = Content.Competences.ToList().FindIndex(competence => competence.Code == skill.Competence) + 1;
            var challenge = skill.Skill.Challenges[0].Id;
            events.Add(new AnswerRecorded(
                assessment, number, challenge, skill.Id, skill.Tube.Id, skill.Level, skill.Competence, null, number % 3 == 0 ? AnswerStatus.Ko : AnswerStatus.Ok,
                20, 21, false, Content.Version, new PendingChallenge(challenge, Content.Version, null), at.AddSeconds(number * 30)));
        }

        var records = new List<NewRecord>(events.Count);
        foreach (var happened in events)
        {
            var id = Guid.NewGuid();
            var (type, data) = await codec.Encode(happened, Streams.Learner(Id(learner)), id, CancellationToken.None);
            records.Add(new NewRecord(id, type, data, new byte[280]));
        }

        return records;
    }

    // Sixteen competences of five tubes of five skills.
    private static Referential MakeContent()
    {
        var competences = Enumerable.Range(0, 16).Select(index => $"{(index / 4) + 1}.{(index % 4) + 1}").Select(code => new Competence(
            new CompetenceCode(code), code, "",
            [.. Enumerable.Range(1, 5).Select(tube => new Tube(new TubeId($"tube{code}{tube}AbCdEfGh"), "", "", "", "", "",
                [.. Enumerable.Range(1, 5).Select(level => new Skill(new SkillId($"skill{code}{tube}{level}AbCdEf"), level, "", [], [],
                    [new Challenge(new ChallengeId($"challenge{code}{tube}{level}AbC"), 1, ChallengeType.Qroc, ChallengeStatus.Validated, "", "")]))]))],
            []));
        return new Referential(new ReferentialVersion(1), [], [.. competences], [], []);
    }

    private sealed class NoKeys : IPersonKeys
    {
        public ValueTask<PersonKey?> GetOrCreate(PersonId person, CancellationToken cancel) => throw new NotSupportedException();

        public KeyLookup Find(PersonId person) => throw new NotSupportedException();

        public Task Destroy(PersonId person, CancellationToken cancel) => throw new NotSupportedException();
    }
}

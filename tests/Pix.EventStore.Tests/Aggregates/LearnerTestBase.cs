using Pix.Domain;
using Pix.Testing;

namespace Pix.EventStore.Tests;

/// <summary>A log with one learner's stream, and commands for it.</summary>
public abstract class LearnerTestBase : SqliteTestBase
{
    private protected LearnerTestBase()
    {
        Log = OpenLog();
        Store = new WatchedStore(Log);
        Codec = new EventCodec(EventTypes.Pix, Keys, PersonalSealing.RandomNonces);
    }

    protected static StreamName Zoe { get; } = Streams.Learner(StoredEventExamples.Learner);

    protected SqliteEventStore Log { get; }

    private protected WatchedStore Store { get; }

    protected PersonKeysInMemory Keys { get; } = new();

    protected EventCodec Codec { get; }

    protected ManualClock Clock { get; } = new();

    /// <summary>A process of its own: what it remembers, nobody else does.</summary>
    protected Aggregates<Learner, LearnerEvent> NewProcess() => new(Store, Codec, Clock);

    protected static Command Command(string key, string digest = "digest") =>
        new(NameBasedGuid.Of(key), digest, Actor.System, NameBasedGuid.Of("conversation"));

    protected static Task<Decided<Learner, LearnerEvent>> Save(Aggregates<Learner, LearnerEvent> learners, Command command, params string[] tutorials) =>
        learners.Decide(
            Zoe,
            command,
            (_, now) => Decision.Of<LearnerEvent>([.. tutorials.Select(tutorial => new TutorialSaved(new TutorialId(tutorial), now))]),
            CancellationToken.None);

    protected static Task<Decided<Learner, LearnerEvent>> Register(Aggregates<Learner, LearnerEvent> learners, string key = "register") => learners.Decide(
        Zoe,
        Command(key),
        (learner, now) => learner.Register(StoredEventExamples.Person, new PersonName("Zoé", "Lefèvre"), now),
        CancellationToken.None);

    protected Task<VerificationReport> Verify() => Verification.Verify(Log, null, CancellationToken.None);

    protected Task<List<Record>> Stored() => ReadEverything(Log);

    protected override void Dispose(bool disposing)
    {
        Log.DisposeAsync().AsTask().GetAwaiter().GetResult();
        base.Dispose(disposing);
    }
}

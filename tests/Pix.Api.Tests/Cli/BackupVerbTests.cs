using System.Net;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Api.Tests.Cli;

public sealed class BackupVerbTests : IDisposable
{
    private readonly CommandLine _pix = new();

    public void Dispose() => _pix.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_backup_restored_elsewhere_answers_the_same(bool whileServing)
    {
        LearnerId learner;
        string position;
        await using (var before = await Serving.Start(_pix.Data))
        {
            learner = await before.Register("Apolline", "Besson");
            await before.Skip(learner, 2);
            position = await before.PositionOf(learner);
        }

        var (copy, elsewhere) = (_pix.Beside("backup"), new DataFolder(_pix.Beside("elsewhere")));
        await using (var server = whileServing ? await Serving.Start(_pix.Data) : null)
        {
            Assert.Matches(
                $"^backed up [0-9,]+ events of 4 streams, 1 person's key and 2 key files to {copy}; every chain of the copy holds$",
                (await _pix.Run("backup", copy)).Ok());
            (await _pix.Run("backup", copy)).Failed(1, "is not empty");
            (await _pix.Run("restore", copy)).Failed(1);
        }

        Assert.Equal(["events.db", "keyring", "keys.db", "master.key"], Directory.EnumerateFileSystemEntries(copy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Matches("^restored [0-9,]+ events of 4 streams.* as epoch 2;", (await CommandLine.RunOn(elsewhere, "restore", copy)).Ok());
        var history = (await _pix.Run("history", "--learner", learner.ToString())).Output;
        Assert.Equal(history, (await CommandLine.RunOn(elsewhere, "history", "--learner", learner.ToString())).Output);
        var export = await CommandLine.RunOn(elsewhere, "export", "--learner", learner.ToString());
        Assert.Contains("Apolline", export.Output, StringComparison.Ordinal);

        var token = (await _pix.Run("token", "--role", "learner", "--subject", learner.ToString())).Ok();
        await using var restored = await Serving.Start(elsewhere);
        using var foreign = await restored.Send(HttpMethod.Get, $"/learners/{learner}/profile", null, token, (MinimumPosition.Header, position));
        Assert.Equal(HttpStatusCode.Conflict, foreign.StatusCode);
        using var profile = await restored.Send(HttpMethod.Get, $"/learners/{learner}/profile", null, token);
        Assert.True(profile.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_backup_that_does_not_hold_is_not_restored()
    {
        await _pix.HavingServed();
        var copy = _pix.Beside("backup");
        (await _pix.Run("backup", copy)).Ok();
        using (var log = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={new DataFolder(copy).Log};Pooling=False"))
        {
            log.Open();
            using var tamper = log.CreateCommand();
            tamper.CommandText = "UPDATE events SET id = randomblob(16) WHERE position = 5";
            Assert.Equal(1, tamper.ExecuteNonQuery());
        }

        var elsewhere = new DataFolder(_pix.Beside("elsewhere"));
        var said = await CommandLine.RunOn(elsewhere, "restore", copy);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("The chain of referential is broken", said.Error, StringComparison.Ordinal);
        Assert.False(elsewhere.HasLog);
        (await CommandLine.RunOn(elsewhere, "restore", _pix.Beside("nowhere"))).Failed(1, "holds no backup");
    }

    [Fact]
    public async Task A_log_that_is_there_is_never_restored_over()
    {
        await _pix.HavingServed();
        var copy = _pix.Beside("backup");
        (await _pix.Run("backup", copy)).Ok();
        (await _pix.Run("restore", copy)).Failed(1, "holds events.db already");
    }

    [Fact]
    public async Task A_copy_made_while_people_are_erased_has_destroyed_the_keys_of_those_its_log_knows_erased_and_of_no_other()
    {
        const int People = 24;
        var settings = new PixSettings(LearnerRules.Default(TimeZoneInfo.Utc), null, false);
        var copies = new List<DataFolder>();
        await using (var node = await Node.Open(_pix.Data, settings, TimeProvider.System, "test", CancellationToken.None))
        {
            var learners = new List<LearnerId>();
            for (var one = 0; one < People; one++) learners.Add(await Register(node));
            var erasing = Task.Run(async () =>
            {
                foreach (var learner in learners) await Do(node, new ErasePerson(), "learner", learner.ToString());
            });
            do
            {
                copies.Add(new DataFolder(_pix.Beside($"backup{copies.Count}")));
                await Do(node, new BackUp(), "folder", copies[^1].Path);
            }
            while (!erasing.IsCompleted);
            await erasing;
        }

        var erasedInCopies = new HashSet<int>();
        foreach (var copy in copies) erasedInCopies.Add(await AssertKeysAgree(copy));
        Assert.Contains(erasedInCopies, erased => erased > 0);
    }

    private static async Task<LearnerId> Register(Node node)
    {
        var (learner, person, id) = (new LearnerId(Guid.NewGuid()), new PersonId(Guid.NewGuid()), Guid.NewGuid());
        await node.Learners.Decide(
            Streams.Learner(learner),
            new Command(id, string.Empty, Actor.System, id),
            (state, now) => state.Register(person, new PersonName("Apolline", "Besson"), now),
            CancellationToken.None);
        return learner;
    }

    private static async Task Do(Node node, IOperation operation, string argument, string value)
    {
        var result = await operation.Run(node, new Dictionary<string, string> { [argument] = value }, new Progress<OperationProgress>(), CancellationToken.None);
        Assert.True(result.Succeeded, result.Sentence);
    }

    private static async Task<int> AssertKeysAgree(DataFolder copy)
    {
        using var keys = SqlitePersonKeys.Open(copy.Keys, MasterKey.LoadOrCreate(copy.MasterKey));
        await using var store = SqliteEventStore.OpenReadOnly(copy.Log, SqliteEventStoreOptions.Default);
        var codec = new EventCodec(EventTypes.Pix, keys, PersonalSealing.RandomNonces);
        var (registered, erased) = (new HashSet<PersonId>(), new HashSet<PersonId>());
        await foreach (var page in store.ReadAll(Position.Start, CancellationToken.None))
        {
            foreach (var record in page.Records)
            {
                if (codec.Decode(record).Event is LearnerRegistered registration) registered.Add(registration.Person);
                if (codec.Decode(record).Event is PersonErased erasure) erased.Add(erasure.Person);
            }
        }

        Assert.NotEmpty(registered);
        Assert.All(registered, person => Assert.Equal(erased.Contains(person) ? KeyState.Destroyed : KeyState.Present, keys.Find(person).State));
        return erased.Count;
    }
}

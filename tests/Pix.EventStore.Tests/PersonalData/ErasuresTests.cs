using Pix.Domain;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class ErasuresTests : LearnerTestBase
{
    private static readonly LogIdentity Identity = new(new Guid("0195a3c2-7d1e-7b60-9d4f-2f6c1a8b3e00"), 1);
    private readonly MasterKey _master = MasterKey.FromBase64(Convert.ToBase64String(new byte[32]));

    [Fact]
    public async Task An_erasure_that_a_crash_interrupted_is_finished_at_start_up()
    {
        var person = new PersonId(Guid.NewGuid());
        using (var keys = Open("keys.db"))
        {
            await keys.GetOrCreate(person, CancellationToken.None);
            await Erase(person);
        }

        using var restarted = Open("keys.db");
        Assert.Equal(KeyState.Present, restarted.Find(person).State);
        Assert.Equal(1, await Erasures(restarted).CatchUp(CancellationToken.None));
        Assert.Equal(KeyState.Destroyed, restarted.Find(person).State);
        Assert.Equal(0, await Erasures(restarted).CatchUp(CancellationToken.None));
    }

    [Fact]
    public async Task A_person_who_could_not_be_forgotten_everywhere_is_forgotten_again_at_the_next_start()
    {
        var person = new PersonId(Guid.NewGuid());
        using var keys = Open("keys.db");
        await keys.GetOrCreate(person, CancellationToken.None);
        await Erase(person);
        var crashing = Erasures(keys, (_, _) => throw new InvalidOperationException("killed"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => crashing.CatchUp(CancellationToken.None));
        Assert.Equal(KeyState.Destroyed, keys.Find(person).State);

        var forgotten = new List<(PersonId, KeyState)>();
        var restarted = Erasures(keys, (who, _) =>
        {
            forgotten.Add((who, keys.Find(who).State));
            return Task.CompletedTask;
        });
        Assert.Equal(1, await restarted.CatchUp(CancellationToken.None));
        Assert.Equal([(person, KeyState.Destroyed)], forgotten);
        Assert.Equal(0, await restarted.CatchUp(CancellationToken.None));
    }

    [Fact]
    public async Task Restored_keys_forget_again_whom_they_had_not_forgotten_yet()
    {
        var persons = Enumerable.Range(0, 3).Select(_ => new PersonId(Guid.NewGuid())).ToList();
        using (var keys = Open("keys.db"))
        {
            foreach (var person in persons) await keys.GetOrCreate(person, CancellationToken.None);
            await Erase(persons[0]);
            await Erasures(keys).CatchUp(CancellationToken.None);
            await keys.BackupTo(PathOf("older.db"), CancellationToken.None);
            await Erase(persons[1]);
            Assert.Equal(1, await Erasures(keys).CatchUp(CancellationToken.None));
        }

        using var older = Open("older.db");
        Assert.Equal(KeyState.Present, older.Find(persons[1]).State);
        Assert.Equal(1, await Erasures(older).CatchUp(CancellationToken.None));
        Assert.Equal([KeyState.Destroyed, KeyState.Destroyed, KeyState.Present], persons.Select(person => older.Find(person).State));
    }

    [Fact]
    public async Task An_older_log_is_followed_from_its_start()
    {
        using var keys = Open("keys.db");
        await keys.SetFollowed(Identity, new Position(1_000));
        await Erase(new PersonId(Guid.NewGuid()));
        Assert.Equal(1, await Erasures(keys).CatchUp(CancellationToken.None));
    }

    [Fact]
    public async Task Another_log_has_its_own_checkpoint()
    {
        using var keys = Open("keys.db");
        await keys.SetFollowed(Identity, new Position(7));
        await keys.SetFollowed(Identity, new Position(8));
        Assert.Equal(new Position(8), keys.Followed(Identity));
        Assert.Equal(Position.Start, keys.Followed(Identity with { Epoch = 2 }));
    }

    [Fact]
    public async Task An_erasure_reaches_the_keys_while_the_log_is_followed()
    {
        using var keys = Open("keys.db");
        var erasures = Erasures(keys);
        await erasures.CatchUp(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var following = erasures.Follow(_ => Task.CompletedTask, stop.Token);
        for (var index = 0; index < 3; index++)
        {
            var person = new PersonId(Guid.NewGuid());
            await keys.GetOrCreate(person, CancellationToken.None);
            var erased = await Erase(person);
            await erasures.WaitUntil(erased, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
            Assert.Equal(KeyState.Destroyed, keys.Find(person).State);
            Assert.Equal(erased, keys.Followed(Identity));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task What_erases_nobody_is_not_noted_page_by_page()
    {
        using var keys = Open("keys.db");
        var erasures = Erasures(keys);
        using var stop = new CancellationTokenSource();
        var following = erasures.Follow(_ => Task.CompletedTask, stop.Token);
        await Save(NewProcess(), Command("save"), "tutoDomaine");
        await erasures.WaitUntil(new Position(1), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(Position.Start, keys.Followed(Identity));
        Assert.Equal(0, await Erasures(keys).CatchUp(CancellationToken.None));
        Assert.Equal(new Position(1), keys.Followed(Identity));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    [Fact]
    public async Task An_event_of_a_newer_release_stops_the_process_rather_than_be_passed_over()
    {
        using var keys = Open("keys.db");
        await Append(Log, Zoe, Revision.None, new NewRecord(Guid.NewGuid(), "PersonErased.v2", "{}"u8.ToArray(), "{}"u8.ToArray()));
        await Assert.ThrowsAsync<EventTypesException>(() => Erasures(keys).CatchUp(CancellationToken.None));
        Assert.Equal(Position.Start, keys.Followed(Identity));
    }

    [Fact]
    public async Task Waiting_ends_with_its_cancellation()
    {
        using var keys = Open("keys.db");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Erasures(keys).WaitUntil(new Position(5), new CancellationToken(canceled: true)));
    }

    private SqlitePersonKeys Open(string name) => SqlitePersonKeys.Open(PathOf(name), _master);

    private Erasures Erasures(SqlitePersonKeys keys) => Erasures(keys, (_, _) => Task.CompletedTask);

    private Erasures Erasures(SqlitePersonKeys keys, Func<PersonId, CancellationToken, Task> forget) => new(Log, Codec, keys, keys, Identity, forget);

    private async Task<Position> Erase(PersonId person)
    {
        var stream = Streams.Learner(new LearnerId(person.Value));
        var erased = await NewProcess().Decide(
            stream, Command($"{person}"), (_, now) => [new PersonErased(person, now)], CancellationToken.None);
        return erased.Position;
    }
}

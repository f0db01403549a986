using Pix.Domain;
using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

/// <summary>What every keeper of persons' keys promises. Persons are each test's own: the store may hold others'.</summary>
public abstract class PersonKeysContract(string engine, ITestOutputHelper output)
{
    /// <summary>Opens the test's keys, and the same when they are opened again.</summary>
    protected abstract IPersonKeys Open(MasterKey master);

    /// <summary>The master key that the test's keys are made with.</summary>
    protected virtual MasterKey Master { get; } = MasterKey.FromBase64(Convert.ToBase64String(new byte[32]));

    [ContractFact]
    public async Task A_key_is_made_once_and_is_there_for_who_opens_the_keys_again()
    {
        var person = Person();
        byte[] made;
        await using (var keys = OpenKeys())
        {
            Assert.Equal(KeyState.Missing, keys.Keys.Find(person).State);
            made = await Key(keys.Keys, person);
            Assert.Equal(32, made.Length);
            Assert.Equal(made, await Key(keys.Keys, person));
            Assert.NotEqual(made, await Key(keys.Keys, Person()));
        }

        await using var again = OpenKeys();
        Assert.Equal(made, again.Keys.Find(person).Key?.Bytes);
        Assert.Equal(made, await Key(again.Keys, person));
    }

    [ContractFact]
    public async Task Of_many_that_ask_at_once_the_first_maker_wins()
    {
        await using var keys = OpenKeys();
        var persons = Enumerable.Range(0, 10).Select(_ => Person()).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(index => Task.Run(async () =>
            (Person: persons[index % persons.Count], Key: await Key(keys.Keys, persons[index % persons.Count])))));
        Assert.Equal(500, answers.Length);
        Assert.All(answers, answer => Assert.Equal(keys.Keys.Find(answer.Person).Key!.Bytes, answer.Key));
    }

    [ContractFact]
    public async Task A_destroyed_key_is_never_made_again_also_one_that_never_was()
    {
        var (known, unknown) = (Person(), Person());
        await using (var keys = OpenKeys())
        {
            await Key(keys.Keys, known);
            await keys.Keys.Destroy(known, CancellationToken.None);
            await keys.Keys.Destroy(known, CancellationToken.None);
            await keys.Keys.Destroy(unknown, CancellationToken.None);
            await AssertDestroyed(keys.Keys, known, unknown);
        }

        await using var again = OpenKeys();
        await AssertDestroyed(again.Keys, known, unknown);
    }

    [ContractFact]
    public async Task Destruction_wins_over_whoever_reads_at_the_same_time()
    {
        await using var keys = OpenKeys();
        foreach (var person in Enumerable.Range(0, 20).Select(_ => Person()))
        {
            await Key(keys.Keys, person);
            using var done = new CancellationTokenSource();
            var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                while (!done.IsCancellationRequested) await keys.Keys.GetOrCreate(person, CancellationToken.None);
            })).ToArray();
            await keys.Keys.Destroy(person, CancellationToken.None);
            await AssertDestroyed(keys.Keys, person);
            await done.CancelAsync();
            await Task.WhenAll(readers);
            await AssertDestroyed(keys.Keys, person);
        }
    }

    [ContractFact]
    public async Task Another_master_key_is_refused_before_any_key_is_made_with_it()
    {
        await using (var keys = OpenKeys()) await Key(keys.Keys, Person());
        var other = MasterKey.FromBase64(Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()));
        var failure = await Assert.ThrowsAsync<PersonKeyException>(async () =>
        {
            await using var keys = new OpenedKeys(Open(other));
            await keys.Keys.GetOrCreate(Person(), CancellationToken.None);
        });
        Assert.Equal("master_key_wrong", failure.Code);
    }

    protected static PersonId Person() => new(Guid.NewGuid());

    protected static async Task<byte[]> Key(IPersonKeys keys, PersonId person) =>
        (await keys.GetOrCreate(person, CancellationToken.None) ?? throw new InvalidOperationException("destroyed")).Bytes;

    protected static async Task AssertDestroyed(IPersonKeys keys, params PersonId[] persons)
    {
        foreach (var person in persons)
        {
            Assert.Equal(new KeyLookup(KeyState.Destroyed, null), keys.Find(person));
            Assert.Null(await keys.GetOrCreate(person, CancellationToken.None));
        }
    }

    private OpenedKeys OpenKeys()
    {
        output.WriteLine($"on {engine}");
        return new OpenedKeys(Open(Master));
    }

    private sealed record OpenedKeys(IPersonKeys Keys) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Keys is IAsyncDisposable waits) await waits.DisposeAsync();
            else ((IDisposable)Keys).Dispose();
        }
    }
}

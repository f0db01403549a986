using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class SqlitePersonKeysTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MasterKey _master = MasterKey.FromBase64(Convert.ToBase64String(new byte[32]));

    private string KeyFile => _folder.File("keys.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_made_once_and_is_there_after_reopening()
    {
        var person = Person();
        byte[] made;
        using (var keys = Open())
        {
            Assert.Equal(KeyState.Missing, keys.Find(person).State);
            made = await Key(keys, person);
            Assert.Equal(32, made.Length);
            Assert.Equal(made, await Key(keys, person));
            Assert.NotEqual(made, await Key(keys, Person()));
        }

        using var again = Open();
        Assert.Equal(made, again.Find(person).Key?.Bytes);
        Assert.Equal(made, await Key(again, person));
        Assert.Equal(2, await again.Count(CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_the_first_maker_wins()
    {
        using var keys = Open();
        var persons = Enumerable.Range(0, 10).Select(_ => Person()).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(index => Task.Run(async () =>
            (Person: persons[index % persons.Count], Key: await Key(keys, persons[index % persons.Count])))));
        Assert.All(answers, answer => Assert.Equal(keys.Find(answer.Person).Key!.Bytes, answer.Key));
        Assert.Equal(persons.Count, await keys.Count(CancellationToken.None));
    }

    [Fact]
    public async Task A_destroyed_key_is_never_made_again()
    {
        var (known, unknown) = (Person(), Person());
        using (var keys = Open())
        {
            await Key(keys, known);
            await keys.Destroy(known, CancellationToken.None);
            await keys.Destroy(known, CancellationToken.None);
            await keys.Destroy(unknown, CancellationToken.None);
            await AssertDestroyed(keys, known, unknown);
            Assert.Equal(0, await keys.Count(CancellationToken.None));
        }

        using var again = Open();
        await AssertDestroyed(again, known, unknown);
    }

    [Fact]
    public async Task Destruction_leaves_no_trace_of_the_wrapped_key_in_the_files()
    {
        using var keys = Open();
        var persons = Enumerable.Range(0, 5_000).Select(_ => Person()).ToList();
        await Task.WhenAll(persons.Select(person => Key(keys, person)));
        var wrapped = persons.ToDictionary(person => person, Wrapped);
        var erased = persons.Where((_, index) => index % 250 == 0).ToList();
        Assert.All(erased, person => Assert.True(IsInFiles(wrapped[person])));
        foreach (var person in erased) await keys.Destroy(person, CancellationToken.None);
        Assert.All(erased, person => Assert.False(IsInFiles(wrapped[person])));
        Assert.All(persons.Except(erased).Take(50), person => Assert.True(IsInFiles(wrapped[person])));
        Assert.Equal(persons.Count - erased.Count, await keys.Count(CancellationToken.None));
    }

    [Fact]
    public async Task Destruction_wins_over_whoever_reads_at_the_same_time()
    {
        using var keys = Open();
        foreach (var person in Enumerable.Range(0, 20).Select(_ => Person()))
        {
            await Key(keys, person);
            using var done = new CancellationTokenSource();
            var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                while (!done.IsCancellationRequested) await keys.GetOrCreate(person, CancellationToken.None);
            })).ToArray();
            await keys.Destroy(person, CancellationToken.None);
            await AssertDestroyed(keys, person);
            await done.CancelAsync();
            await Task.WhenAll(readers);
            await AssertDestroyed(keys, person);
        }
    }

    [Fact]
    public async Task A_key_moved_to_another_person_does_not_open()
    {
        var (one, other) = (Person(), Person());
        using (var keys = Open())
        {
            await Key(keys, one);
            await Key(keys, other);
        }

        using (var file = SqliteConnectionHandle.Open(KeyFile, TimeSpan.FromSeconds(1)))
            file.Execute($"UPDATE keys SET wrapped = X'{Convert.ToHexString(Wrapped(one))}' WHERE person = X'{Hex(other)}'");
        using var again = Open();
        Assert.Equal("master_key_wrong", Assert.Throws<PersonKeyException>(() => again.Find(other)).Code);
    }

    [Fact]
    public async Task A_backup_opens_with_the_same_master_key_and_replaces_no_file()
    {
        using var keys = Open();
        var persons = Enumerable.Range(0, 100).Select(_ => Person()).ToList();
        await Task.WhenAll(persons.Select(person => Key(keys, person)));
        await keys.Destroy(persons[0], CancellationToken.None);
        Assert.Equal(99, await keys.BackupTo(_folder.File("backup.db"), CancellationToken.None));
        await Assert.ThrowsAsync<IOException>(() => keys.BackupTo(_folder.File("backup.db"), CancellationToken.None));
        using var backup = SqlitePersonKeys.Open(_folder.File("backup.db"), _master);
        Assert.All(persons[1..], person => Assert.Equal(keys.Find(person).Key!.Bytes, backup.Find(person).Key!.Bytes));
        await AssertDestroyed(backup, persons[0]);
    }

    [Fact]
    public void Another_master_key_is_refused_when_the_file_is_opened()
    {
        Open().Dispose();
        var other = MasterKey.FromBase64(Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()));
        Assert.Equal("master_key_wrong", Assert.Throws<PersonKeyException>(() => SqlitePersonKeys.Open(KeyFile, other)).Code);
    }

    [Fact]
    public void A_newer_file_and_a_foreign_file_are_refused()
    {
        Open().Dispose();
        using (var file = SqliteConnectionHandle.Open(KeyFile, TimeSpan.FromSeconds(1))) file.Execute("PRAGMA user_version = 2");
        Assert.Equal("keys_newer", Assert.Throws<PersonKeyException>(Open).Code);
        using (var file = SqliteConnectionHandle.Open(KeyFile, TimeSpan.FromSeconds(1))) file.Execute("PRAGMA application_id = 7");
        Assert.Equal("keys_foreign", Assert.Throws<PersonKeyException>(Open).Code);
        File.WriteAllText(_folder.File("text.db"), new string('a', 4096));
        Assert.Equal("keys_foreign", Assert.Throws<PersonKeyException>(() => SqlitePersonKeys.Open(_folder.File("text.db"), _master)).Code);
    }

    private static PersonId Person() => new(Guid.NewGuid());

    private static string Hex(PersonId person) => Convert.ToHexString(person.Value.ToByteArray(bigEndian: true));

    private static async Task<byte[]> Key(SqlitePersonKeys keys, PersonId person) =>
        (await keys.GetOrCreate(person, CancellationToken.None) ?? throw new InvalidOperationException("destroyed")).Bytes;

    private static async Task AssertDestroyed(SqlitePersonKeys keys, params PersonId[] persons)
    {
        foreach (var person in persons)
        {
            Assert.Equal(new KeyLookup(KeyState.Destroyed, null), keys.Find(person));
            Assert.Null(await keys.GetOrCreate(person, CancellationToken.None));
        }
    }

    private SqlitePersonKeys Open() => SqlitePersonKeys.Open(KeyFile, _master);

    private byte[] Wrapped(PersonId person)
    {
        using var file = SqliteConnectionHandle.OpenReadOnly(KeyFile, TimeSpan.FromSeconds(1));
        using var find = file.Prepare($"SELECT wrapped FROM keys WHERE person = X'{Hex(person)}'");
        Assert.True(find.Step());
        return find.Blob(0).ToArray();
    }

    private bool IsInFiles(byte[] wrapped) => Directory.GetFiles(_folder.Path).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(wrapped) >= 0;
    });
}

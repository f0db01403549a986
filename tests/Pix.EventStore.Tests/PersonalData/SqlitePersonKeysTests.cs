using Pix.Domain;
using Pix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

public sealed class SqlitePersonKeysTests(ITestOutputHelper output) : PersonKeysContract("SQLite", output), IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string KeyFile => _folder.File("keys.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_keys_that_are_there_are_counted()
    {
        using var keys = Open();
        var persons = Enumerable.Range(0, 3).Select(_ => Person()).ToList();
        foreach (var person in persons) await Key(keys, person);
        await keys.Destroy(persons[0], CancellationToken.None);
        await keys.Destroy(Person(), CancellationToken.None);
        Assert.Equal(2, await keys.Count(CancellationToken.None));
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
        using var backup = SqlitePersonKeys.Open(_folder.File("backup.db"), Master);
        Assert.All(persons[1..], person => Assert.Equal(keys.Find(person).Key!.Bytes, backup.Find(person).Key!.Bytes));
        await AssertDestroyed(backup, persons[0]);
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
        Assert.Equal("keys_foreign", Assert.Throws<PersonKeyException>(() => SqlitePersonKeys.Open(_folder.File("text.db"), Master)).Code);
    }

    private static string Hex(PersonId person) => Convert.ToHexString(person.Value.ToByteArray(bigEndian: true));

    protected override IPersonKeys Open(MasterKey master) => SqlitePersonKeys.Open(KeyFile, master);

    private SqlitePersonKeys Open() => SqlitePersonKeys.Open(KeyFile, Master);

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

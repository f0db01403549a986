using System.Security.Cryptography;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class MasterKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    public void What_is_not_32_bytes_in_base64_is_refused(string text) =>
        Assert.Equal("master_key_invalid", Assert.Throws<PersonKeyException>(() => MasterKey.FromBase64(text)).Code);

    [Fact]
    public void A_key_longer_than_32_bytes_is_refused() => Assert.Throws<PersonKeyException>(
        () => MasterKey.FromBase64(Convert.ToBase64String(RandomNumberGenerator.GetBytes(33))));

    [Fact]
    public void A_key_made_for_development_is_kept_and_only_its_owner_reads_it()
    {
        var file = _folder.File("new/master.key");
        var made = MasterKey.LoadOrCreate(file);
        SqlitePersonKeys.Open(_folder.File("keys.db"), made).Dispose();
        SqlitePersonKeys.Open(_folder.File("keys.db"), MasterKey.LoadOrCreate(file)).Dispose();
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public async Task Two_that_start_at_once_use_the_same_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => MasterKey.LoadOrCreate(_folder.File("master.key")))));
        SqlitePersonKeys.Open(_folder.File("keys.db"), keys[0]).Dispose();
        Assert.All(keys, key => SqlitePersonKeys.Open(_folder.File("keys.db"), key).Dispose());
        Assert.Equal(["keys.db", "master.key"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }
}

using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class LogIdentityTests : SqliteTestBase
{
    private readonly EventCodec _codec = new(EventTypes.Pix, new PersonKeysInMemory(), PersonalSealing.RandomNonces);

    [Fact]
    public async Task A_log_gets_its_identity_once_and_keeps_it()
    {
        LogIdentity first;
        await using (var log = OpenLog())
        {
            Assert.Null(await LogIdentity.Find(log, _codec, CancellationToken.None));
            first = await Identity(log);
            Assert.Equal(first, await Identity(log));
        }

        await using var again = OpenLog();
        Assert.Equal(first, await Identity(again));
        Assert.Equal("LogCreated.v1", Assert.Single(await ReadEverything(again)).Type);
        Assert.True((await Verification.Verify(again, null, CancellationToken.None)).IsSound);
    }

    [Fact]
    public async Task Two_that_create_it_at_once_agree()
    {
        await using var log = OpenLog();
        var identities = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Identity(log))));
        Assert.Single(identities.Distinct());
        Assert.Single(await ReadEverything(log));
    }

    [Fact]
    public async Task Two_logs_differ()
    {
        await using var one = OpenLog();
        await using var other = SqliteEventStore.Open(PathOf("other.db"), SqliteEventStoreOptions.Default);
        Assert.NotEqual(await Identity(one), await Identity(other));
    }

    private Task<LogIdentity> Identity(IEventStore log) => LogIdentity.GetOrCreate(log, _codec, new ManualClock(), CancellationToken.None);
}

using Pix.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Pix.EventStore.Tests;

/// <summary>The persons' keys over the wire, on a server in this process.</summary>
public sealed class EventStoreDbPersonKeysTests(ITestOutputHelper output)
    : PersonKeysContract("EventStoreDB's protocol, in process", output), IAsyncLifetime
{
    private EventStoreDbTestServer? _server;

    public async Task InitializeAsync() => _server = await EventStoreDbTestServer.Start();

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task Keys_are_counted_listed_and_taken_over()
    {
        await using var keys = OpenHere();
        var (kept, gone, imported) = (Person(), Person(), Person());
        await Key(keys, kept);
        await Key(keys, gone);
        await keys.Destroy(gone, CancellationToken.None);
        var key = new PersonKey([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);
        Assert.True(await keys.Import(imported, key, CancellationToken.None));
        Assert.False(await keys.Import(gone, key, CancellationToken.None));
        Assert.Equal(2, await keys.Count(CancellationToken.None));
        var present = new List<Domain.PersonId>();
        await foreach (var person in keys.Present(CancellationToken.None)) present.Add(person);
        Assert.Equivalent(new[] { kept, imported }, present);
        await using var again = OpenHere();
        Assert.Equal(key.Bytes, again.Find(imported).Key!.Bytes);
    }

    [Fact]
    public async Task Keys_are_not_in_the_log()
    {
        await using (var keys = OpenHere())
        {
            await Key(keys, Person());
            await keys.Destroy(Person(), CancellationToken.None);
        }

        await using var log = EventStoreDbEventStore.Open(EventStoreDbConnection.Parse(_server!.ConnectionString), TimeProvider.System);
        Assert.Equal(Position.Start, await log.Head(CancellationToken.None));
        await foreach (var page in log.ReadAll(Position.Start, CancellationToken.None)) Assert.Empty(page.Records);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_said_to_be()
    {
        await using var keys = OpenHere();
        var person = Person();
        var key = await Key(keys, person);
        await _server!.Stop();
        Assert.Equal(key, keys.Find(person).Key!.Bytes);
        Assert.Equal("keys_unavailable", Assert.Throws<PersonKeyException>(() => keys.Find(Person())).Code);
        var failure = await Assert.ThrowsAsync<PersonKeyException>(() => Key(keys, Person()));
        Assert.Equal("keys_unavailable", failure.Code);
        await _server.Restart();
        Assert.Equal(32, (await Key(keys, Person())).Length);
    }

    protected override IPersonKeys Open(MasterKey master) =>
        EventStoreDbPersonKeys.Open(EventStoreDbConnection.Parse(_server!.ConnectionString), master, TimeProvider.System);

    private EventStoreDbPersonKeys OpenHere() => (EventStoreDbPersonKeys)Open(Master);
}

/// <summary>
/// The persons' keys on the server that <c>PIX_TEST_EVENTSTOREDB</c> names, in a family of each test's own: those of who serves from that
/// server have another master key, and stay as they are.
/// </summary>
[OnServer]
[Collection(nameof(OnServerAttribute))]
public sealed class EventStoreDbServerPersonKeysTests(ITestOutputHelper output) : PersonKeysContract("an EventStoreDB server", output)
{
    private readonly string _family = $"personkeytrial{Guid.NewGuid():N}";

    protected override IPersonKeys Open(MasterKey master) => EventStoreDbPersonKeys.OpenFamily(
        EventStoreDbConnection.Parse(OnServerAttribute.ConnectionString), master, TimeProvider.System, _family);
}

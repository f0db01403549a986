using System.Text;
using Pix.Domain;
using Pix.EventStore;
using Xunit;

namespace Pix.Projections.Tests;

public sealed class PeopleTests
{
    private const string First = "Éléonore-Unique";
    private const string Last = "Dupré-Unique";

    [Fact]
    public async Task A_person_is_found_by_person_and_by_account()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, PeopleProjection.Definition(fixture.Personal));
        await fixture.Append(Histories.Id(1), [Histories.Registered(1, First, Last)]);
        await fixture.Append(Histories.Id(2), [new LearnerRegistered(Histories.Person(2), null, DateTimeOffset.UnixEpoch)]);
        await Fixture.CaughtUp(readModels);
        var people = new PeopleReader(readModels);
        var person = people.Find(Histories.Person(1))!;
        Assert.Equal(new PersonName(First, Last), person.Name);
        Assert.Equal([Streams.Learner(Histories.Id(1))], person.Streams);
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), person.RegisteredAt);
        Assert.Equal(person.Person, people.Find(Histories.Id(1))!.Person);
        Assert.Null(people.Find(Histories.Id(2))!.Name);
        Assert.Null(people.Find(Histories.Id(3)));
    }

    [Fact]
    public async Task A_forgotten_name_is_gone_from_every_generation_kept_and_building()
    {
        await using var fixture = await Fixture.Create();
        var definition = PeopleProjection.Definition(fixture.Personal);
        for (var learner = 0; learner < 60; learner++) await fixture.Append(Histories.Id(learner), [Histories.Registered(learner, $"{First}{learner}x", $"{Last}{learner}x")]);
        await using var readModels = await fixture.Start(null, definition);
        await readModels.Rebuild(["people"], null, CancellationToken.None);
        var reached = fixture.Store.HoldScans(after: 40);
        using var kill = new CancellationTokenSource();
        var rebuild = readModels.Rebuild(["people"], null, kill.Token);
        await reached;
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rebuild);
        fixture.Store.ReleaseScans();
        Assert.Equal(3, FilesWith(fixture, "people", $"{First}3x"));
        Assert.Equal(3, FilesWith(fixture, "people", $"{Last}3x"));

        await Erase(fixture, readModels, learner: 3);
        Assert.Equal(0, FilesWith(fixture, "", $"{First}3x"));
        Assert.Equal(0, FilesWith(fixture, "", $"{Last}3x"));
        Assert.Equal(3, FilesWith(fixture, "people", $"{First}4x"));
        await Fixture.CaughtUp(readModels);
        Assert.Equal((null, true), (new PeopleReader(readModels).Find(Histories.Person(3))!.Name, new PeopleReader(readModels).Find(Histories.Person(3))!.IsErased));

        await readModels.Rebuild(["people"], null, CancellationToken.None);
        await readModels.DisposeAsync();
        Assert.Equal(0, FilesWith(fixture, "", $"{First}3x"));
        Assert.Equal(Tables.Dump(fixture, "people", 2), Tables.Dump(fixture, "people", 3));
    }

    [Fact]
    public async Task A_running_rebuild_forgets_too()
    {
        await using var fixture = await Fixture.Create();
        for (var learner = 0; learner < 60; learner++) await fixture.Append(Histories.Id(learner), [Histories.Registered(learner, $"{First}{learner}x", Last)]);
        await using var readModels = await fixture.Start(null, PeopleProjection.Definition(fixture.Personal));
        var reached = fixture.Store.HoldScans(after: 40);
        var rebuild = readModels.Rebuild(["people"], null, CancellationToken.None);
        await reached;
        await Erase(fixture, readModels, learner: 3);
        Assert.Equal(0, FilesWith(fixture, "people", $"{First}3x"));
        fixture.Store.ReleaseScans();
        Assert.Null(Assert.Single((await rebuild).Projections).Error);
        await readModels.DisposeAsync();
        Assert.Equal(0, FilesWith(fixture, "people", $"{First}3x"));
        Assert.Equal(Tables.Dump(fixture, "people", 1), Tables.Dump(fixture, "people", 2));
    }

    [Fact]
    public async Task A_generation_of_another_version_that_cannot_be_cleaned_goes_as_a_whole()
    {
        await using var fixture = await Fixture.Create();
        await fixture.Append(Histories.Id(3), [Histories.Registered(3, First, Last)]);
        var definition = PeopleProjection.Definition(fixture.Personal);
        await using (await fixture.Start(null, definition with { Version = 0, Create = _ => new Older(definition.Create(null)) }))
        {
        }

        await using var readModels = await fixture.Start(null, definition);
        await Fixture.Until(readModels, "people", status => status is { Generation: 2, Kept: 1 });
        await Erase(fixture, readModels, learner: 3);
        Assert.Equal(0, FilesWith(fixture, "", First));
        Assert.Null(Assert.Single(await readModels.Status(CancellationToken.None)).Kept);
    }

    [Fact]
    public async Task A_lost_key_stops_this_projection_only_and_is_said()
    {
        await using var fixture = await Fixture.Create();
        await using var readModels = await fixture.Start(null, PeopleProjection.Definition(fixture.Personal), Tally.Definition());
        readModels.Pause("people");
        var position = await fixture.Append(Histories.Id(1), [Histories.Registered(1, First, Last)]);
        fixture.Keys.LoseAll();
        readModels.Resume("people");
        var status = await Fixture.Until(readModels, "people", status => status.Error is not null);
        Assert.Equal(("person_key_missing", position), (status.Error!.Code, status.Error.Position!.Value));
        await fixture.See(2);
        Assert.True(await readModels.WaitUntil("tally", await fixture.Head(), TimeSpan.FromSeconds(10), CancellationToken.None));

        await fixture.Keys.GetOrCreate(Histories.Person(1), CancellationToken.None);
        readModels.Resume("people");
        await Fixture.CaughtUp(readModels);
        Assert.Equal(First, new PeopleReader(readModels).Find(Histories.Id(1))!.Name!.First);
    }

    private static async Task Erase(Fixture fixture, ReadModels readModels, int learner)
    {
        await fixture.Append(Histories.Id(learner), [new PersonErased(Histories.Person(learner), DateTimeOffset.UnixEpoch)]);
        await fixture.Keys.Destroy(Histories.Person(learner), CancellationToken.None);
        await readModels.Forget(Histories.Person(learner), CancellationToken.None);
    }

    // Files, write-ahead logs counted with theirs, whose raw bytes hold a text.
    private static int FilesWith(Fixture fixture, string prefix, string text) => Directory.GetFiles(fixture.ReadFolder, prefix + "*")
        .Where(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
        .Select(file => file.Replace("-wal", "", StringComparison.Ordinal))
        .Distinct()
        .Count();

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private sealed class Older(IProjection inner) : IProjection
    {
        public string Name => inner.Name;

        public int Version => 0;

        public string Schema => inner.Schema;

        public string Indexes => inner.Indexes;

        public IReadOnlySet<Type> Handles => inner.Handles;

        public bool MustFlush => inner.MustFlush;

        public void Open(ReadModelTables tables) => inner.Open(tables);

        public void Apply(RecordedEvent recorded) => inner.Apply(recorded);

        public void Flush(ReadModelTransaction transaction) => inner.Flush(transaction);
    }
}

using Pix.Domain;
using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>Two processes, each with its own memory of streams, over one log that both write to.</summary>
public sealed class SharedLogTests : LearnerTestBase
{
    private readonly Aggregates<Learner, LearnerEvent> _ours;
    private readonly Aggregates<Learner, LearnerEvent> _theirs;

    public SharedLogTests()
    {
        var shared = new WatchedStore(Store) { IsShared = true };
        (_ours, _theirs) = (new(shared, Codec, Clock), new(shared, Codec, Clock));
    }

    [Fact]
    public async Task What_another_wrote_is_read()
    {
        await Register(_ours);
        await _theirs.Load(Zoe, CancellationToken.None);
        await Save(_ours, Command("save"), "a");
        var seen = await _theirs.Load(Zoe, CancellationToken.None);
        Assert.Equal([new TutorialId("a")], seen.State.SavedTutorials);
        Assert.Equal(new Position(2), seen.Position);
    }

    [Fact]
    public async Task A_refusal_from_memory_is_confirmed_and_becomes_what_the_log_allows()
    {
        await Register(_ours);
        await Save(_theirs, Command("theirs"), "a");
        await Save(_ours, Command("ours"), "b");

        // Theirs remembers one tutorial, and would refuse; the log has two.
        var decided = await _theirs.Decide(
            Zoe,
            Command("third"),
            (learner, now) => learner.SavedTutorials.Count < 2 ? Refusal.LearnerUnknown : [new TutorialSaved(new TutorialId("c"), now)],
            CancellationToken.None);

        Assert.Null(decided.Refusal);
        Assert.Equal(3, decided.After.SavedTutorials.Count);
        Assert.True((await Verify()).IsSound);
    }

    [Fact]
    public async Task Nothing_to_do_from_memory_is_confirmed()
    {
        await Register(_ours);
        await Save(_theirs, Command("theirs"), "a");
        await _ours.Decide(Zoe, Command("removed"), (_, now) => [new TutorialRemoved(new TutorialId("a"), now)], CancellationToken.None);

        var again = await _theirs.Decide(
            Zoe,
            Command("again"),
            (learner, now) => learner.SavedTutorials.Contains(new TutorialId("a")) ? [] : [new TutorialSaved(new TutorialId("a"), now)],
            CancellationToken.None);

        Assert.Single(again.Events);
        Assert.Single((await _ours.Load(Zoe, CancellationToken.None)).State.SavedTutorials);
    }

    [Fact]
    public async Task A_refusal_that_stands_is_given_once_the_rest_of_the_stream_was_read()
    {
        await Register(_ours);
        Store.Reads.Clear();
        var refused = await Register(_ours, "again");
        Assert.Equal("learner_already_registered", refused.Refusal?.Code);
        Assert.Equal([new Revision(1)], Store.Reads);
        Assert.Single(await Stored());
    }

    [Fact]
    public async Task A_command_that_another_carried_out_is_answered_from_its_events_even_when_it_would_be_refused_now()
    {
        await Register(_ours);
        await _theirs.Load(Zoe, CancellationToken.None);
        var first = await Save(_ours, Command("sent twice"), "a");
        var again = await _theirs.Decide(
            Zoe, Command("sent twice"), (learner, now) => learner.Register(new PersonId(Guid.NewGuid()), null, now), CancellationToken.None);
        Assert.Equal(first.Events, again.Events);
        Assert.Equal((first.Revision, first.Position), (again.Revision, again.Position));
        Assert.Equal(2, (await Stored()).Count);
    }

    [Fact]
    public async Task What_is_written_needs_no_reading_first()
    {
        await Register(_ours);
        Store.Reads.Clear();
        await Save(_ours, Command("one"), "a");
        Assert.Empty(Store.Reads);
    }

    [Fact]
    public async Task Everything_that_two_decide_at_once_lands_once()
    {
        await Register(_ours);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(index => Task.Run(() => Save(index % 2 == 0 ? _ours : _theirs, Command($"{index / 2}"), $"{index / 2}"))));
        Assert.Equal(31, (await Stored()).Count);
        Assert.Equal(30, (await _theirs.Load(Zoe, CancellationToken.None)).State.SavedTutorials.Count);
        Assert.True((await Verify()).IsSound);
    }
}

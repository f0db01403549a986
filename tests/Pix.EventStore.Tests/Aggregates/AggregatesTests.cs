using Pix.Domain;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class AggregatesTests : LearnerTestBase
{
    [Fact]
    public async Task A_decision_is_written_and_answered_with_the_states_around_it()
    {
        var decided = await Save(NewProcess(), Command("save"), "tutoDomaine", "tutoHameconnage");
        Assert.Null(decided.Refusal);
        Assert.Equal((new Revision(1), new Position(2)), (decided.Revision, decided.Position));
        Assert.Empty(decided.Before.SavedTutorials);
        Assert.Equal([new("tutoDomaine"), new("tutoHameconnage")], decided.After.SavedTutorials);
        Assert.All(await Stored(), record => Assert.Equal(Command("save").Id, EventMetadata.Read(record.Metadata).CommandId));
    }

    [Fact]
    public async Task A_refusal_or_nothing_to_do_writes_nothing()
    {
        var learners = NewProcess();
        await Register(learners);
        var refused = await learners.Decide(
            Zoe, Command("again"), (learner, now) => learner.Register(new PersonId(Guid.NewGuid()), null, now), CancellationToken.None);
        Assert.Equal("learner_already_registered", refused.Refusal?.Code);
        Assert.Equal(new Position(1), refused.Position);
        Assert.Empty((await Save(learners, Command("nothing"))).Events);
        Assert.Single(await Stored());
    }

    [Fact]
    public async Task The_state_is_remembered_so_that_a_second_decision_reads_nothing()
    {
        var learners = NewProcess();
        await Save(learners, Command("one"), "a");
        Assert.NotEmpty(Store.Reads);
        Store.Reads.Clear();
        Assert.Equal(2, (await Save(learners, Command("two"), "b")).After.SavedTutorials.Count);
        Assert.Empty(Store.Reads);
    }

    [Fact]
    public async Task What_another_process_wrote_is_noticed_and_only_that_is_read_before_deciding_again()
    {
        var (ours, theirs) = (NewProcess(), NewProcess());
        await Save(ours, Command("one"), "a", "b", "c");
        await Save(theirs, Command("two"), "d");
        Store.Reads.Clear();
        var states = new List<int>();
        var decided = await ours.Decide(
            Zoe,
            Command("three"),
            (learner, now) =>
            {
                states.Add(learner.SavedTutorials.Count);
                return [new TutorialSaved(new TutorialId("e"), now)];
            },
            CancellationToken.None);
        Assert.Equal([3, 4], states);
        Assert.Equal([new Revision(3)], Store.Reads);
        Assert.Equal(5, decided.After.SavedTutorials.Count);
        Assert.True((await Verify()).IsSound);
    }

    [Fact]
    public async Task Who_read_before_an_append_and_comes_back_after_it_makes_nobody_forget_it()
    {
        await Save(NewProcess(), Command("one"), "a");
        var learners = NewProcess();
        var held = new TaskCompletionSource();
        Store.OnReadEnd = () => held.Task;
        var slow = learners.Load(Zoe, CancellationToken.None).AsTask();
        Store.OnReadEnd = () => Task.CompletedTask;
        await Save(learners, Command("two"), "b");

        held.SetResult();

        Assert.Single((await slow).State.SavedTutorials);
        Assert.Equal(2, (await learners.Load(Zoe, CancellationToken.None)).State.SavedTutorials.Count);
    }

    [Fact]
    public async Task After_an_append_whose_outcome_is_unknown_the_stream_is_read_again()
    {
        var learners = NewProcess();
        await Save(learners, Command("one"), "a");
        Store.OnAppend = async append =>
        {
            await append();
            throw new LogUnavailableException("log_io_error", "The answer was lost.");
        };
        await Assert.ThrowsAsync<LogUnavailableException>(() => Save(learners, Command("two"), "b"));

        Assert.Equal(2, (await learners.Load(Zoe, CancellationToken.None)).State.SavedTutorials.Count);
    }

    [Fact]
    public async Task Different_commands_at_once_all_land()
    {
        var processes = new[] { NewProcess(), NewProcess() };
        await Task.WhenAll(Enumerable.Range(0, 40).Select(index => Task.Run(() => Save(processes[index % 2], Command($"{index}"), $"{index}"))));
        Assert.Equal(40, (await NewProcess().Load(Zoe, CancellationToken.None)).State.SavedTutorials.Count);
        Assert.True((await Verify()).IsSound);
    }

    [Fact]
    public async Task An_instant_is_never_before_the_previous_events()
    {
        var learners = NewProcess();
        await Save(learners, Command("one"), "a");
        Clock.Advance(TimeSpan.FromMinutes(-5));
        await Save(learners, Command("two"), "b");
        await Save(NewProcess(), Command("three"), "c");
        Clock.Advance(TimeSpan.FromMinutes(6));
        await Save(learners, Command("four"), "d");
        var instants = (await Stored()).Select(record => EventMetadata.Read(record.Metadata).At).ToList();
        Assert.Equal(4, instants.Count);
        Assert.Equal(instants.Order(), instants);
        Assert.Equal(TimeSpan.FromMinutes(1), instants[3] - instants[2]);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_the_stream_goes_on()
    {
        var learners = NewProcess();
        var refused = await Save(learners, Command("large"), new string('a', IEventStore.MaximumAppendBytes));
        Assert.Equal("too_large", refused.Refusal?.Code);
        Assert.True((int)refused.Refusal!.Figures["bytes"] > IEventStore.MaximumAppendBytes);
        Assert.Equal(Revision.First, (await Save(learners, Command("small"), "a")).Revision);
    }

    [Fact]
    public async Task A_history_is_every_event_with_its_revision()
    {
        var learners = NewProcess();
        await Register(learners);
        await Save(learners, Command("one"), "a");
        var history = new List<(Revision, Type)>();
        await foreach (var (revision, happened) in learners.History(Zoe, CancellationToken.None)) history.Add((revision, happened.GetType()));
        Assert.Equal([(Revision.First, typeof(LearnerRegistered)), (new Revision(1), typeof(TutorialSaved))], history);
    }
}

using Xunit;

namespace Pix.EventStore.Tests;

/// <summary>A command that is sent again, by its client or by us, happens once.</summary>
public sealed class RetryTests : LearnerTestBase
{
    [Fact]
    public async Task A_retry_is_answered_with_the_same_events_also_after_later_ones_and_by_another_process()
    {
        var learners = NewProcess();
        await Save(learners, Command("before"), "a");
        var first = await Save(learners, Command("retried"), "b", "c");
        await Save(learners, Command("after"), "d");
        Clock.Advance(TimeSpan.FromDays(1));
        foreach (var process in new[] { learners, NewProcess() })
        {
            var again = await Save(process, Command("retried"), "something else");
            Assert.Equal(first.Events, again.Events);
            Assert.Equal((first.Revision, first.Position), (again.Revision, again.Position));
            Assert.Equal(first.Before.SavedTutorials, again.Before.SavedTutorials);
            Assert.Equal(first.After.SavedTutorials, again.After.SavedTutorials);
        }

        Assert.Equal(4, (await Stored()).Count);
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        var learners = NewProcess();
        await Save(learners, Command("key"), "a");
        var reused = await Save(learners, Command("key", "another digest"), "b");
        Assert.Equal("idempotency_key_reused", reused.Refusal?.Code);
        Assert.Single(await Stored());
    }

    [Fact]
    public async Task Two_copies_at_once_write_once_and_get_the_same_answer()
    {
        var learners = NewProcess();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Save(learners, Command("copied"), "a"))));
        Assert.Equal(both[0].Events, both[1].Events);
        Assert.Equal(both[0].Position, both[1].Position);
        Assert.Single(await Stored());
    }

    [Fact]
    public async Task A_copy_decided_by_a_process_that_has_not_seen_the_first_one_writes_nothing_and_breaks_no_chain()
    {
        var (ours, theirs) = (NewProcess(), NewProcess());
        await Save(ours, Command("one"), "a");
        await theirs.Load(Zoe, CancellationToken.None);
        var first = await Save(ours, Command("copied"), "b");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var copy = await Save(theirs, Command("copied"), "b");
        Assert.Equal(first.Events, copy.Events);
        await Save(theirs, Command("three"), "c");
        Assert.Equal(3, (await Stored()).Count);
        Assert.Empty((await Verify()).Broken);
    }

    [Fact]
    public async Task An_append_whose_answer_is_lost_is_sent_again_unchanged_and_lands_once()
    {
        LoseAnswers(1);
        var decided = await Save(NewProcess(), Command("lost"), "a");
        Assert.Null(decided.Refusal);
        var sent = Store.Appends.ToList();
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Select(record => record.Id), sent[1].Select(record => record.Id));
        Assert.Equal(sent[0][0].Data.ToArray(), sent[1][0].Data.ToArray());
        Assert.Equal(sent[0][0].Metadata.ToArray(), sent[1][0].Metadata.ToArray());
        Assert.Single(await Stored());
    }

    [Fact]
    public async Task An_append_whose_every_answer_is_lost_is_found_by_the_clients_retry()
    {
        var learners = NewProcess();
        await Save(learners, Command("one"), "a");
        LoseAnswers(3);
        await Assert.ThrowsAsync<LogUnavailableException>(() => Save(learners, Command("lost"), "b"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        var again = await Save(learners, Command("lost"), "b");
        Assert.Equal(new Revision(1), again.Revision);
        await Save(learners, Command("three"), "c");
        Assert.Equal(3, (await Stored()).Count);
        Assert.Empty((await Verify()).Broken);
    }

    [Fact]
    public async Task A_full_log_is_not_asked_again()
    {
        Store.OnAppend = _ => throw new LogUnavailableException("log_full", "no room left");
        var failure = await Assert.ThrowsAsync<LogUnavailableException>(() => Save(NewProcess(), Command("full"), "a"));
        Assert.Equal("log_full", failure.Code);
        Assert.Single(Store.Appends);
    }

    private void LoseAnswers(int count) => Store.OnAppend = async append =>
    {
        var answer = await append();
        return count-- > 0 ? throw new LogUnavailableException("log_unreachable", "the answer was lost") : answer;
    };
}

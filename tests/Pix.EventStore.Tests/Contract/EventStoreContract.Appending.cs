using Xunit;

namespace Pix.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [ContractFact]
    public async Task The_first_append_to_a_stream_starts_at_revision_0()
    {
        await using var log = await OpenLog();
        var appended = await AppendNow(log, Stream("a"), Revision.None, Record());
        Assert.Equal(Revision.First, appended.Revision);
        Assert.True(appended.Position > Position.Start);
    }

    [ContractFact]
    public async Task An_append_at_the_expected_revision_answers_where_its_last_record_is()
    {
        await using var log = await OpenLog();
        var first = await AppendNow(log, Stream("a"), Revision.None, Records(2));
        var second = await AppendNow(log, Stream("a"), first.Revision, Records(3));
        Assert.Equal(new Revision(4), second.Revision);
        Assert.Equal((await StreamOf(log, Stream("a"), Revision.First))[^1].Position, second.Position);
        Assert.Equal(second.Position, await log.Head(CancellationToken.None));
    }

    [ContractTheory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(2)]
    public async Task An_append_at_another_revision_conflicts_and_writes_nothing(int expected)
    {
        await using var log = await OpenLog();
        await AppendNow(log, Stream("a"), Revision.None, Records(2));
        var result = await log.Append(Stream("a"), new Revision(expected), Records(1), CancellationToken.None);
        Assert.Equal(new AppendResult.Conflict(new Revision(1)), result);
        Assert.Equal(2, (await StreamOf(log, Stream("a"), Revision.First)).Count);
    }

    [ContractFact]
    public async Task An_append_that_expects_a_stream_which_does_not_exist_conflicts_at_none()
    {
        await using var log = await OpenLog();
        var result = await log.Append(Stream("a"), Revision.First, Records(1), CancellationToken.None);
        Assert.Equal(new AppendResult.Conflict(Revision.None), result);
        Assert.Empty(await AllOf(log, Beginning));
    }

    [ContractTheory]
    [InlineData(1, 0)]
    [InlineData(1, 4)]
    [InlineData(3, 0)]
    [InlineData(3, 4)]
    public async Task A_retry_is_answered_like_the_first_write(int count, int behind)
    {
        await using var log = await OpenLog();
        foreach (var expected in new[] { Revision.None, new Revision(count + behind - 1) })
        {
            var records = Records(count);
            var first = await AppendNow(log, Stream("a"), expected, records);
            if (behind > 0) await AppendNow(log, Stream("a"), first.Revision, Records(behind));
            Assert.Equal(first, await log.Append(Stream("a"), expected, records, CancellationToken.None));
        }

        Assert.Equal(2 * (count + behind), (await StreamOf(log, Stream("a"), Revision.First)).Count);
    }

    [ContractFact]
    public async Task Partly_matching_ids_conflict()
    {
        await using var log = await OpenLog();
        var written = Records(3);
        await AppendNow(log, Stream("a"), Revision.None, written);
        foreach (var records in new NewRecord[][]
        {
            [written[0], Record(), written[2]],
            [Record(), written[1], written[2]],
            [written[1], written[2]],
            [.. written, Record()],
        })
        {
            var result = await log.Append(Stream("a"), Revision.None, records, CancellationToken.None);
            Assert.Equal(new AppendResult.Conflict(new Revision(2)), result);
        }

        AssertSame(written, await StreamOf(log, Stream("a"), Revision.First));
    }

    [ContractFact]
    public async Task The_same_ids_in_another_stream_are_another_append()
    {
        await using var log = await OpenLog();
        var records = Records(2);
        var first = await AppendNow(log, Stream("a"), Revision.None, records);
        var second = await AppendNow(log, Stream("b"), Revision.None, records);
        Assert.True(second.Position > first.Position);
    }

    [ContractFact]
    public async Task One_mebibyte_is_written_and_one_byte_more_is_not()
    {
        await using var log = await OpenLog();
        NewRecord OfBytes(int size) => new(Guid.NewGuid(), "Type", new byte[size - (2 * 4) - 10], new byte[10]);
        await AppendNow(log, Stream("a"), Revision.None, OfBytes(IEventStore.MaximumAppendBytes));
        var half = OfBytes(IEventStore.MaximumAppendBytes / 2);
        var result = await log.Append(
            Stream("a"), Revision.First, [half, OfBytes((IEventStore.MaximumAppendBytes / 2) + 1)], CancellationToken.None);
        Assert.Equal(new AppendResult.TooLarge(IEventStore.MaximumAppendBytes + 1), result);
        Assert.Single(await AllOf(log, Beginning));
    }

    [ContractFact]
    public async Task What_no_stream_can_hold_is_refused()
    {
        await using var log = await OpenLog();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => log.Append(Stream("a"), Revision.None, [], CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => log.Append(new StreamName(""), Revision.None, Records(1), CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => log.Append(Stream("\ud800"), Revision.None, Records(1), CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => log.Append(Stream("a"), new Revision(-2), Records(1), CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => log.Append(Stream("a"), Revision.None, [Record() with { Id = Guid.Empty }], CancellationToken.None));
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => log.Append(new StreamName("nobody's-1"), Revision.None, Records(1), CancellationToken.None));
        Assert.Empty(await AllOf(log, Beginning));
    }

    [ContractFact]
    public async Task An_append_that_is_cancelled_beforehand_is_not_written()
    {
        await using var log = await OpenLog();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => log.Append(Stream("a"), Revision.None, Records(1), new CancellationToken(canceled: true)));
        Assert.Empty(await AllOf(log, Beginning));
    }

    [ContractFact]
    public async Task Of_64_concurrent_writers_to_one_stream_one_wins_each_revision()
    {
        await using var log = await OpenLog();
        const int Rounds = 20;
        for (var expected = Revision.None; expected.Value < Rounds - 1; expected += 1)
        {
            var at = expected;
            var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ =>
                Task.Run(() => log.Append(Stream("a"), at, Records(1), CancellationToken.None))));
            Assert.Single(results.OfType<AppendResult.Appended>());
            Assert.Equal(63, results.OfType<AppendResult.Conflict>().Count(conflict => conflict.Actual == at + 1));
        }

        Assert.Equal(Rounds, (await StreamOf(log, Stream("a"), Revision.First)).Count);
    }

    [ContractFact]
    public async Task A_large_append_is_seen_whole_or_not_at_all()
    {
        await using var log = await OpenLog();
        const int Size = 50;
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var reads = 0;
            do
            {
                Assert.Equal(0, (await StreamOf(log, Stream("a"), Revision.First)).Count % Size);
                reads++;
            }
            while (!done.IsCancellationRequested);
            return reads;
        });
        for (var index = 0; index < 20; index++) await AppendNow(log, Stream("a"), new Revision((index * Size) - 1), Records(Size));
        await done.CancelAsync();
        Assert.True(await reader > 0);
    }
}

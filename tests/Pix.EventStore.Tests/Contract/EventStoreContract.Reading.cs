using System.Text;
using Xunit;

namespace Pix.EventStore.Tests;

public abstract partial class EventStoreContract
{
    [ContractFact]
    public async Task A_stream_is_read_from_a_revision_on()
    {
        await using var log = await OpenLog();
        var written = Records(1500);
        await AppendNow(log, Stream("other"), Revision.None, Records(1));
        await AppendNow(log, Stream("a"), Revision.None, written);
        foreach (var from in new[] { 0, 1, 700, 1499, 1500, 9000 })
        {
            var read = await StreamOf(log, Stream("a"), new Revision(from));
            AssertSame(written.Skip(from), read);
            Assert.Equal(Enumerable.Range(0, read.Count).Select(index => (long)from + index), read.Select(record => record.Revision.Value));
            Assert.All(read, record => Assert.Equal(Stream("a"), record.Stream));
        }
    }

    [ContractFact]
    public async Task A_stream_that_does_not_exist_is_empty()
    {
        await using var log = await OpenLog();
        Assert.Empty(await StreamOf(log, Stream("nobody"), Revision.First));
        Assert.Empty(await StreamOf(log, Stream("nobody"), new Revision(5)));
    }

    [ContractFact]
    public async Task What_nothing_was_written_to_is_one_empty_page_caught_up()
    {
        await using var log = await OpenLog();
        var page = Assert.Single(await PagesOf(log, Beginning));
        Assert.Empty(page.Records);
        Assert.True(page.CaughtUp);
        Assert.Equal(Beginning, page.Last);
        Assert.Equal(Beginning, await log.Head(CancellationToken.None));
    }

    [ContractFact]
    public async Task The_whole_log_comes_in_order_and_only_its_last_page_is_caught_up()
    {
        await using var log = await OpenLog();
        const int Streams = 7;
        const int PerStream = 1500;
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(stream => AppendNow(log, Stream($"{stream}"), Revision.None, Records(PerStream))));
        var pages = await PagesOf(log, Beginning);
        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.Equal(page == pages[^1], page.CaughtUp));
        Assert.All(pages, page => Assert.Equal(page.Records[^1].Position, page.Last));
        Record[] all = [.. pages.SelectMany(page => page.Records)];
        Assert.Equal(Streams * PerStream, all.Length);
        AssertInOrder(all);
        AssertNoGap(all);
    }

    [ContractFact]
    public async Task The_log_is_read_after_any_position()
    {
        await using var log = await OpenLog();
        for (var index = 0; index < 30; index++) await AppendNow(log, Stream($"{index % 3}"), new Revision((index / 3) - 1), Record());
        var all = await AllOf(log, Beginning);
        for (var index = 0; index < all.Count; index++)
        {
            var rest = await AllOf(log, all[index].Position);
            Assert.Equal(all.Skip(index + 1).Select(record => record.Id), rest.Select(record => record.Id));
        }

        var behind = Assert.Single(await PagesOf(log, all[^1].Position));
        Assert.True(behind.CaughtUp);
        Assert.Equal(all[^1].Position, behind.Last);
    }

    [ContractFact]
    public async Task Large_records_make_smaller_pages()
    {
        await using var log = await OpenLog();
        const int Count = 12;
        for (var index = 0; index < Count; index++)
            await AppendNow(log, Stream("a"), new Revision(index - 1), new NewRecord(Guid.NewGuid(), "Large", new byte[1_000_000], new byte[10]));
        var pages = await PagesOf(log, Beginning);
        Assert.True(pages.Count > 1);
        Assert.Equal(Count, pages.Sum(page => page.Records.Count));
        Assert.Equal(Count, (await StreamOf(log, Stream("a"), Revision.First)).Count);
    }

    [ContractFact]
    public async Task Names_keep_every_character()
    {
        await using var log = await OpenLog();
        string[] names = ["élève", "ÉLÈVE", "e\u0301le\u0300ve", "漢字 😀", "a'b\"c`d", "100%_*?", " ", "a\tb\nc", "--", "a/b\\c", new string('x', 500)];
        foreach (var name in names) await AppendNow(log, Stream(name), Revision.None, new NewRecord(Guid.NewGuid(), $"Type {name}", new byte[1], default));
        foreach (var name in names)
        {
            var record = Assert.Single(await StreamOf(log, Stream(name), Revision.First));
            Assert.Equal(Stream(name), record.Stream);
            Assert.Equal($"Type {name}", record.Type);
        }

        Assert.Equal(names.Select(Stream), (await AllOf(log, Beginning)).Select(record => record.Stream));
    }

    [ContractFact]
    public async Task Bytes_and_ids_come_back_exactly_also_after_the_log_was_closed()
    {
        byte[] everyByte = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        NewRecord[] written =
        [
            new(Guid.NewGuid(), "Both", everyByte, Encoding.UTF8.GetBytes("{\"b\":1, \"a\":\"é\"}")),
            new(new Guid("00010203-0405-0607-0809-0a0b0c0d0e0f"), "NoMetadata", everyByte, default),
            new(Guid.CreateVersion7(), "NoData", default, everyByte),
            new(Guid.NewGuid(), "Neither", default, default),
        ];
        await using (var log = await OpenLog())
        {
            await AppendNow(log, Stream("a"), Revision.None, written);
            AssertSame(written, await StreamOf(log, Stream("a"), Revision.First));
            AssertSame(written, await AllOf(log, Beginning));
        }

        await using var again = await OpenLog();
        AssertSame(written, await StreamOf(again, Stream("a"), Revision.First));
        var retried = await AppendNow(again, Stream("a"), Revision.None, written);
        Assert.Equal(retried.Position, await again.Head(CancellationToken.None));
        var next = await AppendNow(again, Stream("a"), retried.Revision, Record());
        Assert.True(next.Position > retried.Position);
    }
}

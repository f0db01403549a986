using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Pix.Domain;
using Pix.Testing;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class ChainTests : LearnerTestBase
{
    private const string Link = ",\"chain\":\"";

    [Fact]
    public async Task Anybody_can_recompute_a_chain_from_what_is_stored()
    {
        var previous = new byte[32];
        foreach (var record in await ARichStream())
        {
            var stored = Encoding.UTF8.GetString(record.Metadata.Span);
            var cut = stored.LastIndexOf(Link, StringComparison.Ordinal);
            using var covered = new MemoryStream();
            covered.Write(previous);
            foreach (var text in new[] { record.Stream.Value, $"{record.Revision.Value}", $"{record.Id:D}", record.Type, stored[..cut] + "}" })
                Add(covered, Encoding.UTF8.GetBytes(text));
            Add(covered, record.Data.ToArray());
            previous = SHA256.HashData(covered.ToArray());
            Assert.Equal(Convert.ToHexStringLower(previous), stored[(cut + Link.Length)..^2]);
        }

        static void Add(MemoryStream covered, byte[] part)
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            covered.Write(length);
            covered.Write(part);
        }
    }

    [Fact]
    public async Task A_sound_log_is_counted()
    {
        var records = await ARichStream();
        var report = await Verify();
        Assert.Equal((records.Count, 1, true), (report.Events, report.Streams, report.IsSound));
    }

    [Fact]
    public async Task Erasing_a_person_leaves_every_chain_valid()
    {
        await ARichStream();
        await Keys.Destroy(StoredEventExamples.Person, CancellationToken.None);
        Assert.True((await Verify()).IsSound);
    }

    [Fact]
    public async Task A_flipped_bit_is_found_wherever_it_is()
    {
        var records = await ARichStream();
        var third = records[2];
        await AssertFound(records, 2, third with { Data = Flipped(third.Data) });
        await AssertFound(records, 2, third with { Metadata = Flipped(third.Metadata) });
        await AssertFound(records, 2, third with { Type = third.Type.Replace("v1", "v2", StringComparison.Ordinal) });
        await AssertFound(records, 2, third with { Id = Guid.NewGuid() });
        await AssertFound(records, 2, third with { Metadata = "{}"u8.ToArray() });
    }

    [Fact]
    public async Task A_missing_event_is_found()
    {
        var records = await ARichStream();
        AssertBroken(await VerificationOf([.. records[..2], .. records[3..]]), 3);
    }

    [Fact]
    public async Task Swapped_events_are_found()
    {
        var records = await ARichStream();
        AssertBroken(await VerificationOf([records[0], records[2], records[1], .. records[3..]]), 2);
        var (one, two) = (records[1], records[2]);
        AssertBroken(await VerificationOf([records[0], two with { Revision = one.Revision }, one with { Revision = two.Revision }]), 1);
    }

    [Fact]
    public async Task An_event_moved_to_another_stream_is_found()
    {
        var records = await ARichStream();
        var elsewhere = Streams.Learner(new LearnerId(Guid.NewGuid()));
        var report = await VerificationOf([.. records.Select(record => record with { Stream = elsewhere })]);
        Assert.Contains($"{elsewhere} is broken at revision 0", Assert.Single(report.Broken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_stream_hides_no_other()
    {
        var records = await ARichStream();
        var elsewhere = Streams.Learner(new LearnerId(Guid.NewGuid()));
        var report = await VerificationOf([.. records.Select(record => record with { Stream = elsewhere }), .. records]);
        Assert.Equal((2L, 1), (report.Streams, report.Broken.Count));
    }

    [Fact]
    public async Task Any_change_of_one_byte_is_found()
    {
        var records = await ARichStream();
        Prop.ForAll(
            (from index in Gen.Choose(0, records.Count - 1) from at in Gen.Choose(0, 100_000) select (index, at)).ToArbitrary(),
            Gen.Choose(1, 255).ToArbitrary(),
            (place, change) =>
            {
                var record = records[place.index];
                var bytes = record.Metadata.Length + record.Data.Length;
                var at = place.at % bytes;
                var changed = at < record.Data.Length
                    ? record with { Data = Changed(record.Data, at, change) }
                    : record with { Metadata = Changed(record.Metadata, at - record.Data.Length, change) };
                AssertFound(records, place.index, changed).GetAwaiter().GetResult();
            }).QuickCheckThrowOnFailure();
    }

    private static byte[] Flipped(ReadOnlyMemory<byte> bytes) => Changed(bytes, bytes.Length / 2, 1);

    private static byte[] Changed(ReadOnlyMemory<byte> bytes, int at, int change)
    {
        var changed = bytes.ToArray();
        changed[at] ^= (byte)change;
        return changed;
    }

    private static async Task AssertFound(List<Record> records, int index, Record changed)
    {
        var tampered = records.ToList();
        tampered[index] = changed;
        AssertBroken(await VerificationOf(tampered), index);
    }

    private static void AssertBroken(VerificationReport report, int revision) =>
        Assert.Contains($"The chain of {Zoe} is broken at revision {revision}:", Assert.Single(report.Broken), StringComparison.Ordinal);

    private static Task<VerificationReport> VerificationOf(IReadOnlyList<Record> records) =>
        Verification.Verify(new RecordedLog(records), null, CancellationToken.None);

    private async Task<List<Record>> ARichStream()
    {
        var learners = NewProcess();
        foreach (var happened in StoredEventExamples.OfLearner())
            await learners.Decide(Zoe, Command(happened.GetType().Name), (_, _) => Decision.Of([happened]), CancellationToken.None);
        return await Stored();
    }
}

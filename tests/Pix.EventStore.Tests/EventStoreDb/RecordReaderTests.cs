using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Pix.EventStore.Protocol;
using Xunit;

namespace Pix.EventStore.Tests;

public sealed class RecordReaderTests
{
    private readonly RecordReader _reader = new();

    [Fact]
    public void Any_event_is_read_as_the_generated_classes_read_it() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<(Guid Id, NonNegativeInt Revision, NonNegativeInt Position, byte[] Data, byte[] Metadata)>(),
        ArbMap.Default.ArbFor<(NonEmptyString Stream, NonEmptyString Type, bool AsText, bool IsLinked)>(),
        (content, names) =>
        {
            var (stream, type) = (Valid(names.Stream.Get), Valid(names.Type.Get));
            var position = (ulong)content.Position.Get << 32;
            var told = Told(content.Id, stream, type, names.AsText);
            told.StreamRevision = (ulong)content.Revision.Get;
            (told.CommitPosition, told.PreparePosition) = (position, position);
            (told.Data, told.CustomMetadata) = (ByteString.CopyFrom(content.Data), ByteString.CopyFrom(content.Metadata));
            var response = new ReadResp { Event = new ReadResp.Types.ReadEvent { Event = told, CommitPosition = position } };
            if (names.IsLinked) response.Event.Link = Told(Guid.NewGuid(), "$ce-somebody", "$>", asText: false);
            var record = _reader.Read(response.ToByteArray())!;
            Assert.Equal(
                (content.Id, stream, type, (long)content.Revision.Get, (long)position),
                (record.Id, record.Stream.Value, record.Type, record.Revision.Value, record.Position.Value));
            Assert.Equal(content.Data, record.Data.ToArray());
            Assert.Equal(content.Metadata, record.Metadata.ToArray());
        }));

    [Fact]
    public void Everything_else_that_is_told_is_no_record()
    {
        foreach (var response in new ReadResp[]
        {
            new(),
            new() { Confirmation = new ReadResp.Types.SubscriptionConfirmation { SubscriptionId = "one" } },
            new() { Checkpoint = new ReadResp.Types.Checkpoint { CommitPosition = ulong.MaxValue, PreparePosition = ulong.MaxValue } },
            new() { StreamNotFound = new ReadResp.Types.StreamNotFound { StreamIdentifier = new StreamIdentifier { StreamName = ByteString.CopyFromUtf8("a") } } },
            new() { FirstStreamPosition = 1 },
            new() { LastStreamPosition = 7 },
            new() { LastAllStreamPosition = new AllStreamPosition { CommitPosition = 3, PreparePosition = 3 } },
            new() { CaughtUp = new ReadResp.Types.CaughtUp() },
            new() { FellBehind = new ReadResp.Types.FellBehind() },
        })
        {
            Assert.Null(_reader.Read(response.ToByteArray()));
        }
    }

    [Theory]
    [InlineData("session-planning", true)]
    [InlineData("session-12", false)]
    [InlineData("personkey-00000000-0000-0000-0000-000000000001", false)]
    public void An_event_without_one_position_is_passed_over_when_it_is_others_and_refused_when_it_is_ours(string stream, bool isPassedOver)
    {
        var told = Told(Guid.NewGuid(), stream, "Something", asText: false);
        (told.CommitPosition, told.PreparePosition) = (20, 10);
        var message = new ReadResp { Event = new ReadResp.Types.ReadEvent { Event = told } }.ToByteArray();
        if (isPassedOver) Assert.Null(_reader.Read(message));
        else Assert.Throws<GrpcFailure>(() => _reader.Read(message));
    }

    [Fact]
    public void Any_bytes_are_a_record_or_nothing_or_a_failure_of_the_log() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        ArbMap.Default.ArbFor<NonNegativeInt>(),
        (bytes, cut) =>
        {
            var whole = new ReadResp { Event = new ReadResp.Types.ReadEvent { Event = Told(Guid.NewGuid(), "learner-a", "Type", asText: false) } }.ToByteArray();
            foreach (var message in new[] { bytes, whole[..(cut.Get % whole.Length)], [.. whole, .. bytes] })
            {
                try
                {
                    _reader.Read(message);
                }
                catch (GrpcFailure failure)
                {
                    Assert.Equal(GrpcStatus.Unavailable, failure.Status);
                }
            }
        }));

    private static string Valid(string text) => string.Concat(text.EnumerateRunes());

    private static ReadResp.Types.ReadEvent.Types.RecordedEvent Told(Guid id, string stream, string type, bool asText) => new()
    {
        Id = asText ? new UUID { String = id.ToString() } : Uuids.Write(id),
        StreamIdentifier = new StreamIdentifier { StreamName = ByteString.CopyFromUtf8(stream) },
        Metadata = { ["created"] = "1", ["type"] = type, ["content-type"] = "application/json" },
    };
}

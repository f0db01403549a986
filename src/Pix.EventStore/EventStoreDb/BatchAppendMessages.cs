using System.Text;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>An append as the protocol says it, and its answer as we do.</summary>
internal static class BatchAppendMessages
{
    // A server takes messages of 4 MiB; many small events weigh more on the wire than in the log.
    private const int BytesPerMessage = 512 * 1024;
    private const int BytesPerEnvelope = 128;

    /// <summary>One message or, for a large append, several under the same correlation id: the server writes when it has the final one.</summary>
    public static IEnumerable<BatchAppendReq> Write(Guid correlation, PendingAppend append, TimeSpan deadline)
    {
        var message = new BatchAppendReq { CorrelationId = Uuids.Write(correlation), Options = Options(append, deadline) };
        var bytes = 0;
        foreach (var record in append.Records)
        {
            if (bytes >= BytesPerMessage)
            {
                yield return message;
                message = new BatchAppendReq { CorrelationId = Uuids.Write(correlation) };
                bytes = 0;
            }

            message.ProposedMessages.Add(Propose(record));
            bytes += record.Size + BytesPerEnvelope;
        }

        message.IsFinal = true;
        yield return message;
    }

    /// <summary>What became of it. Throws <see cref="GrpcFailure"/> when the server says neither yes nor no.</summary>
    public static AppendResult Read(BatchAppendResp response, int bytes)
    {
        if (response.ResultCase == BatchAppendResp.ResultOneofCase.Success)
        {
            var success = response.Success;

            // A retry may be answered without its position, which the caller then looks up; no event is at the start.
            var position = success.PositionOptionCase == BatchAppendResp.Types.Success.PositionOptionOneofCase.Position
                ? new Position((long)success.Position.CommitPosition)
                : Position.Start;
            return new AppendResult.Appended(new Revision((long)success.CurrentRevision), position);
        }

        var error = response.Error ?? throw new GrpcFailure(GrpcStatus.Unknown, "The server answered an append with nothing.");
        if (error.Details?.TryUnpack<WrongExpectedVersion>(out var wrong) == true) return new AppendResult.Conflict(Actual(wrong));
        if (error.Details?.Is(MaximumAppendSizeExceeded.Descriptor) == true) return new AppendResult.TooLarge(bytes);
        if (error.Details?.Is(StreamDeleted.Descriptor) == true)
            throw new GrpcFailure((GrpcStatus)error.Code, error.Message) { Kind = GrpcFailure.StreamDeleted };

        // A server that is not ready, or busy, says so without a code.
        throw new GrpcFailure(error.Code == 0 ? GrpcStatus.Unavailable : (GrpcStatus)error.Code, error.Message);
    }

    private static Revision Actual(WrongExpectedVersion wrong) =>
        wrong.CurrentStreamRevisionOptionCase == WrongExpectedVersion.CurrentStreamRevisionOptionOneofCase.CurrentStreamRevision
            ? new Revision((long)wrong.CurrentStreamRevision)
            : Revision.None;

    private static BatchAppendReq.Types.Options Options(PendingAppend append, TimeSpan deadline)
    {
        var options = new BatchAppendReq.Types.Options
        {
            StreamIdentifier = Name(append.Stream),
            Deadline = Duration.FromTimeSpan(deadline),
        };
        if (append.Expected == Revision.None) options.NoStream = new Google.Protobuf.WellKnownTypes.Empty();
        else options.StreamPosition = (ulong)append.Expected.Value;
        return options;
    }

    private static BatchAppendReq.Types.ProposedMessage Propose(NewRecord record) => new()
    {
        Id = Uuids.Write(record.Id),
        Metadata = { ["type"] = record.Type, ["content-type"] = "application/json" },
        CustomMetadata = UnsafeByteOperations.UnsafeWrap(record.Metadata),
        Data = UnsafeByteOperations.UnsafeWrap(record.Data),
    };

    /// <summary>A stream's name as the protocol writes it.</summary>
    public static StreamIdentifier Name(StreamName stream) =>
        new() { StreamName = UnsafeByteOperations.UnsafeWrap(Encoding.UTF8.GetBytes(stream.Value)) };
}

using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pix.EventStore;
using Pix.EventStore.Protocol;

namespace Pix.Testing;

/// <summary>Streams/BatchAppend: appends in pieces, written when the final piece is there.</summary>
internal sealed class BatchAppendService(ServerLog log, ServerFaults faults)
{
    private const int MaximumAppendBytes = 1024 * 1024;
    private int _retries;

    public async Task Serve(ServerCall call)
    {
        var pieces = new Dictionary<Guid, (BatchAppendReq.Types.Options Options, List<ProposedEvent> Events)>();
        while (await call.Read(BatchAppendReq.Parser) is { } request)
        {
            if (faults.Leader is { } leader && call.RequiresLeader)
            {
                await EventStoreDbTestServer.RefuseToLead(call, leader);
                return;
            }

            var correlation = Uuids.Read(request.CorrelationId);
            if (request.Options is not null) pieces[correlation] = (request.Options, []);
            var (options, events) = pieces[correlation];
            events.AddRange(request.ProposedMessages.Select(Propose));
            if (!request.IsFinal) continue;
            pieces.Remove(correlation);
            await faults.Gate.WaitAsync(call.Aborted);
            if (await Append(request.CorrelationId, options, events) is not { } answer) continue;
            if (answer == Lost)
            {
                call.Abort();
                return;
            }

            await call.Answer(answer);
        }

        // As servers do when every append is answered before they learn that there are no more: the call stays open.
        await Task.Delay(Timeout.InfiniteTimeSpan, call.Aborted);
    }

    private static BatchAppendResp Lost { get; } = new();

    private async Task<BatchAppendResp?> Append(UUID correlation, BatchAppendReq.Types.Options options, List<ProposedEvent> events)
    {
        await Task.Yield();
        var fault = faults.TakeAppendFault();
        if (fault == AppendFault.LostBeforeWriting) return Lost;
        var answer = new BatchAppendResp { CorrelationId = correlation, StreamIdentifier = options.StreamIdentifier };
        if (faults.IsNotReadyToAppend) answer.Error = new RpcStatus { Message = "Server Is Not Ready", Details = Any.Pack(new Google.Protobuf.WellKnownTypes.Empty()) };
        else if (events.Exists(one => one.Id == Guid.Empty)) answer.Error = Error(GrpcStatus.InvalidArgument, "BadRequest", new Pix.EventStore.Protocol.Empty());
        else if (events.Sum(one => (2 * one.Type.Length) + one.Data.Length + one.Metadata.Length) > MaximumAppendBytes)
            answer.Error = Error(GrpcStatus.InvalidArgument, "MaximumAppendSizeExceeded", new MaximumAppendSizeExceeded { MaxAppendSize = MaximumAppendBytes });
        else Write(answer, options, events);
        return fault switch
        {
            AppendFault.LostAfterWriting => Lost,
            AppendFault.NeverAnswered => null,
            _ => answer,
        };
    }

    private void Write(BatchAppendResp answer, BatchAppendReq.Types.Options options, List<ProposedEvent> events)
    {
        var expected = options.ExpectedStreamPositionCase switch
        {
            BatchAppendReq.Types.Options.ExpectedStreamPositionOneofCase.StreamPosition => (long)options.StreamPosition,
            BatchAppendReq.Types.Options.ExpectedStreamPositionOneofCase.NoStream => -1,
            var other => throw new NotSupportedException($"Nobody here appends on {other}."),
        };
        var outcome = log.Append(options.StreamIdentifier.StreamName.ToStringUtf8(), expected, events);
        switch (outcome.Kind)
        {
            case ServerOutcomeKind.WrongVersion:
                answer.Error = Error(GrpcStatus.AlreadyExists, "WrongExpectedVersion", Wrong(outcome.Revision, expected));
                break;
            case ServerOutcomeKind.Deleted:
                answer.Error = Error((GrpcStatus)5, "StreamDeleted", new StreamDeleted { StreamIdentifier = options.StreamIdentifier });
                break;
            default:
                answer.Success = Success(outcome);
                break;
        }
    }

    // A retry is sometimes answered without its position.
    private BatchAppendResp.Types.Success Success(ServerOutcome outcome)
    {
        var success = new BatchAppendResp.Types.Success { CurrentRevision = (ulong)outcome.Revision };
        if (outcome.Kind == ServerOutcomeKind.WrittenBefore && Interlocked.Increment(ref _retries) % 2 == 0)
            success.NoPosition = new Google.Protobuf.WellKnownTypes.Empty();
        else
            success.Position = new AllStreamPosition { CommitPosition = (ulong)outcome.Position, PreparePosition = (ulong)outcome.Position };
        return success;
    }

    private static WrongExpectedVersion Wrong(long actual, long expected)
    {
        var wrong = new WrongExpectedVersion();
        if (actual < 0) wrong.CurrentNoStream = new Google.Protobuf.WellKnownTypes.Empty();
        else wrong.CurrentStreamRevision = (ulong)actual;
        if (expected < 0) wrong.ExpectedNoStream = new Google.Protobuf.WellKnownTypes.Empty();
        else wrong.ExpectedStreamPosition = (ulong)expected;
        return wrong;
    }

    private static RpcStatus Error(GrpcStatus code, string message, IMessage details) =>
        new() { Code = (int)code, Message = message, Details = Any.Pack(details) };

    private static ProposedEvent Propose(BatchAppendReq.Types.ProposedMessage message) => new(
        Uuids.Read(message.Id), message.Metadata["type"], message.Metadata["content-type"], message.Data, message.CustomMetadata);
}

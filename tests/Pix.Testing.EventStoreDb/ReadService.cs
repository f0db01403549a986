using System.Globalization;
using Google.Protobuf;
using Pix.EventStore;
using Pix.EventStore.Protocol;
using static Pix.EventStore.Protocol.ReadReq.Types;

namespace Pix.Testing;

/// <summary>Streams/Read: one stream, the whole log in either direction, and subscriptions.</summary>
internal sealed class ReadService(ServerLog log, ServerFaults faults)
{
    private const int EventsPerFlush = 32;

    public async Task Serve(ServerCall call)
    {
        var options = (await call.Read(ReadReq.Parser))?.Options;
        if (options is null || !IsComplete(options)) await call.End(GrpcStatus.InvalidArgument, "Exactly one of each group of options is to be set.");
        else if (faults.Leader is { } leader && call.RequiresLeader) await EventStoreDbTestServer.RefuseToLead(call, leader);
        else if (faults.KnowsNoLeader && call.RequiresLeader) await call.End(GrpcStatus.Unknown, "No leader info available in response");
        else if (options.StreamOptionCase == Options.StreamOptionOneofCase.Stream) await ReadStream(call, options);
        else if (options.CountOptionCase == Options.CountOptionOneofCase.Subscription) await Subscribe(call, options);
        else if (options.ReadDirection == Options.Types.ReadDirection.Backwards) await ReadBackwards(call, options);
        else await ReadForwards(call, options);
    }

    private static bool IsComplete(Options options) =>
        options.StreamOptionCase != Options.StreamOptionOneofCase.None
        && options.CountOptionCase != Options.CountOptionOneofCase.None
        && options.FilterOptionCase != Options.FilterOptionOneofCase.None
        && options.UuidOption is { ContentCase: not Options.Types.UUIDOption.ContentOneofCase.None }
        && (options.Filter is not { } filter
            || (filter.WindowCase != Options.Types.FilterOptions.WindowOneofCase.None && filter.CheckpointIntervalMultiplier > 0));

    private async Task ReadStream(ServerCall call, Options options)
    {
        var name = options.Stream.StreamIdentifier;
        var (events, isDeleted) = log.Stream(name.StreamName.ToStringUtf8());
        if (isDeleted)
        {
            await call.End((GrpcStatus)9, $"Event stream '{name.StreamName.ToStringUtf8()}' is deleted.", ("exception", "stream-deleted"));
            return;
        }

        if (events is null)
        {
            await call.Answer(new ReadResp { StreamNotFound = new ReadResp.Types.StreamNotFound { StreamIdentifier = name } });
        }
        else
        {
            var from = (int)Math.Min(options.Stream.Revision, (ulong)events.Count);
            for (var index = from; index < events.Count; index++) await Send(call, events[index], (index - from) % EventsPerFlush == EventsPerFlush - 1);
            await call.Answer(new ReadResp { LastStreamPosition = (ulong)(events.Count - 1) });
        }

        await call.End(GrpcStatus.Ok, string.Empty);
    }

    private async Task ReadForwards(ServerCall call, Options options)
    {
        await faults.SearchGate.WaitAsync(call.Aborted);
        if (await Start(call, options) is not { } index) return;
        ulong sent = 0;
        for (; index < log.Count && sent < options.Count; index++)
        {
            if (!Allows(options.Filter, log.At(index))) continue;
            await Send(call, log.At(index), ++sent % EventsPerFlush == 0);
        }

        await call.Flush();
        await call.End(GrpcStatus.Ok, string.Empty);
    }

    private async Task ReadBackwards(ServerCall call, Options options)
    {
        ulong sent = 0;
        for (var index = log.Count - 1; index >= 0 && sent < options.Count; index--)
        {
            if (!Allows(options.Filter, log.At(index))) continue;
            await Send(call, log.At(index), ++sent % EventsPerFlush == 0);
        }

        await call.Flush();
        await call.End(GrpcStatus.Ok, string.Empty);
    }

    private async Task Subscribe(ServerCall call, Options options)
    {
        if (await Start(call, options) is not { } index) return;
        if (options.All.AllOptionCase == Options.Types.AllOptions.AllOptionOneofCase.Position) index++;
        await call.Answer(new ReadResp { Confirmation = new ReadResp.Types.SubscriptionConfirmation { SubscriptionId = Guid.NewGuid().ToString() } });
        var cut = faults.TakeSubscriptionCut();
        var isCaughtUp = false;
        for (var sent = 0; ; index++)
        {
            while (index >= log.Count)
            {
                if (!isCaughtUp) call.Add(new ReadResp { CaughtUp = new ReadResp.Types.CaughtUp() });
                isCaughtUp = true;
                AddCheckpoint(call);
                await call.Flush();
                await log.GrownBeyond(index).WaitAsync(call.Aborted);
            }

            if (!Allows(options.Filter, log.At(index))) continue;
            await Send(call, log.At(index), flush: isCaughtUp || sent % EventsPerFlush == 0);
            if (++sent != cut) continue;
            await call.Flush();
            call.Abort();
            return;
        }
    }

    private async Task<int?> Start(ServerCall call, Options options)
    {
        if (options.All.AllOptionCase != Options.Types.AllOptions.AllOptionOneofCase.Position) return 0;
        if (log.IndexOf((long)options.All.Position.CommitPosition) is { } index) return index;
        await call.End(GrpcStatus.Unknown, "Exception was thrown by handler.");
        return null;
    }

    // Behind the last event delivered, since the server has looked at others' since: whoever resumed here alone would be told of none in between.
    private void AddCheckpoint(ServerCall call)
    {
        var position = (ulong)(log.End + (faults.CheckpointsBeyondTheEnd ? 1_000_000 : 0));
        call.Add(new ReadResp { Checkpoint = new ReadResp.Types.Checkpoint { CommitPosition = position, PreparePosition = position } });
    }

    private static bool Allows(Options.Types.FilterOptions? filter, ServerEvent candidate) =>
        filter is null || filter.StreamIdentifier.Prefix.Any(prefix => candidate.Stream.StartsWith(prefix, StringComparison.Ordinal));

    private static async Task Send(ServerCall call, ServerEvent sent, bool flush)
    {
        call.Add(new ReadResp
        {
            Event = new ReadResp.Types.ReadEvent
            {
                CommitPosition = (ulong)sent.Position,
                Event = new ReadResp.Types.ReadEvent.Types.RecordedEvent
                {
                    Id = Uuids.Write(sent.Id),
                    StreamIdentifier = new StreamIdentifier { StreamName = ByteString.CopyFromUtf8(sent.Stream) },
                    StreamRevision = (ulong)sent.Revision,
                    CommitPosition = (ulong)sent.Position,
                    PreparePosition = (ulong)sent.Position,
                    Metadata =
                    {
                        ["type"] = sent.Type,
                        ["created"] = DateTimeOffset.UnixEpoch.Ticks.ToString(CultureInfo.InvariantCulture),
                        ["content-type"] = sent.ContentType,
                    },
                    Data = sent.Data,
                    CustomMetadata = sent.Metadata,
                },
            },
        });
        if (flush) await call.Flush();
    }
}

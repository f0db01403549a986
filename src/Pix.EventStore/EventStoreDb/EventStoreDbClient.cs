using Google.Protobuf;
using Pix.EventStore.Protocol;

namespace Pix.EventStore;

/// <summary>The server's services as they are used here. Whatever goes wrong is a <see cref="GrpcFailure"/>.</summary>
internal sealed class EventStoreDbClient : IAsyncDisposable
{
    private const string Service = "event_store.client.streams.Streams";
    private const int ReadAttempts = 2;

    // A server that looks for our events among millions of others' tells nothing meanwhile.
    private const int DeadlinesOfSearch = 12;
    private readonly EventStoreDbConnection _connection;
    private readonly GrpcClient _grpc;
    private readonly NodeDirectory _directory;

    public EventStoreDbClient(EventStoreDbConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _grpc = new GrpcClient(connection, clock);
        _directory = new NodeDirectory(connection, _grpc);
        Appends = new BatchAppender(_directory, _grpc, connection.DefaultDeadline, clock);
    }

    public BatchAppender Appends { get; }

    public TimeSpan? ClockAhead => _grpc.ClockAhead;

    /// <summary>One stream's events, from the leader: who lost a race reads what won it.</summary>
    public Task<ReadCall> ReadStream(StreamName stream, Revision from, CancellationToken cancel) =>
        Read(ReadRequests.Stream(stream, from), NodePreference.Leader, _connection.DefaultDeadline, cancel);

    /// <summary>The events from a position on, which is included, of streams that begin so.</summary>
    public Task<ReadCall> ReadAll(Position from, IEnumerable<string> prefixes, CancellationToken cancel) =>
        Read(ReadRequests.All(from, prefixes), _connection.NodePreference, DeadlinesOfSearch * _connection.DefaultDeadline, cancel);

    /// <summary>The last events, the very last first, from the leader.</summary>
    public Task<ReadCall> ReadLast(bool onlyOne, IEnumerable<string> prefixes, CancellationToken cancel) =>
        Read(ReadRequests.Last(onlyOne, prefixes), NodePreference.Leader, _connection.DefaultDeadline, cancel);

    /// <summary>What comes after a position, for as long as the call lasts.</summary>
    public Task<ReadCall> Subscribe(Position after, IEnumerable<string> prefixes, CancellationToken cancel) =>
        Read(ReadRequests.Subscription(after, prefixes), _connection.NodePreference, Timeout.InfiniteTimeSpan, cancel);

    /// <summary>Ends a stream for good: nothing can ever be appended to it again.</summary>
    public async Task Tombstone(StreamName stream, CancellationToken cancel)
    {
        var request = new TombstoneReq { Options = new() { StreamIdentifier = BatchAppendMessages.Name(stream), Any = new Empty() } };
        var method = new GrpcMethod($"{Service}/Tombstone", RequiresLeader: true, _connection.DefaultDeadline);
        await AtNode(NodePreference.Leader, node => _grpc.Ask(node, method, request, TombstoneResp.Parser, cancel), cancel).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await Appends.DisposeAsync().ConfigureAwait(false);
        _directory.Dispose();
        _grpc.Dispose();
    }

    private Task<ReadCall> Read(IMessage request, NodePreference preference, TimeSpan patience, CancellationToken cancel)
    {
        var method = new GrpcMethod($"{Service}/Read", RequiresLeader: preference == NodePreference.Leader, patience);
        return AtNode(
            preference,
            async node => new ReadCall(node, _directory, await _grpc.Start(node, method, request, cancel).ConfigureAwait(false)),
            cancel);
    }

    // A connection that was lost shows when it is used next, and a leader that was replaced when it is asked: hence the second attempt, for
    // what does no harm twice.
    private async Task<T> AtNode<T>(NodePreference preference, Func<NodeEndpoint, Task<T>> ask, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var node = await _directory.Find(preference, cancel).ConfigureAwait(false);
            try
            {
                return await ask(node).ConfigureAwait(false);
            }
            catch (GrpcFailure failure)
            {
                _directory.Learn(node, failure);
                if (!failure.IsPassing || attempt == ReadAttempts) throw;
            }
        }
    }
}

using System.Runtime.CompilerServices;

namespace Pix.EventStore;

/// <summary>
/// The log on an EventStoreDB server or cluster. Positions are the server's commit positions: they increase, with gaps. Other applications
/// may write to the same server; their streams, the server's own and the persons' keys are never shown.
/// </summary>
/// <remarks>
/// What the server does not answer is <see cref="LogUnavailableException"/>: <c>log_unreachable</c> (no connection, no leader, no answer
/// within the deadline), <c>log_access_denied</c>, <c>log_failed</c>.
/// </remarks>
public sealed class EventStoreDbEventStore : IEventStore, IEngineClock
{
    private readonly EventStoreDbClient _client;
    private readonly TimeProvider _clock;
    private readonly Func<StreamName, bool> _isOurs;

    private EventStoreDbEventStore(EventStoreDbConnection connection, TimeProvider clock, Func<StreamName, bool> isOurs)
    {
        _client = new EventStoreDbClient(connection, clock);
        _clock = clock;
        _isOurs = isOurs;
    }

    /// <inheritdoc />
    public bool IsShared => true;

    /// <inheritdoc />
    public long PositionsPerEvent => 1024;

    /// <inheritdoc />
    public TimeSpan? ClockAhead => _client.ClockAhead;

    /// <summary>Opens the log. Nothing is sent before it is used.</summary>
    public static EventStoreDbEventStore Open(EventStoreDbConnection connection, TimeProvider clock) =>
        OpenFor(connection, clock, Streams.IsExactlyOurs);

    /// <summary>Opens the log of those streams, among the ones that begin as ours do.</summary>
    internal static EventStoreDbEventStore OpenFor(EventStoreDbConnection connection, TimeProvider clock, Func<StreamName, bool> isOurs) =>
        new(connection, clock, isOurs);

    /// <inheritdoc />
    public async Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel)
    {
        var bytes = AppendRequest.SizeOf(stream, expected, records);
        if (bytes > IEventStore.MaximumAppendBytes) return new AppendResult.TooLarge(bytes);
        if (!_isOurs(stream)) throw new ArgumentException($"'{stream}' is not called as our streams are: nobody would ever be shown it.", nameof(stream));
        cancel.ThrowIfCancellationRequested();
        try
        {
            var result = await _client.Appends.Append(stream, expected, records, bytes, cancel).ConfigureAwait(false);
            return result is AppendResult.Appended { Position: var position } appended && position == Position.Start
                ? appended with { Position = await PositionOf(stream, appended.Revision).ConfigureAwait(false) }
                : result;
        }
        catch (GrpcFailure failure)
        {
            throw failure.ToLogUnavailable();
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var call = await Told(_client.ReadStream(stream, from, cancel)).ConfigureAwait(false);
        while (await Told(call.MoveNext(cancel)).ConfigureAwait(false))
        {
            if (call.Current is { } record) yield return record;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordPage> ReadAll(Position after, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var pages = new PastPages(await Told(_client.ReadAll(after, Streams.Prefixes, cancel)).ConfigureAwait(false), after, _isOurs);
        for (var complete = false; !complete;)
        {
            var page = await Told(pages.Next(cancel)).ConfigureAwait(false);
            complete = page.CaughtUp;
            yield return page;
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<RecordPage> Subscribe(Position after, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var subscription = new Subscription(_client, after, _isOurs, _clock);
        while (true) yield return await subscription.Next(cancel).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async Task<Position> Head(CancellationToken cancel)
    {
        // Another application's stream may begin as one of ours does: only then are more events than the last asked for.
        foreach (var onlyOne in new[] { true, false })
        {
            using var call = await Told(_client.ReadLast(onlyOne, Streams.Prefixes, cancel)).ConfigureAwait(false);
            var isEmpty = true;
            while (await Told(call.MoveNext(cancel)).ConfigureAwait(false))
            {
                if (call.Current is not { } record) continue;
                isEmpty = false;
                if (_isOurs(record.Stream)) return record.Position;
            }

            if (isEmpty) return Position.Start;
        }

        return Position.Start;
    }

    /// <summary>Sends what is queued, then closes the connections.</summary>
    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private static async Task<T> Told<T>(Task<T> asked)
    {
        try
        {
            return await asked.ConfigureAwait(false);
        }
        catch (GrpcFailure failure)
        {
            throw failure.ToLogUnavailable();
        }
    }

    private static ValueTask<T> Told<T>(ValueTask<T> asked) => asked.IsCompletedSuccessfully ? asked : new ValueTask<T>(Told(asked.AsTask()));

    private async Task<Position> PositionOf(StreamName stream, Revision revision)
    {
        using var call = await _client.ReadStream(stream, revision, CancellationToken.None).ConfigureAwait(false);
        while (await call.MoveNext(CancellationToken.None).ConfigureAwait(false))
        {
            if (call.Current is { } record) return record.Position;
        }

        throw new GrpcFailure(GrpcStatus.Unavailable, $"{stream}@{revision}, just written, cannot be read back yet.");
    }
}

using System.Globalization;
using Google.Protobuf;

namespace Pix.Testing;

/// <summary>An event as the server keeps it.</summary>
internal sealed record ServerEvent(
    long Position,
    string Stream,
    long Revision,
    Guid Id,
    string Type,
    string ContentType,
    ByteString Data,
    ByteString Metadata);

/// <summary>An event that somebody wants to write.</summary>
internal sealed record ProposedEvent(Guid Id, string Type, string ContentType, ByteString Data, ByteString Metadata);

/// <summary>What became of an append: written (anew or before), another revision, or a stream that has ended.</summary>
internal sealed record ServerOutcome(ServerOutcomeKind Kind, long Revision, long Position);

internal enum ServerOutcomeKind
{
    Written,
    WrittenBefore,
    WrongVersion,
    Deleted,
}

/// <summary>
/// The log of a server, or of a cluster: everybody's streams in one order. Every few appends the server writes of itself, and another
/// application of its own doings, so that nobody mistakes the log for theirs alone.
/// </summary>
internal sealed class ServerLog
{
    private const int RecordOverhead = 61;
    private const int OwnAppendsBetweenOthers = 7;
    private readonly Lock _gate = new();
    private readonly List<ServerEvent> _events = [];
    private readonly Dictionary<string, List<ServerEvent>> _streams = [];
    private readonly HashSet<string> _tombstoned = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _end;
    private int _appends;

    public ServerLog() => WriteOthers();

    /// <summary>One behind the last event's.</summary>
    public long End
    {
        get
        {
            lock (_gate) return _end;
        }
    }

    public int Count
    {
        get
        {
            lock (_gate) return _events.Count;
        }
    }

    /// <summary>Expected -1: no stream.</summary>
    public ServerOutcome Append(string stream, long expected, IReadOnlyList<ProposedEvent> proposed)
    {
        lock (_gate)
        {
            if (_tombstoned.Contains(stream)) return new(ServerOutcomeKind.Deleted, -1, -1);
            var written = _streams.GetValueOrDefault(stream, []);
            var current = written.Count - 1;
            if (expected < current && IsRetry(written, (int)expected + 1, proposed))
                return new(ServerOutcomeKind.WrittenBefore, expected + proposed.Count, written[(int)expected + proposed.Count].Position);
            if (expected != current) return new(ServerOutcomeKind.WrongVersion, current, -1);
            foreach (var one in proposed) Write(stream, one);
            var last = _streams[stream][^1];
            if (++_appends % OwnAppendsBetweenOthers == 0) WriteOthers();
            Grow();
            return new(ServerOutcomeKind.Written, last.Revision, last.Position);
        }
    }

    public void Tombstone(string stream)
    {
        lock (_gate)
        {
            Write(stream, new ProposedEvent(Guid.NewGuid(), "$streamDeleted", "application/octet-stream", ByteString.Empty, ByteString.Empty));
            _streams.Remove(stream);
            _tombstoned.Add(stream);
            Grow();
        }
    }

    /// <summary>The stream's events, null when there is none, and whether it has ended.</summary>
    public (IReadOnlyList<ServerEvent>? Events, bool IsDeleted) Stream(string stream)
    {
        lock (_gate) return (_streams.TryGetValue(stream, out var events) ? [.. events] : null, _tombstoned.Contains(stream));
    }

    public ServerEvent At(int index)
    {
        lock (_gate) return _events[index];
    }

    /// <summary>The index of the event that stands there; the count when it is past the end; null when no event begins there.</summary>
    public int? IndexOf(long position)
    {
        lock (_gate)
        {
            if (position >= _end) return _events.Count;
            var index = _events.BinarySearch(Probe(position), Comparer<ServerEvent>.Create((one, other) => one.Position.CompareTo(other.Position)));
            return index < 0 ? null : index;
        }
    }

    /// <summary>Ends when there are more events than these.</summary>
    public Task GrownBeyond(int count)
    {
        lock (_gate) return _events.Count > count ? Task.CompletedTask : _grown.Task;
    }

    private static ServerEvent Probe(long position) =>
        new(position, string.Empty, 0, Guid.Empty, string.Empty, string.Empty, ByteString.Empty, ByteString.Empty);

    private static bool IsRetry(List<ServerEvent> written, int from, IReadOnlyList<ProposedEvent> proposed) =>
        from + proposed.Count <= written.Count && proposed.Select(one => one.Id).SequenceEqual(written.Skip(from).Take(proposed.Count).Select(one => one.Id));

    private void WriteOthers()
    {
        var text = ByteString.CopyFromUtf8(string.Create(CultureInfo.InvariantCulture, $"{{\"events\":{_events.Count}}}"));
        foreach (var stream in new[] { "$stats-127.0.0.1:2113", "$settings", "shop-42", "logistics-1", "learners", "referential-of-others" })
            Write(stream, new ProposedEvent(Guid.NewGuid(), stream[0] == '$' ? "$statsCollected" : "somethingElse", "application/json", text, ByteString.Empty));
    }

    private void Write(string stream, ProposedEvent proposed)
    {
        if (!_streams.TryGetValue(stream, out var events)) _streams.Add(stream, events = []);
        var written = new ServerEvent(
            _end, stream, events.Count, proposed.Id, proposed.Type, proposed.ContentType, proposed.Data, proposed.Metadata);
        events.Add(written);
        _events.Add(written);
        _end += RecordOverhead + stream.Length + (2 * proposed.Type.Length) + proposed.Data.Length + proposed.Metadata.Length;
    }

    private void Grow()
    {
        _grown.SetResult();
        _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

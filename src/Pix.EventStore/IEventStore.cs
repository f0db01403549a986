namespace Pix.EventStore;

/// <summary>
/// The log. An append is atomic and, once it is acknowledged, durable. Throws <see cref="LogUnavailableException"/> when the engine
/// cannot answer, in which case an append's outcome is unknown: the same ids, bytes and expected revision may be sent again.
/// </summary>
public interface IEventStore : IAsyncDisposable
{
    /// <summary>The most that one append may weigh: 1 MiB of types, data and metadata, on every engine.</summary>
    const int MaximumAppendBytes = 1024 * 1024;

    /// <summary>Whether other processes append to it too: what this one remembers of a stream may be outdated without its knowing.</summary>
    bool IsShared { get; }

    /// <summary>About how far apart two neighbouring events' positions are; exactly 1 where positions count events.</summary>
    long PositionsPerEvent { get; }

    /// <summary>
    /// Appends after the expected revision (<see cref="Revision.None"/>: to an empty stream). The same ids at the same expected revision are
    /// a retry, whatever came behind them; partly matching ids are a conflict. Throws <see cref="ArgumentException"/> for no records, an empty
    /// id or name, a stream that <see cref="Streams"/> does not know, or a text that is not valid Unicode. What is cancelled in time is not written; later, the outcome stands.
    /// </summary>
    Task<AppendResult> Append(StreamName stream, Revision expected, IReadOnlyList<NewRecord> records, CancellationToken cancel);

    /// <summary>The events of one stream, from a revision on, in order; none when there is no such stream.</summary>
    IAsyncEnumerable<Record> ReadStream(StreamName stream, Revision from, CancellationToken cancel);

    /// <summary>The past after a position, in large pages; the last page is marked caught up (and is empty on an empty log).</summary>
    IAsyncEnumerable<RecordPage> ReadAll(Position after, CancellationToken cancel);

    /// <summary>
    /// The past after a position, a caught-up mark, then what comes, without gap or repeat, until cancelled (which throws
    /// <see cref="OperationCanceledException"/>, as everywhere here). A slow subscriber reads later, and holds nothing up.
    /// </summary>
    IAsyncEnumerable<RecordPage> Subscribe(Position after, CancellationToken cancel);

    /// <summary>The last event's position; <see cref="Position.Start"/> on an empty log.</summary>
    Task<Position> Head(CancellationToken cancel);
}

/// <summary>An engine on another machine, which tells what time it is there.</summary>
public interface IEngineClock
{
    /// <summary>
    /// How far this process's clock is ahead of the engine's (negative: behind) as its last answer told, of which the fraction of a second is
    /// cut off; null before one did.
    /// </summary>
    TimeSpan? ClockAhead { get; }
}

/// <summary>
/// The log cannot answer now: a stable <paramref name="code"/> (<c>log_full</c>, <c>log_busy</c>, <c>log_io_error</c>, <c>log_corrupt</c>,
/// <c>log_unreachable</c>, <c>log_access_denied</c>, <c>log_failed</c>) and a sentence.
/// What was not acknowledged may or may not have been written.
/// </summary>
public sealed class LogUnavailableException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable, snake_case.</summary>
    public string Code { get; } = code;
}

namespace Pix.EventStore;

/// <summary>
/// The events of a copy: those that the target has already are compared, the rest is appended in the source's order. Neighbours of one
/// stream go together; everything else waits for what is before it, so that an interruption always leaves a beginning of the source.
/// </summary>
internal sealed class CopiedEvents(IEventStore source, IEventStore target, StreamName ownMarks, IProgress<LogCopyProgress>? progress)
{
    private readonly List<Record> _pending = [];
    private int _pendingBytes;

    /// <summary>Events of the source that the target has.</summary>
    public long Count { get; private set; }

    /// <summary>Those that this run appended.</summary>
    public long Written { get; private set; }

    /// <summary>Copies until the source has no more; <paramref name="afterFirst"/> runs once its first event is there.</summary>
    public async Task Copy(Func<Task> afterFirst, CancellationToken cancel)
    {
        await using var there = Existing(cancel).GetAsyncEnumerator(cancel);
        var comparing = await there.MoveNextAsync().ConfigureAwait(false);
        var head = await source.Head(cancel).ConfigureAwait(false);
        await foreach (var page in source.ReadAll(Position.Start, cancel).ConfigureAwait(false))
        {
            foreach (var record in page.Records)
            {
                if (comparing)
                {
                    RequireSame(record, there.Current);
                    comparing = await there.MoveNextAsync().ConfigureAwait(false);
                }
                else
                {
                    await Add(record, cancel).ConfigureAwait(false);
                }

                if (Count++ > 0) continue;
                await Flush(cancel).ConfigureAwait(false);
                await afterFirst().ConfigureAwait(false);
            }

            await Flush(cancel).ConfigureAwait(false);
            if (page.Last > Position.Start) progress?.Report(new LogCopyProgress(Count, Total(page.Last, head)));
        }

        if (comparing) throw Foreign($"it goes on after the source's last event, with {Of(there.Current)}");
    }

    private async IAsyncEnumerable<Record> Existing([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var page in target.ReadAll(Position.Start, cancel).ConfigureAwait(false))
        {
            foreach (var record in page.Records.Where(record => record.Stream != ownMarks)) yield return record;
        }
    }

    private void RequireSame(Record record, Record copy)
    {
        var same = (record.Stream, record.Revision, record.Id, record.Type) == (copy.Stream, copy.Revision, copy.Id, copy.Type)
            && record.Metadata.Span.SequenceEqual(copy.Metadata.Span)
            && record.Data.Span.SequenceEqual(copy.Data.Span);
        if (!same) throw Foreign($"its event {Count + 1} is {Of(copy)} where the source has {Of(record)}");
    }

    private async Task Add(Record record, CancellationToken cancel)
    {
        var size = AsNew(record).Size;
        var isNeighbour = _pending.Count > 0 && _pending[^1].Stream == record.Stream && _pendingBytes + size <= IEventStore.MaximumAppendBytes;
        if (!isNeighbour) await Flush(cancel).ConfigureAwait(false);
        _pending.Add(record);
        _pendingBytes += size;
    }

    private async Task Flush(CancellationToken cancel)
    {
        if (_pending.Count == 0) return;
        var first = _pending[0];
        switch (await target.Append(first.Stream, first.Revision + -1, [.. _pending.Select(AsNew)], cancel).ConfigureAwait(false))
        {
            case AppendResult.Appended:
                Written += _pending.Count;
                break;
            case AppendResult.Conflict conflict:
                throw Foreign($"{first.Stream} is at revision {conflict.Actual} where {first.Revision} was to be written");
            case AppendResult.TooLarge tooLarge:
                throw new LogCopyException($"{Of(first)} has {tooLarge.Bytes} bytes, more than the target takes.");
        }

        _pending.Clear();
        _pendingBytes = 0;
    }

    private static NewRecord AsNew(Record record) => new(record.Id, record.Type, record.Data, record.Metadata);

    // By the share of positions that was read, which is exact where they count events.
    private long Total(Position read, Position head) => Math.Max(Count, (long)((decimal)Count * head.Value / read.Value));

    private static string Of(Record record) => $"{record.Type} ({record.Stream} {record.Revision})";

    private static LogCopyException Foreign(string why) =>
        new($"The target is neither empty nor the beginning of this log: {why}. Copy into an empty one.");
}

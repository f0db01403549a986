namespace Pix.EventStore;

/// <summary>
/// What comes after a position, in pages of what is here when they are asked for. The server's checkpoints say nothing about what was
/// handled, and its own "caught up" is not told by every release: neither is used.
/// </summary>
internal sealed class LivePages(ReadCall call, Position after, Func<StreamName, bool> isOurs) : IDisposable
{
    private const int PageRecords = 4096;
    private const int PageBytes = 4 * 1024 * 1024;
    private Position _last = after;

    /// <summary>The next page, or null when the server ended the call.</summary>
    public async Task<RecordPage?> Next(CancellationToken cancel)
    {
        var records = new List<Record>();
        var bytes = 0;
        while (records.Count == 0 || (call.HasNext && records.Count < PageRecords && bytes < PageBytes))
        {
            if (!await call.MoveNext(cancel).ConfigureAwait(false)) return null;
            if (call.Current is not { } record || record.Position <= _last || !isOurs(record.Stream)) continue;
            records.Add(record);
            bytes += record.Data.Length + record.Metadata.Length;
            _last = record.Position;
        }

        return new RecordPage(records, _last, CaughtUp: !call.HasNext);
    }

    public void Dispose() => call.Dispose();
}

namespace Pix.EventStore;

/// <summary>The past after a position in large pages, of which the last is marked caught up.</summary>
internal sealed class PastPages(ReadCall call, Position after, Func<StreamName, bool> isOurs) : IDisposable
{
    private const int PageRecords = 4096;
    private const int PageBytes = 4 * 1024 * 1024;
    private Position _last = after;
    private Record? _ahead;

    public async Task<RecordPage> Next(CancellationToken cancel)
    {
        var records = new List<Record>();
        var bytes = 0;
        if (_ahead is not null) Add(_ahead);
        while (await call.MoveNext(cancel).ConfigureAwait(false))
        {
            // The read begins with the record that stands at the position, and its filter lets through others' names that begin as ours do.
            if (call.Current is not { } record || record.Position <= _last || !isOurs(record.Stream)) continue;
            if (records.Count >= PageRecords || bytes >= PageBytes)
            {
                _ahead = record;
                return new RecordPage(records, _last, CaughtUp: false);
            }

            Add(record);
        }

        return new RecordPage(records, _last, CaughtUp: true);

        void Add(Record record)
        {
            records.Add(record);
            bytes += record.Data.Length + record.Metadata.Length;
            _last = record.Position;
        }
    }

    public void Dispose() => call.Dispose();
}

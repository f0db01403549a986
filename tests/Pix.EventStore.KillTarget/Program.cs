using Pix.EventStore;

// Appends for ever from eight tasks, and prints each acknowledged record, until it is killed.
await using var log = SqliteEventStore.Open(args[0], SqliteEventStoreOptions.Default);
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
var gate = new Lock();
await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => AppendForEver(new StreamName($"learner-{writer}")))));

async Task AppendForEver(StreamName stream)
{
    var revision = Revision.None;
    await foreach (var record in log.ReadStream(stream, Revision.First, CancellationToken.None)) revision = record.Revision;
    for (var count = 1; ; count = (count % 3) + 1)
    {
        NewRecord[] records = [.. Enumerable.Range(0, count).Select(_ => new NewRecord(Guid.NewGuid(), "Written.v1", new byte[300], new byte[250]))];
        var appended = (AppendResult.Appended)await log.Append(stream, revision, records, CancellationToken.None);
        lock (gate)
        {
            for (var index = 1; index <= count; index++) output.WriteLine($"{stream} {revision + index} .");
        }

        revision = appended.Revision;
    }
}

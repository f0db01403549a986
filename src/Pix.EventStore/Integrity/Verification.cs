namespace Pix.EventStore;

/// <summary>What a verification found: how much was read, and every stream that does not hold, with its reason.</summary>
public sealed record VerificationReport(long Events, long Streams, IReadOnlyList<string> Broken)
{
    /// <summary>Every chain holds.</summary>
    public bool IsSound => Broken.Count == 0;
}

/// <summary>Recomputes every chain of a log. Needs no key: chains cover what is stored.</summary>
public static class Verification
{
    /// <summary>Reads the whole log; <paramref name="progress"/> is told the number of events read after every page.</summary>
    public static async Task<VerificationReport> Verify(IEventStore store, IProgress<long>? progress, CancellationToken cancel)
    {
        var heads = new Dictionary<StreamName, StreamHead>();
        var broken = new Dictionary<StreamName, string>();
        var events = 0L;
        await foreach (var page in store.ReadAll(Position.Start, cancel))
        {
            foreach (var record in page.Records)
            {
                if (broken.ContainsKey(record.Stream)) continue;
                try
                {
                    heads[record.Stream] = heads.GetValueOrDefault(record.Stream, StreamHead.Empty).Verified(record);
                }
                catch (ChainBrokenException gaveAway)
                {
                    broken[record.Stream] = gaveAway.Message;
                }
            }

            events += page.Records.Count;
            progress?.Report(events);
        }

        return new VerificationReport(events, heads.Keys.Union(broken.Keys).Count(), [.. broken.Values]);
    }
}

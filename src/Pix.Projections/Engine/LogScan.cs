using Pix.EventStore;

namespace Pix.Projections;

/// <summary>One pass over the past for any number of generations, each from where it stands: a page is decoded while the one before is folded.</summary>
internal sealed class LogScan(IEventStore store, EventCodec codec, TimeProvider clock)
{
    /// <summary>How long a log that cannot answer is left alone at most.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Ends when the past does, or when all of them have stopped. Waits for a log that cannot answer.</summary>
    public async Task Run(IReadOnlyList<Generation> generations, Action<int> afterPage, CancellationToken cancel)
    {
        var backoff = new Backoff(clock, LongestWait);
        while (true)
        {
            try
            {
                await Pass(generations, afterPage, backoff, cancel).ConfigureAwait(false);
                return;
            }
            catch (LogUnavailableException)
            {
                await backoff.Wait(cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task Pass(IReadOnlyList<Generation> generations, Action<int> afterPage, Backoff backoff, CancellationToken cancel)
    {
        var going = generations.Where(generation => generation.Error is null).ToList();
        if (going.Count == 0) return;
        var types = going.SelectMany(generation => generation.Handles).ToHashSet();
        await using var pages = store.ReadAll(going.Min(generation => generation.Read.Position), cancel).GetAsyncEnumerator(cancel);
        var next = Next();
        try
        {
            while (await next.ConfigureAwait(false) is { } page)
            {
                next = Next();
                backoff.Reset();
                cancel.ThrowIfCancellationRequested();
                foreach (var generation in going) generation.Fold(page);
                afterPage(page.Records.Count);
                if (going.TrueForAll(generation => generation.Error is not null)) return;
            }
        }
        finally
        {
            // The page under way uses the enumerator, which is disposed next.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<DecodedPage?> Next() => Task.Run(
            async () =>
            {
                if (!await pages.MoveNextAsync().ConfigureAwait(false)) return null;
                var page = new DecodedPage(pages.Current, codec);
                page.DecodeAhead(types);
                return page;
            },
            cancel);
    }
}

using System.Diagnostics;

namespace Pix.Benchmarks;

/// <summary>What a load saw: requests per second, and the latency that 50 % and 99 % of them stayed under, in milliseconds.</summary>
internal sealed record LoadResult(double PerSecond, double P50, double P99);

/// <summary>
/// So many connections, each sending its next request when the last is answered. The same client serves both sides of a ratio.
/// </summary>
internal static class LoadGenerator
{
    public const int Connections = 32;

    /// <summary>Runs until every connection has nothing more to send; <paramref name="next"/> answers false then.</summary>
    public static async Task<LoadResult> Run(Uri server, Func<HttpClient, int, Task<bool>> next)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = server };
        var latencies = new List<long>[Connections];
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(async () =>
        {
            var own = latencies[connection] = new List<long>(100_000);
            while (true)
            {
                var sent = Stopwatch.GetTimestamp();
                if (!await next(client, connection)) return;
                own.Add(Stopwatch.GetTimestamp() - sent);
            }
        })));
        var elapsed = watch.Elapsed.TotalSeconds;
        var sorted = latencies.SelectMany(own => own).Order().ToList();
        return new LoadResult(sorted.Count / elapsed, At(sorted, 0.50), At(sorted, 0.99));
    }

    private static double At(List<long> sorted, double share) =>
        sorted[(int)(share * (sorted.Count - 1))] * 1000d / Stopwatch.Frequency;
}

using System.Diagnostics;

namespace Pix.Benchmarks;

/// <summary>
/// What a load saw: requests per second, the latency that 50 % and 99 % of them stayed under, in milliseconds, and the processor time that one
/// request took of this process, server and client together, in microseconds: it tells more than the rate where the machine is shared.
/// </summary>
internal sealed record LoadResult(double PerSecond, double P50, double P99, double CpuPerRequest)
{
    /// <summary>The lines of a table, of the median round.</summary>
    public static IEnumerable<(string Label, double Value)> Rows(string who, IReadOnlyList<LoadResult> rounds) =>
    [
        ($"{who}, requests/s", Median(rounds, round => round.PerSecond)),
        ($"{who}, p50 in ms", Median(rounds, round => round.P50)),
        ($"{who}, p99 in ms", Median(rounds, round => round.P99)),
        ($"{who}, processor µs per request, client included", Median(rounds, round => round.CpuPerRequest)),
    ];

    /// <summary>Our rate divided by the floor's.</summary>
    public static double Ratio(IReadOnlyList<LoadResult> ours, IReadOnlyList<LoadResult> floors) =>
        Median(ours, round => round.PerSecond) / Median(floors, round => round.PerSecond);

    private static double Median(IReadOnlyList<LoadResult> rounds, Func<LoadResult, double> figure) => BenchmarkResult.Median(rounds.Select(figure));
}

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
        var before = Environment.CpuUsage.TotalTime;
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
        var cpu = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
        var sorted = latencies.SelectMany(own => own).Order().ToList();
        return new LoadResult(sorted.Count / elapsed, At(sorted, 0.50), At(sorted, 0.99), cpu / sorted.Count);
    }

    private static double At(List<long> sorted, double share) =>
        sorted[(int)(share * (sorted.Count - 1))] * 1000d / Stopwatch.Frequency;
}

using System.Diagnostics;
using System.Net.Http.Headers;

namespace Pix.Benchmarks;

/// <summary>
/// The CSV of a campaign of 100,000 participants, read as fast as it comes, from a host in a process of its own: rows per second, and the most
/// that was resident in that process above what is resident at rest, which is after the export of a campaign of a hundred.
/// </summary>
internal static class ExportBenchmark
{
    private const int Rounds = 3;
    private const int Few = 100;
    private const int Participants = 100_000;

    public static async Task<BenchmarkResult> Run(string folder)
    {
        var (few, many, teacher) = await Fill(folder);
        await using var host = await ServedHost.Start(folder, teacher);
        var fresh = host.Resident;
        await Export(host, few, Few);
        var idle = host.Resident;
        var rates = new List<double>();
        var peaks = new List<double>();
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            host.ForgetPeak();
            var watch = Stopwatch.StartNew();
            bytes = await Export(host, many, Participants);
            rates.Add(Participants / watch.Elapsed.TotalSeconds);
            peaks.Add(host.Peak - idle);
        }

        return new BenchmarkResult(
            [
                ("MiB of CSV", bytes / 1024d / 1024d),
                ("rows/s", BenchmarkResult.Median(rates)),
                ("MiB resident when started", fresh),
                ("MiB resident at rest", idle),
                ("MiB above rest at the peak, worst of the rounds", peaks.Max()),
            ],
            null)
        {
            Figures = { ["rowsPerSecond"] = BenchmarkResult.Median(rates), ["peakMiBAboveIdle"] = peaks.Max() },
        };
    }

    private static async Task<(string Few, string Many, string Teacher)> Fill(string folder)
    {
        var (node, app) = await Hosts.Shipped(folder);
        await using (node)
        await using (app)
        {
            var stage = await CampaignStage.On(node);
            var paths = new List<string>();
            foreach (var size in (int[])[Few, Participants])
            {
                var campaign = await stage.Create(new("1.1"), new("1.2"), new("1.3"), new("5.2"));
                await stage.Fill(campaign, size);
                paths.Add($"/campaigns/{campaign}/results.csv");
            }

            await node.ReadModels.CaughtUp(CancellationToken.None);
            return (paths[0], paths[1], stage.Teacher);
        }
    }

    // Nothing is kept of it; the lines are counted.
    private static async Task<long> Export(ServedHost host, string path, int participants)
    {
        using var client = new HttpClient { BaseAddress = host.Address, Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", host.Token) } };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[128 * 1024];
        var (bytes, lines) = (0L, 0);
        for (int read; (read = await body.ReadAsync(buffer)) > 0; bytes += read) lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return lines == participants + 1 ? bytes : throw new InvalidOperationException($"{lines} lines for {participants} participants.");
    }
}
